using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.People;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Web.Founding;

namespace Plenum.Browser.Tests.Story;

/// <summary>A branch of twelve on one laptop: founded by the nine questions, its committee elected from a hat.</summary>
public sealed partial class HatTests(RunningHouse running)
{
    private const string Pdftotext = "/usr/bin/pdftotext";
    private static readonly BodyId Committee = new("committee");

    private static readonly string[] Founders =
    [
        "Abena Owusu",
        "Bruno Lima",
        "Chiara Neri",
        "Dragan Petrović",
        "Emeka Nwosu",
        "Farida Haddad",
        "Gita Rao",
        "Henrik Dahl",
        "Ines Prado",
        "Jiro Kato",
        "Katya Orlova",
        "Liam Byrne",
    ];

    // Four stand; the fifth option re-opens nominations. Nobody's paper says whose it is.
    private static readonly string[] Hat =
    [
        "1,2",
        "1,3",
        "1",
        "2,1",
        "2,4",
        "2",
        "3,4",
        "3,1,2",
        "3",
        "4,3",
        "5",
        "1,2,3,4",
    ];

    [GeneratedRegex(
        "(?<letters>[A-Z]{4} [A-Z]{4})</span>.*?<span class=\"code\">(?<pin>[0-9]{6})",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cards();

    [Fact]
    public async Task Twelve_found_a_branch_elect_from_a_hat_and_print_the_result()
    {
        await using var house = await Household.Open();
        var laptop = await running.Page(Width.Desk, ColorScheme.Light);
        var people = await Found(house, laptop);
        var election = Nominating(house);
        for (var i = 0; i < 4; i++)
            await Stand(house, people[i], $"I stand. {Founders[i]}.");
        Assert.Equal(4, Section(house).Elections.Of(election).Standing.Count());
        while (Of(house, election).Stage is not Stage.Voting)
            await LetPass(house, election);
        var commission = Section(house).Elections.Of(election).Commission.Items;
        Assert.Equal(3, commission.Length);
        var (first, second) = (people[commission[0].Value - 1], people[commission[1].Value - 1]);
        await HandOut(house, first);
        Assert.Equal(Founders.Length, Box(house, election).PapersIssued);
        await EmptyTheHat(house, election, first, second);
        while (Of(house, election).IsOpen)
            await LetPass(house, election);

        var elected = ElectedIn(house, election);
        Assert.Equal(3, elected.Length);
        Assert.Equal(elected, HoldersOf(house));
        await laptop.GotoAsync($"{house.Address}");
        await laptop
            .GetByRole(AriaRole.Link, new() { NameRegex = new("Committee") })
            .First.ClickAsync();
        foreach (var line in await Printed(laptop, "result"))
        foreach (var expected in elected.Concat(["12 papers", "Elected", "Committee"]))
            Assert.Contains(expected, line, StringComparison.Ordinal);
        foreach (var page in people)
            await page.Context.CloseAsync();
    }

    /// <summary>The first answers on the laptop; each of the others comes in with their card, on a telephone of their own.</summary>
    private async Task<IPage[]> Found(Household house, IPage laptop)
    {
        await laptop.GotoAsync($"{house.Address}start?key={house.Of<FoundingKey>().Draw()}");
        await laptop.GetByLabel("1. What is the branch called?").FillAsync("Quay Branch");
        await laptop.GetByLabel("The founders").FillAsync(string.Join('\n', Founders));
        await laptop.Press("Look at the whole");
        await laptop.CheckAsync("[name=own]");
        await laptop.Press("Adopt and begin");
        await laptop.Arrives("/founding");
        foreach (var sheet in await Printed(laptop, "founding"))
        foreach (var founder in Founders)
            // All of them sign on one page.
            Assert.Contains(founder, sheet.Split('\f')[0], StringComparison.Ordinal);
        var cards = Cards().Matches(await laptop.ContentAsync());
        Assert.Equal(Founders.Length, cards.Count);
        await laptop.Follow("Accept for yourself");
        await laptop.Press("Accept the invitation");
        var people = new List<IPage> { laptop };
        foreach (var card in cards.Skip(1))
        {
            var page = await running.Page(Width.Telephone, ColorScheme.Light);
            // What the square on the card says.
            await page.GotoAsync(
                $"{house.Address}sign-in?card={card.Groups["letters"].Value.Replace(" ", "", StringComparison.Ordinal)}"
            );
            await page.GetByLabel("The PIN").FillAsync(card.Groups["pin"].Value);
            await page.CheckAsync("form[action='/sign-in/card'] input[name='own']");
            await page.Press("Sign in with the card");
            await page.Press("Accept the invitation");
            people.Add(page);
        }
        Assert.Equal(Founders.Length, Section(house).Membership.InGoodStanding);
        return [.. people];
    }

    /// <summary>From the first page one has, by what stands there.</summary>
    private static async Task Stand(Household house, IPage page, string platform)
    {
        await page.GotoAsync($"{house.Address}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Committee") })
            .First.ClickAsync();
        await page.Follow("To the nominations");
        await page.GetByLabel("Your platform").FillAsync(platform);
        await page.Press("Stand as a candidate");
        await Assertions.Expect(page.GetByText("You are standing.")).ToBeVisibleAsync();
    }

    /// <summary>One of the commission prints the papers and gives one to each.</summary>
    private static async Task HandOut(Household house, IPage page)
    {
        await ToTheVote(house, page);
        await page.Follow("Print papers");
        await page.GetByLabel("How many").FillAsync($"{Founders.Length}");
        await page.Press("Lay them out");
        foreach (var sheet in await Printed(page, "papers"))
        {
            Assert.Contains($"Receipt no. {Founders.Length}:", sheet, StringComparison.Ordinal);
            foreach (var candidate in Founders.Take(4))
                Assert.Contains(candidate, sheet, StringComparison.Ordinal);
        }
        await page.Follow("Voting on paper");
        foreach (var (handed, founder) in Founders.Index())
        {
            await page.GetByLabel("To whom")
                .SelectOptionAsync(new SelectOptionValue { Label = founder });
            await page.Press("Record that it was handed out");
            await Assertions
                .Expect(page.GetByText($"{handed + 1} paper", new() { Exact = false }).First)
                .ToBeVisibleAsync();
        }
    }

    /// <summary>Two of the commission, each for themselves; the second misreads a paper, is shown it, and looks again.</summary>
    private static async Task EmptyTheHat(
        Household house,
        MatterNo election,
        IPage first,
        IPage second
    )
    {
        await first.Follow("Enter the papers of the hat");
        await Enter(first, Hat);
        await Assertions
            .Expect(first.GetByText("Now somebody else of the commission"))
            .ToBeVisibleAsync();
        await ToTheVote(house, second);
        await second.Follow("Enter the papers of the hat");
        // Papers have no order; of twelve, one was misread.
        await Enter(second, ["2,3", .. Hat.Skip(1).Reverse()]);
        Assert.False(Box(house, election).PapersConfirmed);
        await Assertions
            .Expect(
                second
                    .GetByRole(
                        AriaRole.Region,
                        new() { Name = "Where the last two entries differ" }
                    )
                    .GetByText("2,3", new() { Exact = true })
            )
            .ToBeVisibleAsync();
        await first.ReloadAsync();
        await Enter(first, Hat);
        Assert.False(Box(house, election).PapersConfirmed);
        await second.ReloadAsync();
        await Enter(second, Hat.Reverse());
        await Assertions
            .Expect(second.GetByText("Two of the commission entered the same papers."))
            .ToBeVisibleAsync();
        Assert.True(Box(house, election).PapersConfirmed);
    }

    private static async Task Enter(IPage page, IEnumerable<string> papers)
    {
        await page.GetByLabel("The papers, one a line").FillAsync(string.Join('\n', papers));
        await page.Press("Enter these papers");
    }

    /// <summary>Whom the lot fell on reads so on the first page there is.</summary>
    private static async Task ToTheVote(Household house, IPage page)
    {
        await page.GotoAsync($"{house.Address}");
        await page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^You run") })
            .Locator("xpath=following-sibling::ul[1]")
            .GetByRole(AriaRole.Link, new() { NameRegex = new("Committee") })
            .ClickAsync();
    }

    private static Box Box(Household house, MatterNo election) =>
        Section(house).Ballots.Of(((Stage.Voting)Of(house, election).Stage).Box);

    private static async Task LetPass(Household house, MatterNo matter)
    {
        var at = Of(house, matter).Stage.NextAt;
        if (at > house.Now)
            house.Clock.Move(at - house.Now + Duration.FromSeconds(1));
        await house.Of<Calendar>().ActOnWhatIsDue(TestContext.Current.CancellationToken);
        Assert.NotEqual(at, Of(house, matter).Stage.NextAt);
    }

    /// <summary>What the printer would put on paper: as the page is laid out for it and, where a reader is installed, as the PDF says.</summary>
    private static async Task<string[]> Printed(IPage page, string name)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var seen = await page.Locator("body").InnerTextAsync();
        Directory.CreateDirectory(RunningHouse.Screens);
        var path = Path.Combine(RunningHouse.Screens, $"{name}.pdf");
        var pdf = await page.PdfAsync(
            new()
            {
                Path = path,
                Format = "A4",
                PreferCSSPageSize = true,
            }
        );
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        Assert.Equal("%PDF-"u8, pdf.AsSpan(0, 5));
        Assert.DoesNotContain("What needs me", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Issue a new card", seen, StringComparison.Ordinal);
        if (!File.Exists(Pdftotext))
            return [seen];
        using var reader = Process.Start(
            new ProcessStartInfo(Pdftotext, $"-layout \"{path}\" -")
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var read = await reader.StandardOutput.ReadToEndAsync(
            TestContext.Current.CancellationToken
        );
        return [seen, read.Normalize()];
    }

    private static Section Section(Household house) =>
        house.Front.Read(house.Front.Sections.Single()).Section;

    private static Matter Of(Household house, MatterNo no) => Section(house).Matters.All[no];

    private static MatterNo Nominating(Household house) =>
        Section(house)
            .Matters.OpenMatters.Single(m => m.Question is Question.Elect e && e.Body == Committee)
            .No;

    private static string[] ElectedIn(Household house, MatterNo matter) =>
        [
            .. Section(house)
                .Elections.Of(matter)
                .Elected.Select(no => Section(house).Elections.Of(matter).Candidate(no).Member)
                .Order()
                .Select(m => Founders[m.Value - 1]),
        ];

    private static string[] HoldersOf(Household house) =>
        [
            .. Section(house)
                .Mandates.On(Committee, house.Now)
                .Select(m => m.Holder)
                .Order()
                .Select(m => Founders[m.Value - 1]),
        ];
}
