using Microsoft.Playwright;
using NodaTime;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Matters;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>A federation asks for a power, a section lends it by its own vote, and on its day it is back by itself.</summary>
[Trait("pace", "slow")]
public sealed class LendingStoryTests(RunningHouse house)
{
    private static string Federation =>
        TreeStatutes.OfAFederation("method: per_members, per: 3, least: 1, most: 3") + HandedDown;

    // A section of the template debates for three days, and so lies outside.
    private const string HandedDown = """

        ## What sections take over {#frame}

        Whoever joins is vouched for in the same way everywhere; how long a section debates it decides between two bounds.

        ```rule
        frame:
          keys: [membership.attested_by]
        ```

        ```rule
        open:
          - {id: debate, key: motions.debate, least: P7D, most: P28D}
        ```

        """;

    private Task<TreeAtWork> Open() =>
        TreeAtWork.Open(house, ("Harbour", TreeStatutes.OfASection), ("Union", Federation));

    [Fact]
    public async Task A_section_outside_the_frame_reads_in_words_what_lies_outside()
    {
        await using var tree = await Open();
        var member = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        await member.GotoAsync(tree.Url("Harbour", "federation"));
        var row = member.GetByRole(AriaRole.Row, new() { NameRegex = new("^It is debated for") });
        await Assertions.Expect(row).ToContainTextAsync("set it from 7 days to 28 days");
        await Assertions.Expect(row).ToContainTextAsync("3 days outside what is left open");
        await People.Reads(member, "Some of the statutes here lie outside");
        await People.Sound(member);
        var above = await tree.Page("Union", 1, Width.Desk, ColorScheme.Dark);
        await above.GotoAsync(tree.Url("Union", "section"));
        await Assertions
            .Expect(
                above.Locator("li", new() { HasText = "It is debated for at least 3 days." }).Last
            )
            .ToContainTextAsync("outside what is left open");
        await People.Sound(above);
    }

    [Fact]
    public async Task A_power_goes_up_by_the_members_vote_and_comes_back_on_its_day()
    {
        await using var tree = await Open();
        var above = await tree.Page("Union", 1, Width.Desk, ColorScheme.Dark);
        await above.GotoAsync(tree.Url("Union", "federation"));
        await above.GetByText("Ask the sections for a power").ClickAsync();
        await above
            .GetByLabel("Subject")
            .SelectOptionAsync(new SelectOptionValue { Label = "strikes" });
        var form = above.Locator("form", new() { HasText = "Until when" });
        await form.GetByLabel("Why").FillAsync("One day for all gates.");
        await form.GetByLabel("Until when")
            .FillAsync((tree.Now + Duration.FromDays(500)).ToString("uuuu-MM-dd'T'HH:mm", null));
        await People.Sound(above);
        await form.GetByRole(AriaRole.Button, new() { Name = "Put it to the vote" }).ClickAsync();
        var sought = tree.Open("Union", q => q is Question.OnCompetence);
        await above.GotoAsync(tree.Url("Union", sought.No));
        await People.Reads(
            above,
            "every section is asked to let the federation decide about strikes"
        );
        await People.Sound(above);
        await tree.Sign("Union");

        await tree.Until(
            () =>
                tree.Section("Harbour")
                    .Matters.OpenMatters.Any(m => m.Question is Question.OnCompetence),
            "the question to the section"
        );
        var member = await tree.Page("Harbour", 1, Width.Telephone, ColorScheme.Light);
        var asked = tree.Open("Harbour", q => q is Question.OnCompetence);
        await member.GotoAsync(tree.Url("Harbour", asked.No));
        await People.Reads(member, "One day for all gates.");
        await People.Sound(member);

        await tree.Until(
            () => tree.Section("Harbour").Competences.Cessions.Values.Any(c => c.WeLend),
            "a power lent"
        );
        await tree.Deliver();
        await member.GotoAsync(tree.Url("Harbour", "section"));
        await People.Reads(member, "lent to Union since");
        await People.Sound(member);
        await above.GotoAsync(tree.Url("Union", "federation"));
        await People.Reads(above, "The federation, for Harbour, until");
        await People.Reads(above, "1 section has lent it");
        await People.Sound(above);

        await tree.Pass(Duration.FromDays(501));
        var later = await tree.Page("Harbour", 2, Width.Telephone, ColorScheme.Light);
        await later.GotoAsync(tree.Url("Harbour", "section"));
        await People.Reads(later, "lent to Union on");
        await People.Sound(later);
    }
}
