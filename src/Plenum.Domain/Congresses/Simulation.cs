using Plenum.Domain.Matters;

namespace Plenum.Domain.Congresses;

/// <summary>One section before and after a change of weights: seats, votes, and how often it decides, in tenths of a percent.</summary>
public sealed record SectionShift(
    SectionId Section,
    int Members,
    int SeatsBefore,
    int SeatsAfter,
    int VotesBefore,
    int VotesAfter,
    int DecidesBefore,
    int DecidesAfter
);

/// <summary>A division of the past, and how it would have ended.</summary>
public sealed record PastDivision(MatterNo Matter, Outcome Before, Outcome After);

/// <summary>What a change of weights does: to power, to what it takes to win, and to what was decided before (S67).</summary>
public sealed record Simulation(
    EquatableArray<SectionShift> Sections,
    int NeededBefore,
    int NeededAfter,
    int FewestBefore,
    int FewestAfter,
    DoubleMajority SecondBefore,
    DoubleMajority SecondAfter,
    EquatableArray<PastDivision> Past
);

/// <summary>A change of weights that was put, as those who vote on it see it.</summary>
public sealed record Reweighed(Simulation Simulation, Digest Why, NodaTime.Instant Review);
