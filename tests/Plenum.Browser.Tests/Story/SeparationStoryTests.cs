using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>A section divides by its own vote, and both parts say that the succession is disputed.</summary>
[Trait("pace", "slow")]
public sealed class SeparationStoryTests(RunningHouse house)
{
    [Fact]
    public async Task Members_divide_their_section_and_those_who_choose_it_found_the_other_part()
    {
        await using var tree = await TreeAtWork.Open(
            house,
            ("Harbour", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfASection)
        );
        var goer = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        await goer.GotoAsync(tree.Url("Harbour", "federation"));
        await goer.GetByText("Divide this section").ClickAsync();
        await goer.GetByLabel("What the new section is called").FillAsync("Quay");
        await goer.GetByLabel("On what terms").FillAsync("Each keeps its own hall.");
        await People.Sound(goer);
        await goer.Press("Put it to the members");

        var item = tree.Open("Harbour", q => q is Question.OnMerger);
        await goer.GotoAsync(tree.Url("Harbour", item.No));
        await People.Reads(goer, "Each keeps its own hall.");
        await People.Reads(goer, "whoever says nothing stays");
        await People.Sound(goer);
        await tree.Sign("Harbour");
        await tree.Until(() => tree.Section("Harbour").Mergers.IsUnderWay, "a separation");
        var merger = tree.Section("Harbour").Mergers.All.Values.Single();
        await goer.GotoAsync(tree.Url("Harbour", "federation"));
        await People.Reads(goer, "Fewer than 5 found no section");
        await People.Reads(goer, "You stay.");
        await goer.Press("Go to Quay");
        await People.Reads(goer, "You go along.");
        await People.Sound(goer);
        for (var no = 2; no <= 5; no++)
            await tree.Do("Harbour", no, new ChooseSide(merger.No, merger.Programme, Goes: true));

        await tree.Until(() => !tree.Section("Harbour").Mergers.IsUnderWay, "its day");
        await tree.Deliver();
        var part = tree.Section("Harbour").Mergers.All.Values.Single().With;
        await goer.GotoAsync($"/s/{Web.Doors.Here.Abridged(part)}/section");
        await People.Reads(goer, "Quay");
        await People.Reads(goer, "Disputed succession: this section began on");
        await People.Sound(goer);
        await goer.GetByRole(AriaRole.Link, new() { Name = "Harbour", Exact = true }).ClickAsync();
        await People.Reads(goer, "Disputed succession: on");
        await People.Reads(goer, "members of this section founded another");
        await People.Sound(goer);
        await goer.GotoAsync($"/s/{Web.Doors.Here.Abridged(part)}/federation");
        await People.Reads(goer, "5 members of Harbour founded this section on");
        await People.Sound(goer);
    }
}
