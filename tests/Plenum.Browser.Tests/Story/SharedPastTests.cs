using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>After a section has divided: what both sides are called, and who reads what they have in common (C21).</summary>
[Trait("pace", "slow")]
public sealed class SharedPastTests(RunningHouse house)
{
    [Fact]
    public async Task Both_sides_read_the_past_up_to_the_fork_and_neither_has_a_bare_name()
    {
        await using var tree = await TreeAtWork.Open(
            house,
            ("Harbour", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfASection)
        );
        await tree.Admit("Union", 1, to: "Harbour");
        await tree.Do("Harbour", 1, new ProposeSeparation("Quay", "Each keeps its own hall."));
        await tree.Sign("Harbour");
        await tree.Until(() => tree.Section("Harbour").Mergers.IsUnderWay, "a separation");
        var merger = tree.Section("Harbour").Mergers.All.Values.Single();

        // Whoever stays says so like whoever goes, and can still change it.
        var goer = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        await goer.GotoAsync(tree.Url("Harbour", "federation"));
        await goer.Press("Stay here");
        await People.Reads(goer, "You stay.");
        await goer.Press("Go to Quay");
        await People.Reads(goer, "You go along.");
        await People.Sound(goer);
        for (var no = 2; no <= 5; no++)
            await tree.Do("Harbour", no, new ChooseSide(merger.No, merger.Programme, Goes: true));
        await tree.Until(() => !tree.Section("Harbour").Mergers.IsUnderWay, "its day");
        await tree.Deliver();

        var part = tree.Part("Harbour");
        var fork = Assert.Single(part.Mergers.Forks).Fork.Version;
        await goer.GotoAsync($"/s/{Web.Doors.Here.Abridged(part.Id)}/section");
        await Named(goer, "Quay (disputed succession)");
        await People.Sound(goer);
        Assert.Equal("Quay (disputed succession)", tree.AtTheHead(part.Id));
        Assert.Equal("Harbour (disputed succession)", tree.AtTheHead(tree.IdOf("Harbour")));
        Assert.Equal("Union", tree.AtTheHead(tree.IdOf("Union")));
        await goer.Follow("The record of Harbour up to the fork");
        await People.Reads(goer, "it is the past of your section too");
        await Assertions.Expect(goer.Locator($"#v{fork}")).ToBeVisibleAsync();
        await People.Sound(goer);
        foreach (var before in new[] { fork + 2, fork + 500 })
        {
            await goer.GotoAsync(tree.Url("Harbour", $"record?before={before}"));
            await Assertions.Expect(goer.Locator($"#v{fork}")).ToHaveCountAsync(1);
            await Assertions.Expect(goer.Locator($"#v{fork + 1}")).ToHaveCountAsync(0);
        }
        await goer.GotoAsync(tree.Url("Harbour", "people"));
        await People.Reads(goer, "This page is open to members");

        await goer.GotoAsync(tree.Url("Harbour", "section"));
        await Named(goer, "Harbour (disputed succession)");

        // Who stayed has all of it; who belongs to neither side has nothing.
        var stays = await tree.Page("Union", 1, Width.Desk, ColorScheme.Dark);
        await stays.GotoAsync(tree.Url("Harbour", "record"));
        await Assertions.Expect(stays.Locator($"#v{fork + 1}")).ToHaveCountAsync(1);
        var other = await tree.Page("Union", 2, Width.Desk, ColorScheme.Light);
        Assert.Equal(403, (await other.GotoAsync(tree.Url("Harbour", "record")))!.Status);

        // The federation names no side of it bare either.
        foreach (var path in new[] { "federation", "tree" })
        {
            await other.GotoAsync(tree.Url("Union", path));
            await People.Reads(other, "disputed succession with Quay");
            await People.Sound(other);
        }
    }

    private static Task Named(IPage page, string name) =>
        Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
}
