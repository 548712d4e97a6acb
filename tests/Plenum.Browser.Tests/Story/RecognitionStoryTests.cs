using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>Two sections of one town: the second asks, is refused with a ground, and the register says so (S19).</summary>
[Trait("pace", "slow")]
public sealed class RecognitionStoryTests(RunningHouse house)
{
    private const string Ground = "They split the dockers of one quay.";

    private static string InSetubal =>
        TreeStatutes.OfASection.Replace(
            "  time_zone: Etc/UTC",
            "  country: PT\n  locality: \"Setúbal\"\n  time_zone: Etc/UTC",
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(Width.Telephone, ColorScheme.Light)]
    [InlineData(Width.Desk, ColorScheme.Dark)]
    public async Task A_second_section_of_a_town_asks_and_is_refused_with_a_ground(
        Width width,
        ColorScheme scheme
    )
    {
        await using var tree = await TreeAtWork.Open(
            house,
            ("Harbour", InSetubal),
            ("Union", TreeStatutes.OfASection)
        );
        await tree.Found("Docks", InSetubal);
        await Ask(tree);

        var above = await tree.Page("Union", 2, width, scheme);
        var matter = Asked(tree).No;
        await above.GotoAsync(tree.Url("Union", matter));
        await People.Reads(above, "In Setúbal there works already: Harbour.");
        await above.GetByText("State a ground").ClickAsync();
        await People.Sound(above);
        await above.GetByLabel("The ground", new() { Exact = true }).FillAsync(Ground);
        await above.Press("State it");
        await above.GotoAsync(tree.Url("Union", matter));
        await People.Reads(above, "Bruno of Union, against it:");
        await People.Reads(above, Ground);
        await People.Sound(above);
        await Register(tree, above, "not decided yet");

        await tree.Until(() => !tree.Section("Union").Matters.All[matter].IsOpen, "no", "against");
        await tree.Deliver();
        await Register(tree, above, "those who decide voted against it");
        await Assertions.Expect(Row(above)).ToContainTextAsync("Bruno of Union, against it:");
        await Assertions.Expect(Row(above)).ToContainTextAsync(Ground);

        // Members of other sections and strangers read that it was refused and on how many grounds.
        var docks = await tree.Page("Docks", 1, width, scheme);
        await Register(tree, docks, "those who decide voted against it");
        await Assertions.Expect(Row(docks)).ToContainTextAsync("0 for taking it in, 1 against");
        await Assertions.Expect(docks.GetByText(Ground)).ToHaveCountAsync(0);
        await Assertions.Expect(docks.GetByText("Bruno of Union")).ToHaveCountAsync(0);

        // Who was refused reads why, and not who said it.
        await docks.GotoAsync(tree.Url("Docks", "federation"));
        await People.Reads(
            docks,
            "Union has not taken us in. These grounds were stated against it:"
        );
        await People.Reads(docks, Ground);
        await Assertions.Expect(docks.GetByText("Bruno of Union")).ToHaveCountAsync(0);
        await People.Sound(docks);
    }

    [Fact]
    public async Task A_refusal_on_which_nobody_gave_a_ground_says_so_and_both_can_be_taken_in()
    {
        await using var tree = await TreeAtWork.Open(
            house,
            ("Harbour", InSetubal),
            ("Union", TreeStatutes.OfASection)
        );
        await tree.Found("Docks", InSetubal);
        await Ask(tree);
        var first = Asked(tree).No;
        await tree.Until(() => !tree.Section("Union").Matters.All[first].IsOpen, "no", "against");
        await tree.Deliver();
        var docks = await tree.Page("Docks", 1, Width.Desk, ColorScheme.Light);
        await docks.GotoAsync(tree.Url("Docks", "federation"));
        await People.Reads(docks, "Union has not taken us in. No ground was stated.");
        await Register(tree, docks, "no ground was stated");

        await Ask(tree);
        await tree.Until(
            () => tree.Section("Docks").Sections.Tree.Federation != Affiliation.None,
            "recognition"
        );
        await Register(tree, docks, "granted on");
        await Assertions
            .Expect(
                docks.GetByRole(
                    AriaRole.Row,
                    new() { NameRegex = new("^(Docks|Harbour) .*Setúbal granted") }
                )
            )
            .ToHaveCountAsync(2);
    }

    private static async Task Ask(TreeAtWork tree)
    {
        await tree.Do("Docks", 1, new AskToJoin(tree.IdOf("Union"), "Together we are more."));
        await tree.Sign("Docks");
        await tree.Until(
            () =>
                tree.Section("Union")
                    .Matters.OpenMatters.Any(m => m.Question is Question.Recognise),
            "a section's question"
        );
    }

    private static Matter Asked(TreeAtWork tree) =>
        tree.Open("Union", q => q is Question.Recognise);

    private static async Task Register(TreeAtWork tree, IPage page, string reads)
    {
        await page.GotoAsync(tree.Url("Union", "section"));
        await page.Follow("Recognition asked, granted, refused");
        await Assertions.Expect(Row(page)).ToContainTextAsync("Setúbal");
        await Assertions.Expect(Row(page)).ToContainTextAsync(reads);
        await People.Sound(page);
    }

    private static ILocator Row(IPage page) =>
        page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Docks ") }).First;
}
