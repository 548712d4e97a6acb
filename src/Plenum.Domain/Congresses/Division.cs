using System.Numerics;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Congresses;

/// <summary>How the delegates of one section voted, and the votes they share.</summary>
public sealed record SectionTally(
    SectionId Section,
    int Seats,
    int Votes,
    int For,
    int Against,
    int Abstained,
    bool Counts
)
{
    /// <summary>Most of its delegates who voted were for it.</summary>
    public bool IsFor => For > Against;
}

/// <summary>Votes as they weigh, in parts of <paramref name="Parts"/>; the sections for it, and why they were asked.</summary>
public sealed record WeighedVotes(
    string For,
    string Against,
    string Parts,
    int SectionsFor,
    int SectionsCounting,
    DoubleMajority SecondMajority
);

/// <summary>A division as sections: for pages, and for working it out again.</summary>
public sealed record Division(
    EquatableArray<SectionTally> Sections,
    WeighedVotes Weighed,
    Outcome Outcome
)
{
    /// <summary>Most votes were for it and most sections were not: it binds nobody and stands as advice.</summary>
    public bool IsAdvice =>
        Outcome == Outcome.Rejected
        && Weighed.SecondMajority != DoubleMajority.Off
        && Weighed.SectionsFor * 2 <= Weighed.SectionsCounting
        && BigInteger.Parse(Weighed.For, System.Globalization.CultureInfo.InvariantCulture)
            > BigInteger.Parse(Weighed.Against, System.Globalization.CultureInfo.InvariantCulture);
}
