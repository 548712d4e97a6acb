using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>
/// Who stands in for whom. The alternate sits by a credential of their own and the delegate's is withdrawn for that
/// time, so that two are never in force for one seat, and every vote is recorded under the name of whoever cast it.
/// </summary>
public static class Alternates
{
    /// <summary>The mandate of whoever stands in for a delegate now; none where the delegate sits.</summary>
    public static Mandate For(Section section, MandateNo delegated) =>
        section.Congresses.GivenWay.TryGetValue(delegated, out var alternate)
            ? section.Mandates.Of(alternate)
            : MandatesRecord.NoMandate;

    /// <summary>The delegate somebody stands in for; none where they wait.</summary>
    public static Mandate StoodInFor(Section section, MandateNo alternate) =>
        section
            .Congresses.GivenWay.Where(way => way.Value == alternate)
            .Select(way => section.Mandates.Of(way.Key))
            .FirstOrDefault(m => m != MandatesRecord.NoMandate, MandatesRecord.NoMandate);

    /// <summary>Elected alternates who sit for nobody, neither for themselves nor for another.</summary>
    public static IEnumerable<Mandate> Free(Section section, Instant now) =>
        section
            .BodyRules.Where(b => b.Kind == BodyKind.Alternates)
            .SelectMany(b => section.Mandates.On(b.Id, now))
            .Where(m => IsFree(section, m, now));

    internal static bool IsFree(Section section, Mandate alternate, Instant now) =>
        StoodInFor(section, alternate.No) == MandatesRecord.NoMandate
        && section
            .Mandates.HeldBy(alternate.Holder, now)
            .All(m =>
                !section.Statutes.Book.Has(m.Body, BodyKind.Delegation)
                && StoodInFor(section, m.No) == MandatesRecord.NoMandate
            );

    /// <summary>The credentials that change when something happens to a delegate or to an alternate.</summary>
    internal static IEnumerable<Letter> Told(Section before, Event happened)
    {
        switch (happened)
        {
            case CongressesEvent.GaveWay e:
                yield return Withdrawn(e.Mandate, EndOfMandate.GaveWay, e.At);
                yield return Issued(
                    before,
                    before.Mandates.Of(e.Alternate),
                    e.At,
                    before.Mandates.Of(e.Mandate).Until
                );
                break;
            case CongressesEvent.TookSeatBack e:
                yield return Withdrawn(e.Alternate, EndOfMandate.GaveWay, e.At);
                yield return Issued(before, before.Mandates.Of(e.Mandate), e.At, Instant.MaxValue);
                break;
            case MandatesEvent.Ended e
                when before.Congresses.StoodIn.TryGetValue(e.Mandate, out var all):
                // What whoever stood in has said was said for this seat; who stands in for another by now keeps that one.
                foreach (var alternate in all)
                    if (
                        StoodInFor(before, alternate) is var other
                        && (other.No == e.Mandate || other == MandatesRecord.NoMandate)
                    )
                        yield return Withdrawn(alternate, e.How, e.At);
                break;
            case MandatesEvent.Ended e
                when StoodInFor(before, e.Mandate) is { } back && back != MandatesRecord.NoMandate:
                yield return Withdrawn(e.Mandate, e.How, e.At);
                yield return Issued(before, back, e.At, Instant.MaxValue);
                break;
        }
    }

    internal static Letter Issued(Section section, Mandate mandate, Instant since, Instant most) =>
        new Letter.CredentialIssued(
            mandate.No,
            section.Membership.Of(mandate.Holder).Person,
            Instant.Max(since, mandate.Since),
            Instant.Min(mandate.Until, most),
            mandate.Term
        );

    private static Letter.CredentialWithdrawn Withdrawn(
        MandateNo mandate,
        EndOfMandate how,
        Instant at
    ) => new(mandate, how, at);
}
