using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>What members do in a branch, with the keyboard alone.</summary>
public sealed class KeyboardStoryTests(RunningHouse house)
{
    [Fact]
    public async Task A_member_enters_puts_a_motion_forward_and_finds_it()
    {
        var page = await house.Page(Width.Desk, ColorScheme.Light);
        var keys = await Enter(page);
        await keys.Skip();
        await keys.To("Put a motion forward");
        await keys.BackAndForth();
        await keys.Enter();
        await keys.Skip();
        await keys.To("Title");
        await keys.Type("A bench by the gate");
        await keys.To("Text");
        await keys.Type("The branch asks for a bench.");
        await keys.To("Who decides");
        await keys.Press("ArrowDown");
        await keys.Press("ArrowUp");
        await keys.To("Put forward");
        await keys.Enter();

        await Sees(page, "A bench by the gate");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_votes_by_arrows_and_space()
    {
        var page = await house.Page(Width.Telephone, ColorScheme.Light);
        var keys = await Enter(page);
        await keys.To("Items");
        await keys.Enter();
        await keys.Skip();
        await keys.To("A day off for every night worked alone");
        await keys.Enter();
        await keys.Skip();
        await keys.To("For");
        await keys.Press("Space");
        await keys.Press("ArrowDown");
        Assert.True(await page.GetByLabel("Against").IsCheckedAsync());
        await keys.To("Vote");
        await keys.Enter();

        await Assertions
            .Expect(page.GetByText("You voted: Against.", new() { Exact = false }))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_begins_a_recall_and_takes_the_signature_back()
    {
        var page = await house.Page(Width.Telephone, ColorScheme.Dark);
        var keys = await Enter(page);
        await keys.To("Who speaks for me");
        await keys.Enter();
        await keys.Skip();
        await keys.To("Recall Lucía Ferrándiz");
        await keys.Enter();
        await keys.To("Sign and begin a recall");
        await keys.Enter();
        await Sees(page, "Recall: Secretary");
        await keys.Skip();
        await keys.To("Withdraw my signature");
        await keys.Enter();

        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sign secretly" }))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_member_changes_one_word_of_a_rule_and_learns_why_it_is_out_of_order()
    {
        var page = await house.Page(Width.Desk, ColorScheme.Dark);
        var keys = await Enter(page);
        await keys.To("Statutes");
        await keys.Enter();
        await keys.Skip();
        await keys.To("Groups among us");
        await keys.Enter();
        await keys.Skip();
        await keys.To("Put a change forward");
        await keys.Enter();
        await keys.Skip();
        await keys.To("Title of the change");
        await keys.Type("One word");
        await keys.To("The article as it shall read");
        var text = await page.EvaluateAsync<string>("document.activeElement.value");
        const string allowed = "allowed: true";
        await keys.Press("Control+Home");
        for (
            var at = text.IndexOf(allowed, StringComparison.Ordinal) + allowed.Length;
            at > 0;
            at--
        )
            await keys.Press("ArrowRight");
        for (var letter = 0; letter < "true".Length; letter++)
            await keys.Press("Backspace");
        await keys.Type("false");
        await keys.To("Put the change forward");
        await keys.Enter();

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Out of order" }))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    // The first of the cast who is no more than a member.
    private static async Task<Keys> Enter(IPage page)
    {
        await page.GotoAsync("/enter");
        var keys = new Keys(page);
        await keys.Skip();
        await keys.To(
            name => name.EndsWith(", Member", StringComparison.Ordinal),
            "a member of the cast"
        );
        await keys.Enter();
        return keys;
    }

    private static Task Sees(IPage page, string heading) =>
        Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }))
            .ToBeVisibleAsync();
}
