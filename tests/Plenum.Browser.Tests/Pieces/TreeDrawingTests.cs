using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Web.Sections;

namespace Plenum.Browser.Tests.Pieces;

/// <summary>Which sections are drawn, in which order and up to which bound; sections are numbered as they are named.</summary>
public sealed class TreeDrawingTests
{
    private readonly Dictionary<SectionId, Section> _kept = [];

    private static SectionId Id(string name) => new($"{name.Replace('.', 'x')}-section-of-a-tree");

    /// <summary>A section that is kept here; whoever is below it may be kept elsewhere.</summary>
    private Section Keep(string name, int below = 0, params string[] above) =>
        _kept[Id(name)] = Section.Unfounded with
        {
            Sections = SectionsRecord.Empty with
            {
                Id = Id(name),
                Name = name,
                Founding = Domain.Sections.Founding.Constituted,
                Tree = Tree.Alone with
                {
                    Above = [.. above.Select(Id)],
                    Affiliates = Enumerable
                        .Range(1, below)
                        .Select(no => new Affiliate(
                            Id(Child(name, no)),
                            Child(name, no),
                            no,
                            Instant.MinValue
                        ))
                        .ToImmutableSortedDictionary(a => a.Id, a => a),
                },
            },
        };

    private static string Child(string name, int no) =>
        name + no.ToString("'.'000", CultureInfo.InvariantCulture);

    private ImmutableArray<TreeRow> Drawn(Section around) =>
        new TreeDrawing(
            id => _kept.GetValueOrDefault(id, Section.Unfounded),
            tree => [.. tree.Affiliates.Values.OrderBy(a => a.Name, StringComparer.Ordinal)],
            id => _kept.TryGetValue(id, out var kept) ? kept.Sections.Name : id.Value
        ).Around(around);

    [Fact]
    public void What_stands_above_comes_first_and_everybody_hangs_from_whom_they_belong_to()
    {
        Keep("world");
        Keep("land", 2, "world");
        Keep("land.001", 1, "land", "world");
        var rows = Drawn(_kept[Id("land")]);

        Assert.Equal(
            ["Above 0", "Own 1", "Below 2", "Below 3", "Below 2"],
            rows.Select(r => $"{r.GetType().Name} {r.Depth}")
        );
        var deepest = Assert.IsType<TreeRow.Below>(rows[3]);
        Assert.Equal(("land.001.001", "land.001"), (deepest.Name, deepest.Federation));
        // Beside the deepest row the line runs on to the second section of the land, and not to another world.
        Assert.Equal([false, true, false], deepest.Passing);
        Assert.Equal([true, true, true, false, false], rows.Select(r => r.HasBelow));
    }

    [Fact]
    public void A_section_kept_elsewhere_leads_nowhere()
    {
        Keep("land.002");
        var rows = Drawn(Keep("land", 2, "elsewhere"));

        Assert.Equal(
            ["", "/s/land-secti/section", "", "/s/landx002-s/section"],
            rows.Select(r => r.Page)
        );
    }

    [Theory]
    [InlineData(30, 30, 0)]
    [InlineData(31, 30, 1)]
    [InlineData(2000, 30, 1970)]
    public void Of_one_federation_thirty_are_drawn_and_the_rest_is_a_number_that_leads_to_the_table(
        int below,
        int drawn,
        int rest
    )
    {
        var rows = Drawn(Keep("land", below));

        Assert.Equal(
            Enumerable.Range(1, drawn).Select(no => Child("land", no)),
            rows.OfType<TreeRow.Below>().Select(r => r.Name)
        );
        Assert.Equal(rest, rows.OfType<TreeRow.Further>().Sum(r => r.Count));
        Assert.All(
            rows.OfType<TreeRow.Further>(),
            r => Assert.Equal("/s/land-secti/federation?from=30#below", r.Page)
        );
    }

    [Fact]
    public void A_tree_of_thousands_is_drawn_breadth_first_up_to_the_bound()
    {
        var top = Keep("world", 40);
        for (var no = 1; no <= 40; no++)
            Keep(Child("world", no), 50, "world");
        var rows = Drawn(top);

        Assert.Equal(TreeDrawing.MostBelow, rows.Count(r => r is TreeRow.Below));
        Assert.Equal(30, rows.Count(r => r is TreeRow.Below { Depth: 1 }));
        // The first two have thirty each, twenty more as a number; of the other twenty-eight the number alone is left.
        Assert.Equal(
            [.. Enumerable.Repeat(20, 2), .. Enumerable.Repeat(50, 28), 10],
            rows.OfType<TreeRow.Further>().Select(r => r.Count)
        );
    }

    [Fact]
    public void Below_the_third_level_nobody_is_drawn_and_above_it_only_the_number()
    {
        Keep("a.001", 1);
        Keep("a.001.001", 1);
        Keep("a.001.001.001", 7);
        var rows = Drawn(Keep("a", 1, "v", "w", "x", "y", "z"));

        Assert.Equal(2, Assert.IsType<TreeRow.Higher>(rows[0]).Count);
        Assert.Equal(
            ["x", "w", "v"],
            rows.OfType<TreeRow.Above>().Select(r => r.Name.Split('-')[0])
        );
        Assert.Equal(7, Assert.IsType<TreeRow.Further>(rows[^1]).Count);
        Assert.Equal(8, rows[^1].Depth);
    }
}
