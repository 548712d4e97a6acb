using System.Text;
using System.Text.Json;
using NodaTime;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Counting;
using Plenum.Domain.Elections;
using Plenum.Testing;
using Plenum.Web.Matters;
using Plenum.Web.Speech;

namespace Plenum.Browser.Tests.Story;

/// <summary>A member sees how an election was counted, why ties fell as they did, and takes home what others can count.</summary>
public sealed class CountAgainTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private string Path =>
        FormattableString.Invariant($"{house.Path}/matters/{house.CountedElection.No}");

    [Fact]
    public async Task What_a_member_takes_home_gives_the_count_that_is_on_the_record()
    {
        using var member = await house.As("member");
        var papers = Encoding.UTF8.GetBytes((await member.Get(Path + "/papers.blt")).Text);
        var certificate = (await member.Get(Path + "/certificate.json")).Text;

        var verified = CertificateCommand.Verify(
            Encoding.UTF8.GetBytes(certificate),
            papers,
            "papers.blt",
            json: false
        );
        Assert.Equal(0, verified.ExitCode);
        var counted = house
            .Front.Keeping.History(house.Id, Subjects.Of(house.CountedElection.No), 5_000)
            .Select(happened => happened.Event)
            .OfType<ElectionsEvent.Counted>()
            .Single();
        using var told = JsonDocument.Parse(certificate);
        using var recorded = JsonDocument.Parse(house.Front.Keeping.Content(counted.Story.Digest));
        Assert.True(
            JsonElement.DeepEquals(told.RootElement.GetProperty("count"), recorded.RootElement)
        );
    }

    [Fact]
    public async Task The_page_of_an_election_shows_stages_and_leads_to_papers_certificate_and_checker()
    {
        using var member = await house.As("member");
        var (status, page) = await member.Get(Path);

        Assert.Equal(200, status);
        foreach (
            var part in new[]
            {
                "<th scope=\"col\" class=\"number\">Stage 1",
                "role=\"img\"",
                Path.Split('/')[^1] + "/papers.blt\"",
                Path.Split('/')[^1] + "/certificate.json\"",
                CountFiles.SameProgram,
                CountFiles.OtherProgram,
            }
        )
            Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "en",
        "At stage 3, Ben, Cleo had equally few votes, and one had to be excluded.",
        "Stage 1 tells them apart: Ben had 5, Cleo had 4.",
        "Cleo was excluded."
    )]
    [InlineData(
        "es",
        "En la etapa 3, Ben, Cleo tenían los mismos votos, los más bajos, y alguien tenía que quedar fuera.",
        "La etapa 1 los distingue: Ben tenía 5, Cleo tenía 4.",
        "Cleo quedó fuera."
    )]
    public void A_tie_that_an_earlier_stage_decides_is_told_with_its_figures(
        string language,
        string what,
        string step,
        string fell
    )
    {
        var tie = Assert.Single(Told("tie-separated-by-an-earlier-stage", language));
        Assert.Equal((what, step, fell), (tie.What, Assert.Single(tie.Steps), tie.Fell));
        Assert.Equal("", tie.Again);
    }

    [Fact]
    public void A_tie_that_a_lot_decides_is_told_with_the_slips_and_how_to_draw_them_again()
    {
        var tie = Told("tie-at-exclusion", "en")[0];
        Assert.StartsWith("No earlier stage", tie.Steps[^1], StringComparison.Ordinal);
        Assert.True(tie.Slips.Length > 1);
        Assert.Equal(tie.Slips.Length, tie.Again.Split('\n').Length);
        Assert.All(
            tie.Again.Split('\n'),
            line => Assert.Matches("^printf 'plenum-lot-1:0badc0de:1:[0-9]+' \\| sha256sum$", line)
        );
    }

    // The samples of the library of counts, with lots from a seed.
    private static System.Collections.Immutable.ImmutableArray<TieStory> Told(
        string name,
        string language
    )
    {
        var file = File.ReadAllBytes(
            System.IO.Path.Combine(Golden.Root, "testdata", "counts", name + ".blt")
        );
        var answer = CountCommand.Run(
            file,
            new CountOptions("scottish-stv", Json: true, Seed: "0badc0de")
        );
        using var json = JsonDocument.Parse(answer.Text);
        var names = json
            .RootElement.GetProperty("candidates")
            .EnumerateArray()
            .Select(n => n.GetString()!)
            .ToArray();
        return TieStories.Of(
            new Sentences(language, DateTimeZone.Utc),
            no => names[no - 1],
            json.RootElement,
            "0badc0de"
        );
    }
}
