using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Only a person, signed in or at a desk, can do this.</summary>
public sealed record NotAPerson() : Reason("person.none", ReasonKind.NotYou);

/// <summary>The programme that was read is not the one in force.</summary>
public sealed record ProgrammeNotInForce(int Read, int InForce) : Reason("programme.not-in-force");

/// <summary>What people do who are not members yet, or not any more.</summary>
public static class Arriving
{
    public const int LongestWords = 4_000;

    public const int LongestReservation = 2_000;

    public const int LongestPersonId = 64;

    public static bool IsSound(PersonId person) =>
        person.Value.Length is > 0 and <= LongestPersonId;

    /// <summary>
    /// Goes on with the person who acts, whatever their standing. A circle has no officers, so that there any member may
    /// help at the desk (C18).
    /// </summary>
    public static Ruling AsPerson(
        this Section section,
        Occasion occasion,
        Func<PersonId, Ruling> then
    ) =>
        occasion.Actor is not Actor.Person person || !IsSound(person.Id) ? new NotAPerson()
        : person.Via is Channel.Desk desk && !MayHelp(section, desk.Helper, occasion)
            ? new NoDeskMandate().ByCharter("C18")
        : then(person.Id);

    /// <summary>Goes on when a reservation, which nobody has to make, is short enough.</summary>
    public static Ruling WithReservation(string reservation, Func<Ruling> then) =>
        reservation.Length > LongestReservation
            ? new TextTooLong("reservation", reservation.Length, LongestReservation)
            : then();

    internal static bool MayHelp(Section section, PersonId helper, Occasion occasion)
    {
        var member = section.Membership.Of(helper);
        return member.IsInGoodStanding
            && (
                section.Sections.Founding == Founding.Circle
                || section
                    .Mandates.HeldBy(member.No, occasion.Now)
                    .Any(m => section.Gives(m, Power.Desk))
            );
    }
}
