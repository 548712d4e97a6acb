using System.Numerics;
using NodaTime;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Rights;

/// <summary>What figures say. Too few figures never clear anybody (F07).</summary>
public enum Evidence
{
    NotEnoughData,
    Nothing,
    Found,
}

/// <summary>A section set against all others of its federation together.</summary>
public sealed record Comparison(
    SectionId Section,
    AdmissionCounts Counts,
    AdmissionCounts Others,
    Evidence Refusals,
    Evidence Delays
);

/// <summary>
/// Whether a section refuses or delays those who ask to join it more than the others do: when fewer than four fifths
/// as many get in (29 CFR 1607.4 D), and when that is beyond chance by Fisher's exact test (R. A. Fisher 1935). Whole
/// numbers alone, so that anybody works it out again.
/// </summary>
public static class Disparity
{
    /// <summary>Once in a hundred federations, however many sections are compared.</summary>
    private const int OnceIn = 100;

    /// <summary>Larger numbers are counted in proportion, which only makes a finding harder.</summary>
    private const int MostCounted = 1_000;

    /// <summary>Every section of the federation; of one that told too little there is not enough data.</summary>
    public static EquatableArray<Comparison> In(Section federation, Instant now)
    {
        var told = AmongThoseWithEnough(federation, now).ToDictionary(c => c.Section);
        return federation
            .Sections.Tree.Affiliates.Keys.Select(section =>
                told.TryGetValue(section, out var compared)
                    ? compared
                    : new Comparison(
                        section,
                        AdmissionCounts.TooFew,
                        AdmissionCounts.TooFew,
                        Evidence.NotEnoughData,
                        Evidence.NotEnoughData
                    )
            )
            .ToEquatable();
    }

    /// <summary>Only the sections that told enough, for a reader who need not wait for thousands of others.</summary>
    public static EquatableArray<Comparison> AmongThoseWithEnough(Section federation, Instant now)
    {
        var told = federation
            .Rights.Told.Where(t =>
                t.Value.Counts.IsEnough
                && federation.Sections.Tree.HasAffiliate(t.Key)
                && now < federation.After(t.Value.At, Reporting.OldestReport)
            )
            .ToArray();
        var all = told.Aggregate(AdmissionCounts.TooFew, (sum, one) => sum.And(one.Value.Counts));
        return told.Select(t =>
                Compare(t.Key, t.Value.Counts, all.Without(t.Value.Counts), told.Length)
            )
            .ToEquatable();
    }

    /// <summary>So many of so many kept out here, and so many of so many in all other sections.</summary>
    public static Evidence Of(int kept, int of, int keptElsewhere, int ofElsewhere, int sections)
    {
        if (of < AdmissionCounts.Least || ofElsewhere < AdmissionCounts.Least)
            return Evidence.NotEnoughData;
        var (here, elsewhere) = (of - kept, ofElsewhere - keptElsewhere);
        return
            5L * here * ofElsewhere < 4L * elsewhere * of
            && IsBeyondChance(kept, of, keptElsewhere, ofElsewhere, sections)
            ? Evidence.Found
            : Evidence.Nothing;
    }

    private static Comparison Compare(
        SectionId section,
        AdmissionCounts counts,
        AdmissionCounts others,
        int sections
    ) =>
        new(
            section,
            counts,
            others,
            Of(counts.Refused, counts.Decided, others.Refused, others.Decided, sections),
            Of(counts.Late, counts.Applied, others.Late, others.Applied, sections)
        );

    // How often as many or more would be kept out here, if all those kept out were drawn by lot from everybody.
    private static bool IsBeyondChance(
        int kept,
        int of,
        int keptElsewhere,
        int ofElsewhere,
        int sections
    )
    {
        if (of > MostCounted)
            (kept, of) = ((int)((long)kept * MostCounted / of), MostCounted);
        if (ofElsewhere > MostCounted)
            (keptElsewhere, ofElsewhere) = (
                (int)(((long)keptElsewhere * MostCounted + ofElsewhere - 1) / ofElsewhere),
                MostCounted
            );
        var all = of + ofElsewhere;
        var keptInAll = kept + keptElsewhere;
        var term = Choices(keptInAll, kept) * Choices(all - keptInAll, of - kept);
        var atLeast = BigInteger.Zero;
        for (var i = kept; i <= Math.Min(keptInAll, of); i++)
        {
            atLeast += term;
            term = term * (keptInAll - i) * (of - i) / (i + 1) / (all - keptInAll - of + i + 1);
        }
        return atLeast * OnceIn * sections <= Choices(all, of);
    }

    private static BigInteger Choices(int of, int chosen)
    {
        var result = BigInteger.One;
        for (var i = 1; i <= Math.Min(chosen, of - chosen); i++)
            result = result * (of - i + 1) / i;
        return result;
    }
}
