using Microsoft.Playwright;
using NodaTime;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>A member of a branch without a screen takes part in a vote of all members at the desk of their branch (C18).</summary>
public sealed class DeskStoryTests(RunningHouse house)
{
    private const int Helper = 2;
    private const int Voter = 4;

    private static readonly BodyId Secretary = new("secretary");

    [Fact]
    public async Task A_member_without_a_screen_votes_secretly_at_the_desk_of_the_branch_and_gets_a_receipt()
    {
        await using var tree = await Asked(secret: true);
        await Voted(tree);
        var helper = await AtTheDesk(tree, Width.Telephone, ColorScheme.Light);
        await People.Reads(helper, "This vote is secret. If you enter it, you learn it.");
        await People.Sound(helper);
        await Fits(helper, Width.Telephone);
        var blank = await helper.Locator("details.desk-item").AllTextContentsAsync();
        await Votes(helper);

        await People.Reads(helper, "An act of Dario of Harbour");
        await People.Reads(helper, "Entered at the desk by Bruno of Harbour.");
        await People.Sound(helper);
        await Fits(helper, Width.Telephone);
        var receipt = new Uri(helper.Url).PathAndQuery;
        Assert.StartsWith(tree.Url("Union", "receipts/"), receipt, StringComparison.Ordinal);
        // Whoever helps sees the same as before: not that they have voted.
        await helper.Follow("Back to the desk");
        await helper.Arrives($"desk/{Voter}");
        Assert.Equal(blank, await helper.Locator("details.desk-item").AllTextContentsAsync());

        var voter = await tree.Page("Harbour", Voter, Width.Desk, ColorScheme.Dark);
        await voter.GotoAsync(receipt);
        await People.Reads(voter, "Entered at the desk by Bruno of Harbour.");
        await People.Sound(voter);
        await voter.GotoAsync(Question(tree));
        await voter.Follow("My receipts");
        await People.Reads(voter, "Entered at the desk by Bruno of Harbour.");
        await People.Sound(voter);

        foreach (var (section, no) in new[] { ("Harbour", 5), ("Docks", 1), ("Union", 1) })
        {
            var other = await tree.Page(section, no, Width.Desk, ColorScheme.Light);
            var answer = await other.GotoAsync(receipt);
            Assert.Contains(answer!.Status, new[] { 403, 404 });
            string[] pages =
                section == "Union"
                    ? [Question(tree), tree.Url("Union", "record")]
                    : [Question(tree)];
            foreach (var page in pages)
            {
                await other.GotoAsync(page);
                var text = await other.InnerTextAsync("main");
                Assert.DoesNotContain("Dario", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Bruno", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Whoever_entered_more_than_five_votes_is_shown_and_nobody_names_members_of_a_branch_they_do_not_help_in()
    {
        await using var tree = await Asked(secret: false);
        var helper = await AtTheDesk(tree, Width.Desk, ColorScheme.Dark);
        await People.Sound(helper);
        await helper.Press("Ask for a secret vote");
        await People.Reads(helper, "Somebody asked for a secret vote on item");
        await People.Reads(helper, "Entered at the desk by Bruno of Harbour.");
        await Voted(tree);
        await Open(helper, tree);
        await People.Sound(helper);
        await Fits(helper, Width.Desk);
        // At the desk of another branch the same form names nobody.
        await helper.EvaluateAsync(
            "id => document.querySelectorAll('[name=_desk]').forEach(f => f.value = id)",
            Web.Doors.Here.Abridged(tree.IdOf("Docks"))
        );
        await Votes(helper);
        await People.Reads(helper, "only a person, signed in or at a desk, can do this.");
        Assert.Empty(Box(tree).LineVotes);

        for (var times = 1; times <= Domain.Ballots.Box.ActsWithoutAFlag + 1; times++)
        {
            await Open(helper, tree);
            await Votes(helper);
            await People.Reads(helper, "An act of Dario of Harbour");
        }
        var below = await tree.Page("Docks", 3, Width.Telephone, ColorScheme.Light);
        await below.GotoAsync(Question(tree));
        await People.Reads(below, "Bruno of Harbour entered 6 votes for others in this vote.");
        await People.Sound(below);
        await Fits(below, Width.Telephone);
        Assert.DoesNotContain(
            "Dario",
            await below.Locator("main").InnerTextAsync(),
            StringComparison.Ordinal
        );
    }

    /// <summary>Two branches and their union; the second member of Harbour is its secretary, and a question to all is debated.</summary>
    private async Task<TreeAtWork> Asked(bool secret)
    {
        var tree = await TreeAtWork.Open(
            house,
            ("Harbour", TreeStatutes.OfASection),
            ("Docks", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfAFederation("method: equal, least: 1, most: 3"))
        );
        await ElectSecretary(tree);
        await tree.Do(
            "Harbour",
            1,
            new BeginInitiative(tree.IdOf("Union"), "Six hours", "Six.", secret)
        );
        await tree.Sign("Harbour");
        await tree.Deliver();
        return tree;
    }

    private static async Task Voted(TreeAtWork tree)
    {
        while (Put(tree).Stage is not Stage.Voting)
            await tree.Pass(Duration.FromDays(1));
    }

    private static async Task ElectSecretary(TreeAtWork tree)
    {
        bool IsOurs(Question q) => q is Question.Elect e && e.Body == Secretary;
        if (!tree.Section("Harbour").Matters.OpenMatters.Any(m => IsOurs(m.Question)))
            await tree.Do("Harbour", 1, new CallElection(Secretary));
        var election = tree.Open("Harbour", IsOurs).No;
        await tree.Do("Harbour", Helper, new Stand(election, "I will report.", PublicName: true));
        Stage Now() => tree.Section("Harbour").Matters.All[election].Stage;
        while (Now() is Stage.Nomination)
            await tree.Pass(Duration.FromDays(1));
        var candidate = tree.Section("Harbour").Elections.Of(election).Standing.Single().Number;
        for (var no = 1; no <= 5; no++)
            await tree.Do("Harbour", no, new Cast(((Stage.Voting)Now()).Box, $"{candidate}"));
        while (!tree.Section("Harbour").Mandates.On(Secretary, tree.Now).Any())
            await tree.Pass(Duration.FromDays(1));
    }

    private async Task<IPage> AtTheDesk(TreeAtWork tree, Width width, ColorScheme scheme)
    {
        var page = await tree.Page("Harbour", Helper, width, scheme);
        await page.GotoAsync(tree.Url("Harbour", "desk"));
        await page.Follow("Dario of Harbour");
        await page.Arrives($"desk/{Voter}");
        await Open(page, tree);
        return page;
    }

    private static async Task Open(IPage page, TreeAtWork tree)
    {
        await page.GotoAsync(tree.Url("Harbour", $"desk/{Voter}"));
        await page.GetByText("All members of Union: Six hours").ClickAsync();
    }

    private static async Task Votes(IPage page)
    {
        var form = page.Locator("form[action$='ballots/cast']");
        await form.GetByLabel("For", new() { Exact = true }).CheckAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Vote", Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private static async Task Fits(IPage page, Width width) =>
        Assert.InRange(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            1,
            (int)width
        );

    private static Matter Put(TreeAtWork tree) =>
        tree.Section("Union").Matters.All.Values.Single(m => m.Question is Question.PutToAll);

    private static Box Box(TreeAtWork tree) =>
        tree.Section("Union").Ballots.OfMatter(Put(tree).No).Single();

    private static string Question(TreeAtWork tree) =>
        tree.Url("Union", $"questions/{Put(tree).No}");
}
