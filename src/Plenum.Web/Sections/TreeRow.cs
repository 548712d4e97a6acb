using System.Collections.Immutable;
using Plenum.Domain;

namespace Plenum.Web.Sections;

/// <summary>A row of the picture of a tree, so many levels below the first row.</summary>
public abstract record TreeRow
{
    private TreeRow() { }

    public required int Depth { get; init; }

    /// <summary>Where the row leads; nowhere where a section is kept elsewhere, or nobody reads more here.</summary>
    public string Page { get; init; } = "";

    /// <summary>For every level to the left, whether its line goes on beside this row to somebody further down.</summary>
    public ImmutableArray<bool> Passing { get; init; } = [];

    /// <summary>Something hangs from this row.</summary>
    public bool HasBelow { get; init; }

    /// <summary>Sections further above, of which only the number is drawn.</summary>
    public sealed record Higher(int Count) : TreeRow;

    /// <summary>A section above, whose figures nobody tells down here.</summary>
    public sealed record Above(string Name) : TreeRow;

    /// <summary>The section around which the tree is drawn, and its own members.</summary>
    public sealed record Own(SectionId Id, string Name, int Members) : TreeRow;

    /// <summary>A section below, and the members it has told its federation.</summary>
    public sealed record Below(SectionId Id, string Name, int Members, string Federation) : TreeRow;

    /// <summary>Further sections of one federation, of which only the number is drawn.</summary>
    public sealed record Further(string Federation, int Drawn, int Count) : TreeRow;
}
