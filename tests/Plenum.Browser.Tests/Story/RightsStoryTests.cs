using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Matters;
using Plenum.Domain.Rights;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>Members ask the level above to protect their rights; it begins and ends by itself, and pages say so.</summary>
[Trait("pace", "slow")]
public sealed class RightsStoryTests(RunningHouse house)
{
    [Fact]
    public async Task Members_petition_the_level_above_intervenes_and_it_ends_by_the_clock()
    {
        await using var tree = await TreeAtWork.Open(
            house,
            ("Harbour", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfASection)
        );
        var member = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        await member.GotoAsync(tree.Url("Harbour", "section"));
        await member.Follow("Ask the level above to protect members' rights");
        await People.Reads(member, "Nobody above can appoint or remove anybody here");
        await People.Sound(member);
        await member
            .GetByLabel("What is to be ordered")
            .SelectOptionAsync(
                new SelectOptionValue { Label = "the text of the petition is put to the members" }
            );
        await member.GetByLabel("In a few words").FillAsync("Six hours");
        await member
            .GetByLabel("What happened, and what is asked for")
            .FillAsync("No meeting has voted on it for a year. We ask for six hours.");
        await member.Press("Begin the petition");

        var petition = tree.Open(
            "Harbour",
            q => q is Question.OnRights { Asked: RightsQuestion.AskIntervention }
        );
        await member.GotoAsync(tree.Url("Harbour", petition.No));
        await People.Reads(member, "The signatures are secret");
        await People.Sound(member);
        await tree.Sign("Harbour");

        // Those above decide by their own vote, with the petition before them.
        await tree.Deliver();
        var above = await tree.Page("Union", 1, Width.Desk, ColorScheme.Dark);
        var asked = tree.Open(
            "Union",
            q => q is Question.OnRights { Asked: RightsQuestion.Intervene }
        );
        await above.GotoAsync(tree.Url("Union", asked.No));
        await People.Reads(above, "of Harbour ask for this");
        await People.Sound(above);

        await tree.Until(() => tree.Section("Harbour").Rights.Running.Any(), "an intervention");
        await member.GotoAsync(tree.Url("Harbour", "section"));
        await People.Reads(member, "Union has intervened here since");
        await People.Reads(member, "nobody is appointed or removed by it");
        await member.GetByText("Appeal against it").ClickAsync();
        await People.Sound(member);
        await above.GotoAsync(tree.Url("Union", "section"));
        await People.Reads(above, "Where we intervene");
        await People.Sound(above);

        await tree.Until(() => !tree.Section("Harbour").Rights.Running.Any(), "its end");
        await member.ReloadAsync();
        await People.Reads(member, "Ended:");
        await Assertions
            .Expect(member.GetByText("Union has intervened here since"))
            .ToHaveCountAsync(0);
        await People.Sound(member);
    }
}
