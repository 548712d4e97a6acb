using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Nobody calls itself national or world without being it: the label follows from living sections (S12, F04).</summary>
public sealed class LabelTests
{
    private static readonly Instant Now = Instant.FromUtc(2027, 6, 1, 0, 0);

    private static SectionId Id(int no) => new(Digest.Of($"section {no}").Hex);

    /// <summary>One section as it reports itself.</summary>
    private sealed record Told(
        string Country,
        string Locality,
        int Members,
        int MetDaysAgo = 30,
        int DaysOld = 400
    );

    /// <summary>A federation that was founded three years ago and heard all of these yesterday.</summary>
    private static Section Federation(params ReadOnlySpan<Told> sections)
    {
        var founded = Now - Duration.FromDays(1_000);
        var section = Section
            .Evolve(Section.Unfounded, new SectionsEvent.Begun(Id(0), "Federation", "Etc/UTC", 5))
            .Then(new SectionsEvent.Constituted(founded, 5));
        for (var no = 1; no <= sections.Length; no++)
        {
            var told = sections[no - 1];
            section = section
                .Then(
                    new TreeEvent.TookIn(
                        Id(no),
                        $"Section {no}",
                        told.Members,
                        MatterNo.None,
                        Now - Duration.FromDays(Math.Min(told.DaysOld, 700))
                    )
                )
                .Then(
                    new ScopeEvent.Reported(
                        1,
                        Id(no),
                        told.Country,
                        told.Locality,
                        told.Members,
                        Now - Duration.FromDays(told.DaysOld),
                        Now - Duration.FromDays(told.MetDaysAgo),
                        [],
                        Now - Duration.FromDays(1)
                    )
                );
        }
        return section;
    }

    [Theory]
    [InlineData("America/Montevideo")]
    [InlineData("Asia/Tokyo")]
    public void A_section_that_has_never_met_does_not_live_whatever_the_clock_of_its_federation(
        string zone
    )
    {
        var federation = Federation(new Told("PT", "Porto", 20))
            .Then(
                new ScopeEvent.Reported(
                    2,
                    Id(1),
                    "PT",
                    "Porto",
                    20,
                    Now - Duration.FromDays(400),
                    Instant.MinValue,
                    [],
                    Now
                )
            );
        var elsewhere = federation with { Sections = federation.Sections with { TimeZone = zone } };
        Assert.False(Labels.IsActive(elsewhere, Id(1), Now));
    }

    private static Reach Of(params ReadOnlySpan<Told> sections)
    {
        var federation = Federation(sections);
        return Labels.Of(Labels.Places(federation, Now), federation.Sections.Tree.Affiliates.Count);
    }

    private static Told[] Country(int ofHundred) =>
        [
            new("PT", "Lisboa", ofHundred),
            new("PT", "Porto", (100 - ofHundred) / 2),
            new("PT", "Sines", 100 - ofHundred - (100 - ofHundred) / 2 - 5),
            new("PT", "Sines", 5),
        ];

    [Theory]
    [InlineData(49, ScopeLabel.National, ScopeLack.Nothing)]
    [InlineData(50, ScopeLabel.National, ScopeLack.Nothing)]
    [InlineData(51, ScopeLabel.Section, ScopeLack.LargestLocality)]
    public void One_place_may_have_half_of_a_nation_and_no_more(
        int ofHundred,
        ScopeLabel label,
        ScopeLack lack
    )
    {
        var reach = Of(Country(ofHundred));
        Assert.Equal(
            (100, "Lisboa", ofHundred),
            (reach.Members, reach.Largest, reach.LargestMembers)
        );
        Assert.Equal((label, lack), (reach.Label, reach.Lack));
    }

    [Theory]
    [InlineData(49, ScopeLabel.World, ScopeLack.Nothing)]
    [InlineData(50, ScopeLabel.World, ScopeLack.Nothing)]
    [InlineData(51, ScopeLabel.Section, ScopeLack.LargestCountry)]
    public void One_country_may_have_half_of_the_world_and_no_more(
        int ofHundred,
        ScopeLabel label,
        ScopeLack lack
    )
    {
        var sections = new List<Told> { new("PT", "Lisboa", ofHundred - 6), new("PT", "Porto", 6) };
        foreach (var country in new[] { "KE", "UY", "JP" })
            sections.AddRange([new(country, "North", 6), new(country, "South", 6)]);
        sections.AddRange([new("IN", "Kochi", 100 - ofHundred - 36 - 5), new("IN", "Goa", 5)]);
        var reach = Of([.. sections]);
        Assert.Equal((100, "PT", ofHundred), (reach.Members, reach.Largest, reach.LargestMembers));
        Assert.Equal((label, lack), (reach.Label, reach.Lack));
    }

    [Fact]
    public void One_section_less_is_no_nation_and_the_reason_says_how_many_it_takes()
    {
        var reach = Of(
            new Told("PT", "Lisboa", 10),
            new("PT", "Porto", 10),
            new("PT", "Sines", 10)
        );
        Assert.Equal(
            (ScopeLabel.Section, ScopeLack.Sections, Labels.SectionsOfANation),
            (reach.Label, reach.Lack, reach.Needed)
        );
    }

    [Fact]
    public void One_country_less_is_not_the_world()
    {
        var four = new[] { "PT", "KE", "UY", "JP" }
            .SelectMany(c =>
                new Told[] { new(c, "North", 9), new(c, "South", 9), new(c, "West", 9) }
            )
            .ToArray();
        Assert.Equal((ScopeLabel.Section, ScopeLack.Countries), (Of(four).Label, Of(four).Lack));
        Assert.Equal(ScopeLabel.World, Of([.. four, new("IN", "Kochi", 9)]).Label);
    }

    [Theory]
    [InlineData(364, ScopeLabel.National)]
    [InlineData(366, ScopeLabel.Section)]
    public void A_section_that_has_not_met_for_a_year_lives_on_paper_only(
        int metDaysAgo,
        ScopeLabel label
    ) =>
        Assert.Equal(
            label,
            Of(
                new Told("PT", "Lisboa", 10),
                new("PT", "Porto", 10),
                new("PT", "Sines", 10),
                new("PT", "Faro", 10, metDaysAgo)
            ).Label
        );

    [Theory]
    [InlineData(5, 400, ScopeLabel.National)]
    [InlineData(4, 400, ScopeLabel.Section)]
    [InlineData(5, 170, ScopeLabel.Section)]
    public void Tiny_and_young_sections_do_not_count(int members, int daysOld, ScopeLabel label) =>
        Assert.Equal(
            label,
            Of(
                new Told("PT", "Lisboa", 10),
                new("PT", "Porto", 10),
                new("PT", "Sines", 10),
                new("PT", "Faro", members, DaysOld: daysOld)
            ).Label
        );

    [Fact]
    public void A_place_that_splits_itself_into_ten_is_one_place()
    {
        Told[] two = [new("PT", "Lisboa", 50), new("PT", "Porto", 40)];
        var split = Enumerable.Range(0, 10).Select(_ => new Told("PT", "Lisboa", 5));

        Assert.Equal(ScopeLabel.Section, Of(two).Label);
        var reach = Of([.. split, two[1]]);
        Assert.Equal((ScopeLabel.Section, ScopeLack.Localities), (reach.Label, reach.Lack));
        Assert.Equal(2, reach.Localities);
    }

    [Fact]
    public void Ten_paper_sections_change_nothing()
    {
        var before = Of(Country(50));
        var paper = Enumerable
            .Range(0, 10)
            .Select(no => new Told("PT", $"Paper {no}", 30, MetDaysAgo: 500));
        var after = Of([.. Country(50), .. paper]);

        Assert.Equal(before with { All = after.All }, after);
    }

    [Fact]
    public void Whoever_does_not_say_where_it_works_spreads_nothing()
    {
        var nowhere = Enumerable.Range(0, 10).Select(_ => new Told("", "", 50)).ToArray();
        Assert.Equal(ScopeLabel.Section, Of(nowhere).Label);
    }

    [Fact]
    public void A_section_that_does_not_answer_for_a_year_does_not_count_any_more()
    {
        var federation = Federation(Country(50));
        Assert.NotEmpty(Labels.Places(federation, Now));
        Assert.Empty(Labels.Places(federation, Now + Duration.FromDays(366)));
    }

    [Fact]
    public void What_stands_below_a_section_counts_with_it()
    {
        var federation = Federation(new Told("PT", "Lisboa", 10))
            .Then(
                new ScopeEvent.Reported(
                    2,
                    Id(1),
                    "PT",
                    "Lisboa",
                    10,
                    Now - Duration.FromDays(400),
                    Now,
                    [new PlaceCount("PT", "Porto", 2, 30), new PlaceCount("PT", "Lisboa", 1, 7)],
                    Now
                )
            );
        Assert.Equal(
            [new PlaceCount("PT", "Lisboa", 2, 17), new PlaceCount("PT", "Porto", 2, 30)],
            Labels.Places(federation, Now)
        );
    }
}

internal static class Unrolled
{
    public static Section Then(this Section section, Event happened) =>
        Section.Evolve(section, happened);
}
