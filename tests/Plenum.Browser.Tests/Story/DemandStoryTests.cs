using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Matters;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>What members of all sections bring about above, on pages: a congress, and other statutes.</summary>
public sealed class DemandStoryTests(RunningHouse house)
{
    private static (string, string)[] Sections =>
        [
            ("Harbour", TreeStatutes.OfASection),
            ("Docks", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfAFederation("method: equal, least: 1, most: 3")),
        ];

    [Fact]
    public async Task Members_sign_in_their_own_sections_and_the_congress_is_called_by_itself()
    {
        await using var tree = await TreeAtWork.Open(house, Sections);
        var member = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        await member.GotoAsync(tree.Url("Harbour", "federation"));
        await member.GetByText("Collect signatures for its congress").ClickAsync();
        var form = member.Locator("form[action$='referendums/demandcongress']");
        await form.GetByLabel("Why").FillAsync("Nobody has called it.");
        await People.Sound(member);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        var petition = tree.Open("Harbour", q => q is Question.Demand);
        await member.GotoAsync(tree.Url("Harbour", petition.No));
        await People.Reads(member, "Here you sign so that the congress of Union meets.");
        await People.Sound(member);
        await tree.Sign("Harbour");
        await tree.Deliver();
        Assert.NotEmpty(tree.Section("Union").Congresses.All);
        await member.GotoAsync(tree.Url("Harbour", "federation"));
        await People.Sound(member);
    }

    [Fact]
    public async Task Statutes_of_the_federation_are_read_signed_and_voted_on_by_members_below()
    {
        await using var tree = await TreeAtWork.Open(house, Sections);
        var above = await tree.Page("Union", 1, Width.Desk, ColorScheme.Dark);
        await above.GotoAsync(tree.Url("Union", "statutes/recall/amend"));
        await People.Reads(above, "It goes to the members of all sections.");
        await People.Reads(above, "Put it before the congress first");
        await People.Sound(above);
        var text = await above.GetByLabel("The article as it shall read").InputValueAsync();
        await above.GetByLabel("Title of the change").FillAsync("A day more");
        await above
            .GetByLabel("The article as it shall read")
            .FillAsync(text.Replace("window: P30D", "window: P31D", StringComparison.Ordinal));
        await above.Press("Put the change forward");
        await tree.Deliver();
        var change = tree.Open("Union", q => q is Question.AmendStatutes);

        var below = await tree.Page("Docks", 2, Width.Telephone, ColorScheme.Light);
        var petition = tree.Open("Docks", q => q is Question.Initiative);
        await below.GotoAsync(tree.Url("Docks", petition.No));
        await below.Follow("Read what is signed for");
        await People.Reads(below, "A day more");
        await People.Reads(below, "P31D");
        await People.Sound(below);
        await tree.Sign("Docks");
        await tree.Deliver();
        await tree.Until(
            () =>
                tree.Section("Union").Matters.All[change.No].Stage is Stage.Voting or Stage.Settled,
            "a vote of all"
        );
        await below.ReloadAsync();
        await People.Reads(below, "You vote on the part of the roll that Docks returned.");
        await People.Sound(below);
        await tree.Until(
            () => tree.Section("Union").Matters.All[change.No].Is(Outcome.Adopted),
            "other statutes"
        );
        await below.ReloadAsync();
        await People.Sound(below);
    }
}
