using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain;

/// <summary>Only members may do this, and whoever asks is not one in good standing here.</summary>
public sealed record NotAMember() : Reason("member.not-in-good-standing", ReasonKind.NotYou);

/// <summary>Only a mandate with this power allows it, and whoever asks holds none in force.</summary>
public sealed record NoMandate(Power Power) : Reason("mandate.none-with-power", ReasonKind.NotYou);

/// <summary>The term of the mandate is over; a caretaker does only what cannot wait (C1).</summary>
public sealed record OnlyCaretaker(Power Power)
    : Reason("mandate.caretaker-only", ReasonKind.NotYou);

/// <summary>Somebody at a desk entered this without a mandate to help (C18).</summary>
public sealed record NoDeskMandate() : Reason("desk.no-mandate", ReasonKind.NotYou);

/// <summary>Only a deadline brings this about, never a person.</summary>
public sealed record OnlyTheClock() : Reason("clock.only", ReasonKind.NotYou);

/// <summary>The section has not been constituted yet.</summary>
public sealed record NotConstituted() : Reason("section.not-constituted");

/// <summary>Who acts, and what gives them the right to.</summary>
public static class Acting
{
    /// <summary>
    /// Goes on with the member who acts, or says why there is none. An act entered at a desk is the member's own; the
    /// helper needs a mandate for it, and is named in the record.
    /// </summary>
    public static Ruling AsMember(
        this Section section,
        Occasion occasion,
        Func<Member, Ruling> then
    )
    {
        if (occasion.Actor is not Actor.Person person)
            return new NotAMember();
        var member = section.Membership.Of(person.Id);
        if (!member.IsInGoodStanding)
            return new NotAMember().By(section.Rules.Membership.Article);
        if (
            person.Via is Channel.Desk desk
            && section.Holding(section.Membership.Of(desk.Helper).No, Power.Desk, occasion) is null
        )
            return new NoDeskMandate().ByCharter("C18");
        return then(member);
    }

    /// <summary>
    /// Goes on with a member, or with somebody whom another section has sent and who has a seat here: they speak and vote
    /// where they sit.
    /// </summary>
    public static Ruling AsVoter(this Section section, Occasion occasion, Func<Member, Ruling> then)
    {
        if (
            occasion.Actor is Actor.Person { Via: Channel.Screen } person
            && section.Membership.Of(person.Id) is { Standing: Standing.Delegate } sent
            && section.VotesHere(sent, occasion.Now)
        )
            return then(sent);
        return section.AsMember(occasion, then);
    }

    /// <summary>Whether somebody votes here at all: a member, or whom another section has sent while they have a seat.</summary>
    public static bool VotesHere(this Section section, Member member, Instant now) =>
        member.IsInGoodStanding
        || member.Standing is Standing.Delegate && section.Mandates.HeldBy(member.No, now).Any();

    /// <summary>Whether somebody puts things before a body: a member before any, and whom another section has sent where they sit.</summary>
    public static bool SpeaksBefore(
        this Section section,
        Member member,
        BodyId body,
        Instant now
    ) =>
        member.IsInGoodStanding || section.Mandates.HeldBy(member.No, now).Any(m => m.Body == body);

    /// <summary>Goes on with the mandate that gives this power, or says why there is none.</summary>
    public static Ruling WithPower(
        this Section section,
        Occasion occasion,
        Power power,
        Func<Member, Mandate, Ruling> then
    ) =>
        section.AsMember(
            occasion,
            member =>
            {
                var held = section.Holding(member.No, power, occasion);
                if (held is null)
                    return new NoMandate(power).ByCharter("C13");
                if (
                    held.IsCaretaker
                    && power is not (Power.Keep or Power.Returning or Power.Desk or Power.Contact)
                )
                    return new OnlyCaretaker(power).ByCharter("C1");
                return then(member, held);
            }
        );

    /// <summary>Goes on with a mandate that gives one of two powers; the first is tried first.</summary>
    public static Ruling WithEither(
        this Section section,
        Occasion occasion,
        Power power,
        Power other,
        Func<Member, Mandate, Ruling> then
    ) =>
        section.AsMember(
            occasion,
            member =>
                section.WithPower(
                    occasion,
                    section.Holding(member.No, power, occasion) is null ? other : power,
                    then
                )
        );

    /// <summary>Whether a mandate gives a power: as the statutes have it now, whenever it was given.</summary>
    public static bool Gives(this Section section, Mandate mandate, Power power) =>
        section.Statutes.Book.Has(mandate.Body)
        && section.Statutes.Book.Body(mandate.Body).Powers.Contains(power);

    /// <summary>The clock alone, for what deadlines bring about.</summary>
    public static Ruling ByClock(this Occasion occasion, Func<Ruling> then) =>
        occasion.Actor is Actor.Clock ? then() : new OnlyTheClock();

    private static Mandate? Holding(
        this Section section,
        MemberNo member,
        Power power,
        Occasion occasion
    ) =>
        section
            .Mandates.HeldBy(member, occasion.Now)
            .Where(m => section.Gives(m, power))
            .OrderBy(m => m.IsCaretaker)
            .ThenBy(m => m.IsInterim)
            .FirstOrDefault();
}
