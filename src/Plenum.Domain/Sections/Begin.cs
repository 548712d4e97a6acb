using NodaTime;
using Plenum.Domain.Membership;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>Only whoever holds the founding link begins a section.</summary>
public sealed record NotTheFounder() : Reason("section.not-the-founder", ReasonKind.NotYou);

public sealed record AlreadyBegun() : Reason("section.already-begun");

/// <summary>The id is not the digest of this founding; a section's name proves itself.</summary>
public sealed record WrongId(SectionId Expected) : Reason("section.wrong-id", ReasonKind.NotThis);

public sealed record UnknownTimeZone(string TimeZone)
    : Reason("section.unknown-time-zone", ReasonKind.NotThis);

/// <summary>Whoever took the id of a part before it is founded would leave its members in no section at all (C21).</summary>
public sealed record NonceOfAPart() : Reason("section.nonce-of-a-part", ReasonKind.NotThis);

/// <summary>The statutes break the charter or cannot be read.</summary>
public sealed record StatutesDoNotConform()
    : Reason("section.statutes-do-not-conform", ReasonKind.NotThis);

/// <summary>Without founding principles there is nothing to accept on joining (S07).</summary>
public sealed record NoPrinciples() : Reason("programme.no-principles", ReasonKind.NotThis);

/// <summary>Two clauses bear one number, so that a citation would be ambiguous.</summary>
public sealed record SameClauseTwice(int Clause)
    : Reason("section.same-clause-twice", ReasonKind.NotThis);

/// <summary>Somebody begins a section: statutes, programme, and the founders who may accept them.</summary>
public sealed record Begin(
    SectionId Id,
    string Name,
    string TimeZone,
    string StatutesText,
    string ProgrammeText,
    EquatableArray<PersonId> Founders,
    string Nonce
) : Command
{
    public static readonly ArticleId Charter = new("charter");

    /// <summary>Fewer stay a circle, without officers.</summary>
    public const int FoundersNeeded = 5;

    /// <summary>So begin the nonces by which the post founds parts of sections that divided.</summary>
    internal const string OfAPart = "part/";

    public const int LongestStatutes = 256 * 1024;

    /// <summary>The name that a founding gives itself; the nonce tells apart two foundings alike.</summary>
    public static SectionId IdOf(
        string name,
        string statutesText,
        string programmeText,
        string nonce
    ) => IdOf(name, Digest.Of(statutesText), Digest.Of(programmeText), nonce);

    internal static SectionId IdOf(string name, Digest statutes, Digest programme, string nonce) =>
        new(Digest.Of($"{name}|{statutes}|{programme}|{nonce}").Hex);

    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.Actor is not Actor.Founder ? new NotTheFounder().By(Charter)
        : section.Sections.Founding != Founding.None ? new AlreadyBegun().By(Charter)
        : Texts.WhenNamed(
            "name",
            Name,
            () =>
                Texts.WhenSound(
                    "nonce",
                    Nonce,
                    Texts.Title,
                    () =>
                        Texts.WhenSound(
                            "statutes",
                            StatutesText,
                            LongestStatutes,
                            () =>
                                Texts.WhenSound(
                                    "programme",
                                    ProgrammeText,
                                    Programme.ProgrammeText.MostCharacters,
                                    () => Found(section, occasion.Now)
                                )
                        )
                )
        );

    private Ruling Found(Section section, Instant now)
    {
        if (Nonce.StartsWith(OfAPart, StringComparison.Ordinal))
            return new NonceOfAPart().By(Charter).ByCharter("C21");
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null)
            return new UnknownTimeZone(TimeZone).By(Charter);
        if (Id != IdOf(Name, StatutesText, ProgrammeText, Nonce))
            return new WrongId(IdOf(Name, StatutesText, ProgrammeText, Nonce)).By(Charter);
        var programme = Programme.ProgrammeText.Read(ProgrammeText);
        foreach (var number in programme.NumbersUsedTwice)
            return new SameClauseTwice(number).By(Charter);
        if (!programme.Clauses.Any(c => c.Part == ProgrammePart.Principles))
            return new NoPrinciples().By(Charter);
        if (!Conforms(StatutesText))
            return new StatutesDoNotConform().By(Charter).ByCharter("C0");
        var unfolding = new Unfolding(section)
            .Then(new SectionsEvent.Begun(Id, Name, TimeZone, FoundersNeeded))
            .Then(new StatutesEvent.Adopted(1, Document.Of(StatutesText), MatterNo.None))
            .Then(new ProgrammeEvent.Adopted(1, Document.Of(ProgrammeText), MatterNo.None));
        return Invitations.Each(
            unfolding,
            [.. Founders.Select(f => new Invitation(f, now))],
            () => new Ruling.InOrder(new Authority.Founders(), Charter, unfolding.Events, [])
        );
    }

    private static bool Conforms(string statutes) =>
        StatuteBook.Adopt(statutes) is Adoption.Conforms;
}
