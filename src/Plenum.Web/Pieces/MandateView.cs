using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Web.Pieces;

/// <summary>A mandate as its constituents see it.</summary>
/// <param name="Constituents">For whom: the section or members who gave it.</param>
/// <param name="Instructions">What the constituents told the holder to do; empty where they gave no instruction.</param>
/// <param name="Reports">When the holder reported, in order; empty where no report was made yet.</param>
/// <param name="RecallHref">Where the mandate can be taken back; empty where it was drawn by lot and ends with its task.</param>
public sealed record MandateView(
    string Holder,
    string Office,
    string Constituents,
    Instant Since,
    Instant Until,
    ImmutableArray<string> Instructions,
    VotingRecord Record,
    ImmutableArray<Instant> Reports,
    Reference Article,
    string RecallHref
);

/// <summary>How a holder voted by name: in how many divisions, and how often as the reader did.</summary>
public sealed record VotingRecord(int Voted, int Divisions, int WithYou, string Href);
