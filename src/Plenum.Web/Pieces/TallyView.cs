using System.Collections.Immutable;

namespace Plenum.Web.Pieces;

/// <summary>The stages of a count: who held how many votes, and how votes moved between stages.</summary>
/// <param name="Quota">What was enough to be elected, in words: "Quota 16".</param>
public sealed record TallyView(
    string Caption,
    string Quota,
    ImmutableArray<TallyRow> Rows,
    ImmutableArray<TallyStage> Stages
);

/// <summary>Someone (or a heap, such as the exhausted papers) that holds votes during the count.</summary>
public sealed record TallyRow(string Name, TallyOutcome Outcome);

public enum TallyOutcome
{
    Elected,
    NotElected,

    /// <summary>Stood when voting opened and had left before the count.</summary>
    Left,
    Heap,
}

/// <summary>One stage: what was done, and what every row holds afterwards.</summary>
/// <param name="Totals">One figure a row, in the order of the rows.</param>
/// <param name="Moves">How votes came here from the stage before; empty at the first.</param>
public sealed record TallyStage(
    string Name,
    string Done,
    ImmutableArray<decimal> Totals,
    ImmutableArray<TallyMove> Moves
);

/// <summary>Votes that moved from one row to another.</summary>
public sealed record TallyMove(int From, int To, decimal Votes);
