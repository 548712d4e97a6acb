using System.Collections.Immutable;
using System.Reflection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Web.Speech;

namespace Plenum.Web.Doors;

/// <summary>An event of the record in plain words, with nothing in them that its readers may not know.</summary>
public static class Telling
{
    public static string Say(Here here, Happened happened)
    {
        var type = happened.Entry.Type.Split('/')[0];
        var data = DataOf(here, happened.Event);
        return here.S.Event(type, data);
    }

    public static string Authority(Here here, Happened happened) =>
        happened.HidesItsPeople ? here.S["authority.hidden"]
        : happened.Envelope is { Actor: Actor.Person { Via: Channel.Desk desk } } envelope
            ? here.S[
                "authority.at-desk",
                ("who", Said(here, envelope.Authority)),
                ("helper", here.NameOf(desk.Helper))
            ]
        : Said(here, happened.Envelope.Authority);

    private static string Said(Here here, Authority authority) =>
        authority switch
        {
            Domain.Authority.Member m => here.S["authority.member", ("name", here.NameOf(m.No))],
            Domain.Authority.Mandate m => Under(here, here.Section.Mandates.Of(m.No), m.No),
            Domain.Authority.Together t => here.S[
                "authority.together",
                ("matter", t.Petition.Value)
            ],
            Domain.Authority.Clock => here.S["authority.clock"],
            Domain.Authority.Letter l => here.S["authority.letter", ("no", l.No)],
            Domain.Authority.RollLine r => here.S[
                "authority.roll-line",
                ("section", here.NameOf(r.Section))
            ],
            Domain.Authority.Founders => here.S["authority.founders"],
            Domain.Authority.Anyone => here.S["authority.anyone"],
        };

    // Whoever holds a mandate is shown by name and office; what is left of an ended one is its number.
    private static string Under(Here here, Domain.Mandates.Mandate mandate, MandateNo no) =>
        mandate.No == MandateNo.None && here.Section.Mandates.IsInterim(no)
            ? here.S["authority.interim-ended", ("mandate", no.Value)]
        : mandate.No == MandateNo.None ? here.S["authority.mandate-ended", ("mandate", no.Value)]
        : here.S[
            "authority.mandate",
            ("name", here.NameOf(mandate.Holder)),
            ("office", here.OfficeOf(mandate))
        ];

    public static Instant At(Happened happened) => Instant.FromUnixTimeTicks(happened.Entry.At);

    // Sealed properties never reach a page, not even as a number.
    public static ImmutableDictionary<string, object> DataOf(Here here, Event happened) =>
        happened
            .GetType()
            .GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First()
            .GetParameters()
            .Where(p => p.GetCustomAttribute<SealedAttribute>() is null)
            .ToImmutableDictionary(
                p => char.ToLowerInvariant(p.Name![0]) + p.Name[1..],
                p => Plain(here, happened.GetType().GetProperty(p.Name!)!.GetValue(happened)),
                StringComparer.Ordinal
            );

    private static object Plain(Here here, object? value) =>
        value switch
        {
            null => "",
            MemberNo no => here.NameOf(no),
            PersonId person => here.NameOf(person),
            Domain.Statutes.BodyId body => here.TitleOf(body),
            Domain.Statutes.SubjectId subject => here.SubjectOf(subject),
            MatterNo no => no.Value,
            MandateNo no => no.Value,
            // People know items, not the boxes in which they are voted on.
            BoxNo no => here.Section.Ballots.Of(no).Matter.Value,
            SittingNo no => no.Value,
            Enum word => here.S.Word(word),
            Stage stage => here.S.Of(stage),
            EquatableArray<MemberNo> members => string.Join(", ", members.Select(here.NameOf)),
            EquatableArray<string> texts => string.Join(", ", texts),
            Document or Question or Procedure or Verdict => "",
            Instant at => here.S.Brief(at),
            LocalDate day => here.S.Day(day),
            int or string or bool => value is bool b ? b.ToString() : value,
            _ => value.ToString() ?? "",
        };
}
