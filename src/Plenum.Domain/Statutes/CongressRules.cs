namespace Plenum.Domain.Statutes;

public sealed partial record Rules
{
    /// <summary>Where delegates of the sections sit; nothing where the statutes have no congress.</summary>
    public BodyRule? Congress => Bodies.Items.FirstOrDefault(b => b.Kind == BodyKind.Congress);
}

/// <summary>How many seats a section gets by its members in standing.</summary>
public sealed record ApportionmentRule(
    ApportionmentMethod Method,
    int Per,
    int Least,
    int Most,
    EquatableArray<Band> Bands
)
{
    /// <summary>What a part of <see cref="Per" /> members gives.</summary>
    public SeatRounding Rounding { get; init; } = SeatRounding.Up;

    /// <summary>What everybody has before the rest is shared out by members, where it is shared out by degrees.</summary>
    public int Base { get; init; }

    /// <summary>The parts of all seats that constituencies have, whatever their members number; none where there is one for all.</summary>
    public EquatableArray<ConstituencyShare> Shares { get; init; } = [];

    public static readonly ApportionmentRule Equal = new(
        ApportionmentMethod.Equal,
        1,
        1,
        int.MaxValue,
        []
    );
}

/// <summary>Sections of up to so many members have so many seats.</summary>
public sealed record Band(int To, int Seats);

public enum ApportionmentMethod
{
    /// <summary>As many for each, at least one.</summary>
    Equal,

    /// <summary>One for every so many members or part of them.</summary>
    PerMembers,

    Bands,

    /// <summary>All seats of the body by Sainte-Lague (1910) over the members in standing.</summary>
    SainteLague,

    /// <summary>As the text lists them, which no rule here does yet: the least for each.</summary>
    Stated,

    /// <summary>All seats of the body by divisors 1, 2, 3 (d'Hondt, Jefferson).</summary>
    Dhondt,

    /// <summary>All seats by divisors 0, 1, 2 (Adams).</summary>
    Adams,

    /// <summary>All seats by harmonic means (Dean).</summary>
    Dean,

    /// <summary>All seats by geometric means.</summary>
    HuntingtonHill,

    /// <summary>All seats by the square roots of members (Penrose 1946).</summary>
    SquareRoot,

    /// <summary>All seats by largest remainders of V/S.</summary>
    Hare,

    /// <summary>All seats by largest remainders of the whole part of V/(S+1), and one.</summary>
    Droop,

    /// <summary>All seats by largest remainders of V/(S+1).</summary>
    HagenbachBischoff,

    /// <summary>All seats by largest remainders of V/(S+2).</summary>
    Imperiali,

    /// <summary>All seats: a base to everybody, the rest by members with parts rounded up, nobody above the most (Cambridge Compromise 2011).</summary>
    Degressive,
}

/// <summary>What a part of the members of a seat gives.</summary>
public enum SeatRounding
{
    /// <summary>Any part gives a seat.</summary>
    Up,

    /// <summary>A half or more does.</summary>
    HalfUp,

    /// <summary>More than a half does.</summary>
    HalfDown,

    /// <summary>More than a half does; exactly a half does if that makes the number even.</summary>
    HalfEven,

    /// <summary>No part does.</summary>
    Down,
}

/// <summary>How many votes a section has in a congress, and whether most sections are needed as well (C6).</summary>
public sealed record SectionsVoteRule(
    ArticleId Article,
    SectionWeights Weights,
    Ratio Needed,
    bool DoubleMajority
)
{
    public static readonly SectionsVoteRule Unwritten = new(
        new ArticleId(""),
        SectionWeights.Stated,
        new Ratio(1, 2),
        DoubleMajority: false
    );
}

/// <summary>By what the votes of a section go.</summary>
public enum SectionWeights
{
    /// <summary>Every seat one vote.</summary>
    Stated,
    Equal,
    PerMember,

    /// <summary>By members, cut where they would let one section command the others.</summary>
    Capped,
}
