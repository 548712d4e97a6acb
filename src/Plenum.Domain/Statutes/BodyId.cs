namespace Plenum.Domain.Statutes;

/// <summary>The stable id of an article; events cite it, numbers are display.</summary>
public readonly record struct ArticleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The id of a body as the statutes name it, for instance <c>committee</c> or <c>chair</c>.</summary>
public readonly record struct BodyId(string Value) : IComparable<BodyId>
{
    public static readonly BodyId Members = new("members");

    /// <summary>The sections of a federation: they elect its delegates, each in its own record.</summary>
    public static readonly BodyId Sections = new("sections");

    /// <summary>All members of a federation's sections, however deep, and its own.</summary>
    public static readonly BodyId Tree = new("tree");

    /// <summary>Names that mean somebody else in the record, so that no body of a text may bear them.</summary>
    public static readonly EquatableArray<BodyId> Reserved = [Sections, Tree];

    public int CompareTo(BodyId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
