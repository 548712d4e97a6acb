namespace Plenum.Domain.Statutes;

/// <summary>How many seats a section gets by its members in standing.</summary>
public sealed record ApportionmentRule(
    ApportionmentMethod Method,
    int Per,
    int Least,
    int Most,
    EquatableArray<Band> Bands
)
{
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
