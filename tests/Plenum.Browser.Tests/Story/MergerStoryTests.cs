using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>Two sections merge by their own votes, and every member chooses for themselves.</summary>
[Trait("pace", "slow")]
public sealed class MergerStoryTests(RunningHouse house)
{
    [Fact]
    public async Task Who_accepts_the_programme_goes_along_and_who_says_nothing_stays()
    {
        await using var tree = await TreeAtWork.Open(
            house,
            ("Harbour", TreeStatutes.OfASection),
            ("Docks", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfASection)
        );
        var goer = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        await goer.GotoAsync(tree.Url("Harbour", "federation"));
        await goer.GetByText("Merge with another section").ClickAsync();
        await goer.GetByLabel("With which section")
            .SelectOptionAsync(new SelectOptionValue { Label = "Docks" });
        await goer.Locator("#propose-merger")
            .GetByLabel("On what terms")
            .FillAsync("One hall, and the books of both open.");
        await People.Sound(goer);
        await goer.Locator("#propose-merger").GetByRole(AriaRole.Button).ClickAsync();

        var offer = tree.Open("Harbour", q => q is Question.OnMerger);
        await goer.GotoAsync(tree.Url("Harbour", offer.No));
        await People.Reads(goer, "One hall, and the books of both open.");
        await People.Sound(goer);
        await tree.Sign("Harbour");
        await tree.Until(
            () =>
                tree.Section("Docks").Matters.OpenMatters.Any(m => m.Question is Question.OnMerger),
            "the question to the others"
        );
        var there = await tree.Page("Docks", 1, Width.Desk, ColorScheme.Dark);
        var question = tree.Open("Docks", q => q is Question.OnMerger);
        await there.GotoAsync(tree.Url("Docks", question.No));
        await People.Reads(there, "The members of Harbour");
        await People.Sound(there);

        await tree.Until(
            () =>
                tree.Section("Harbour").Mergers.All.Values.Any(m => m.Stage == MergerStage.Agreed),
            "an agreement"
        );
        await goer.GotoAsync(tree.Url("Harbour"));
        await People.Sound(goer);
        await goer.GetByRole(AriaRole.Link, new() { NameRegex = new("^Choose by .* Docks$") })
            .ClickAsync();
        await People.Reads(goer, "You stay.");
        await People.Sound(goer);
        await goer.Press("Accept the programme and go along to Docks");
        await People.Reads(goer, "You go along.");
        await People.Sound(goer);
        // Until the day it can be chosen anew.
        await goer.Press("Stay after all");
        await People.Reads(goer, "You stay.");
        await goer.Press("Accept the programme and go along to Docks");
        await there.GotoAsync(tree.Url("Docks", "federation"));
        await People.Reads(there, "The members of Harbour choose whether to come to us.");
        await People.Sound(there);

        await tree.Until(
            () => tree.Section("Docks").Mergers.All.Values.Any(m => m.Stage == MergerStage.Done),
            "a merger"
        );
        await there.ReloadAsync();
        await People.Reads(there, "1 member of Harbour came on");
        await People.Sound(there);
        await goer.GotoAsync(tree.Url("Docks", "federation"));
        await People.Reads(goer, "1 member of Harbour came on");
        var stayer = await tree.Page("Harbour", 2, Width.Telephone, ColorScheme.Light);
        await stayer.GotoAsync(tree.Url("Harbour", "federation"));
        await People.Reads(stayer, "1 member went over to Docks on");
        await People.Sound(stayer);
    }
}
