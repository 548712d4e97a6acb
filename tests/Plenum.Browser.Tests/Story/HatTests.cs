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
        var visitors = await Found(house, laptop);
        var election = Nominating(house);
        for (var i = 0; i < 4; i++)
            await visitors[i]
                .Do(
                    house,
                    "elections/stand",
                    ("Election", $"{election}"),
                    ("Platform", $"I stand. {Founders[i]}.")
                );
        while (Of(house, election).Stage is not Stage.Voting)
            await LetPass(house, election);
        var box = ((Stage.Voting)Of(house, election).Stage).Box;
        await FromTheHat(house, visitors, election, box);
        while (Of(house, election).IsOpen)
            await LetPass(house, election);

        var elected = ElectedIn(house, election);
        Assert.Equal(3, elected.Length);
        Assert.Equal(elected, HoldersOf(house));
        await SignIn(house, laptop);
        await laptop.GotoAsync($"{house.Address}{PathOf(house)[1..]}/matters/{election}");
        foreach (var line in await Printed(laptop, "result"))
        foreach (var expected in elected.Concat(["12 papers", "Elected", "Committee"]))
            Assert.Contains(expected, line, StringComparison.Ordinal);
        foreach (var visitor in visitors)
            visitor.Dispose();
        await laptop.Context.CloseAsync();
    }

    /// <summary>The first by the pages of a browser, the others each with their card.</summary>
    private static async Task<Visitor[]> Found(Household house, IPage laptop)
    {
        await laptop.GotoAsync($"{house.Address}start?key={house.Of<FoundingKey>().Draw()}");
        await laptop.GetByLabel("1. What is the branch called?").FillAsync("Quay Branch");
        await laptop.GetByLabel("The founders").FillAsync(string.Join('\n', Founders));
        await laptop.Press("Look at the whole");
        await laptop.Press("Adopt and begin");
        await laptop.WaitForURLAsync("**/founding");
        foreach (var sheet in await Printed(laptop, "founding"))
        foreach (var founder in Founders)
            Assert.Contains(founder, sheet, StringComparison.Ordinal);
        var cards = Cards().Matches(await laptop.ContentAsync());
        Assert.Equal(Founders.Length, cards.Count);
        await laptop.Follow("Accept for yourself");
        await laptop.Press("Accept the invitation");
        var visitors = new List<Visitor>();
        foreach (Match card in cards)
        {
            var visitor = house.Visit();
            await visitor.Send(
                "/sign-in",
                "/sign-in/card",
                ("code", card.Groups["letters"].Value),
                ("pin", card.Groups["pin"].Value)
            );
            if (visitors.Count > 0)
                await visitor.Do(house, "membership/acceptinvitation", ("ProgrammeVersion", "1"));
            visitors.Add(visitor);
        }
        Assert.Equal(Founders.Length, Section(house).Membership.InGoodStanding);
        return [.. visitors];
    }

    /// <summary>Two of the commission: one hands a paper to each, both enter the same hat.</summary>
    private static async Task FromTheHat(
        Household house,
        Visitor[] visitors,
        MatterNo election,
        BoxNo box
    )
    {
        var commission = Section(house).Elections.Of(election).Commission.Items;
        Assert.Equal(3, commission.Length);
        var (first, second) = (
            visitors[commission[0].Value - 1],
            visitors[commission[1].Value - 1]
        );
        foreach (var member in Section(house).Ballots.Of(box).Roll)
            await first.Do(house, "ballots/issuepaper", ("Box", $"{box}"), ("Member", $"{member}"));
        Assert.Equal(Founders.Length, Section(house).Ballots.Of(box).PapersIssued);
        await first.Do(
            house,
            "ballots/enterpapers",
            ("Box", $"{box}"),
            ("Lines", string.Join('\n', Hat))
        );
        Assert.False(Section(house).Ballots.Of(box).PapersConfirmed);
        await second.Do(
            house,
            "ballots/enterpapers",
            ("Box", $"{box}"),
            // In another order: papers have none.
            ("Lines", string.Join('\n', Hat.Reverse()))
        );
        Assert.True(Section(house).Ballots.Of(box).PapersConfirmed);
    }

    private static async Task LetPass(Household house, MatterNo matter)
    {
        var at = Of(house, matter).Stage.NextAt;
        if (at > house.Now)
            house.Clock.Move(at - house.Now + Duration.FromSeconds(1));
        await house.Of<Calendar>().ActOnWhatIsDue(TestContext.Current.CancellationToken);
        Assert.NotEqual(at, Of(house, matter).Stage.NextAt);
    }

    // Sessions end with time; a card lets one in again.
    private static async Task SignIn(Household house, IPage page)
    {
        var card = house.Accounts.IssueCard(
            Section(house).Membership.Of(new MemberNo(1)).Person,
            house.Now
        );
        await page.GotoAsync($"{house.Address}sign-in");
        await page.GetByLabel("The 8 letters on the card").FillAsync(card.Code);
        await page.GetByLabel("The PIN").FillAsync(card.Pin);
        await page.Press("Sign in with the card");
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

    internal static string PathOf(Household house) =>
        $"/s/{house.Front.Sections.Single().Value[..10]}";

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

/// <summary>A visitor's acts in the only section there is.</summary>
internal static class Acts
{
    public static async Task Do(
        this Visitor visitor,
        Household house,
        string verb,
        params (string, string)[] fields
    )
    {
        var (status, next) = await visitor.Send(
            "/recover",
            $"{HatTests.PathOf(house)}/do/{verb}",
            [("_id", Guid.NewGuid().ToString("N")), .. fields]
        );
        Assert.True(status == System.Net.HttpStatusCode.Redirect, $"{verb}: {status} {next}");
    }
}
