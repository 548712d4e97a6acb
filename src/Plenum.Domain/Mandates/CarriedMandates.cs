using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>
/// A mandate somebody holds in an organisation that begins to keep its record here: which term in a row it is, since when
/// and until when it was given, what shows it (the minutes, say), and the digest of that paper.
/// </summary>
public sealed record CarriedMandate(
    PersonId Holder,
    BodyId Body,
    Instant Since,
    Instant Until,
    int Term,
    string Evidence,
    Digest Paper
);

/// <summary>Nobody of this name is on the roll that is carried over.</summary>
public sealed record HolderNotOnTheRoll(BodyId Body)
    : Reason("carry-over.holder-not-on-the-roll", ReasonKind.NotThis);

/// <summary>The statutes name no such body, or nobody elects its seats: lots begin anew.</summary>
public sealed record NoSeatsToCarry(BodyId Body)
    : Reason("carry-over.no-seats", ReasonKind.NotThis);

public sealed record MoreThanItsSeats(BodyId Body, int Seats)
    : Reason("carry-over.more-than-seats", ReasonKind.NotThis);

public sealed record HeldTwice(BodyId Body) : Reason("carry-over.held-twice", ReasonKind.NotThis);

/// <summary>A mandate that has ended, has not begun, or was given for longer than the charter lets any run.</summary>
public sealed record NotARunningTerm(Instant Since, Instant Until)
    : Reason("carry-over.not-a-running-term", ReasonKind.NotThis);

/// <summary>More terms in a row than the statutes of the section allow.</summary>
public sealed record TooManyTerms(int Term, int Most)
    : Reason("carry-over.too-many-terms", ReasonKind.NotThis);

/// <summary>Without evidence nobody can check who gave the mandate.</summary>
public sealed record NoEvidence(BodyId Body) : Reason("carry-over.no-evidence", ReasonKind.NotThis);

/// <summary>What may be carried over of a mandate, and how it begins.</summary>
public static class CarriedMandates
{
    /// <summary>No term of the charter is longer (C1).</summary>
    public static readonly Period LongestTerm = Period.FromYears(4);

    private const int DigestLength = 64;

    /// <summary>Why this mandate cannot be carried over, or nothing.</summary>
    public static Reason? Fault(Section section, CarriedMandate carried, Instant now)
    {
        if (!section.Statutes.Book.Has(carried.Body))
            return new NoSeatsToCarry(carried.Body);
        var body = section.RuleOf(carried.Body);
        var known = section.Membership.Of(carried.Holder);
        var here = section.Mandates.Carried.Values.Where(c => c.Body == carried.Body).ToArray();
        var most = section.Rules.Terms.MaxConsecutive;
        return !Calling.IsElected(body) ? new NoSeatsToCarry(carried.Body)
            : known.Standing is not Standing.Invited && !known.IsInGoodStanding
                ? new HolderNotOnTheRoll(carried.Body)
            : here.Any(c => c.Holder == known.No) ? new HeldTwice(carried.Body)
            : here.Length >= body.Seats ? new MoreThanItsSeats(carried.Body, body.Seats)
            : now < carried.Since
            || carried.Until <= now
            || section.After(carried.Since, LongestTerm) < carried.Until
                ? new NotARunningTerm(carried.Since, carried.Until)
            : section.Statutes.Book.Has(carried.Body, BodyKind.Delegation)
            && section.Sections.Tree.Allotted.Until < carried.Until
                ? new LongerThanTheCongress(carried.Until, section.Sections.Tree.Allotted.Until)
            : carried.Term < 1 || carried.Term > most ? new TooManyTerms(carried.Term, most)
            : !IsShown(carried.Evidence, carried.Paper) ? new NoEvidence(carried.Body)
            : null;
    }

    public static MandatesEvent.CarriedOver Of(Section section, CarriedMandate carried) =>
        new(
            section.Mandates.NextNo,
            carried.Body,
            section.Membership.Of(carried.Holder).No,
            carried.Since,
            carried.Until,
            carried.Term,
            carried.Evidence.Trim(),
            carried.Paper
        );

    /// <summary>
    /// The members have constituted the section, and with it confirmed what its founding says: mandates that run go on
    /// until their original end. Whoever has not accepted yet holds the seat and can do nothing with it.
    /// </summary>
    public static void BeginAll(Unfolding unfolding, Instant now)
    {
        foreach (var carried in unfolding.Section.Mandates.Carried.Values)
        {
            var section = unfolding.Section;
            var holder = section.Membership.Of(carried.Holder);
            if (
                now < carried.Until
                // The federation may have told of fewer seats since the founding named them.
                && Seating.Taken(section, carried.Body, now) < section.RuleOf(carried.Body).Seats
                && (holder.IsInGoodStanding || holder.Standing is Standing.Invited)
            )
                unfolding.Then(
                    Seating.Seat(
                        section,
                        section.RuleOf(carried.Body),
                        carried.Holder,
                        carried.Since,
                        carried.Until,
                        MatterNo.None,
                        BoxNo.None
                    ) with
                    {
                        Mandate = carried.Mandate,
                        Term = carried.Term,
                    }
                );
        }
    }

    /// <summary>Words that say what shows it, and the digest of a paper.</summary>
    internal static bool IsShown(string evidence, Digest paper) =>
        evidence.Trim().Length is > 0 and <= CarryOver.LongestEvidence
        && paper.Hex.Length == DigestLength
        && paper.Hex.All(char.IsAsciiHexDigitLower);
}
