using Plenum.Texts.Comparing;
using Plenum.Texts.Merging;

namespace Plenum.Texts.Tests;

/// <summary>An amendment goes on to the newer version where nothing it touches has changed, and back to people otherwise.</summary>
public sealed class RebaseTests
{
    [Fact]
    public void What_nothing_touched_stays_the_same() =>
        Cases.Of(
            400,
            drawn =>
            {
                var text = drawn.Text(6);
                var amendment = Amendment.Between(1, "A1", text, drawn.Changed(text));
                var moved = Assert.IsType<Rebased.Moved>(Rebased.Of(text, text, amendment));
                Assert.Equal(amendment.Changes, moved.Amendment.Changes);
                Assert.Empty(moved.Adjacent);
            }
        );

    [Fact]
    public void Moved_to_a_newer_version_it_gives_what_merging_gives() =>
        Cases.Of(
            600,
            drawn =>
            {
                var text = drawn.Text(6);
                var (newer, wanted) = (drawn.Changed(text), drawn.Changed(text));
                var amendment = Amendment.Between(1, "A1", text, wanted);
                var merged = Compose.Merge(text, newer, wanted);
                switch (Rebased.Of(text, newer, amendment))
                {
                    case Rebased.Moved(var moved, _):
                        Assert.Empty(merged.Conflicts);
                        Assert.Equal(merged.Text, ChangeTests.Applied(newer, [.. moved.Changes]));
                        break;
                    case Rebased.Returned(var conflicts):
                        Assert.NotEmpty(merged.Conflicts);
                        Assert.All(conflicts, c => Assert.NotEmpty(c.Sides));
                        break;
                    default:
                        Assert.Fail("an amendment of its own base is refused");
                        break;
                }
            }
        );

    [Fact]
    public void What_was_changed_meanwhile_goes_back_with_both_texts()
    {
        var (text, newer, wanted) = MergeTests.Versions(
            "Dues are ten.",
            "Dues are twelve.",
            "Dues are nine."
        );
        var returned = Assert.IsType<Rebased.Returned>(
            Rebased.Of(text, newer, Amendment.Between(1, "A1", text, wanted))
        );
        var conflict = Assert.Single(returned.Conflicts);
        Assert.Equal("Dues are ten.", conflict.Base);
        Assert.Equal(
            [("", "Dues are twelve."), ("A1", "Dues are nine.")],
            conflict.Sides.Select(s => (s.Name, s.Text))
        );
    }

    [Fact]
    public void An_amendment_of_another_text_is_refused() =>
        Assert.IsType<Rebased.Refused>(
            Rebased.Of(
                TextVersion.Empty,
                TextVersion.Empty,
                new Amendment(1, "A1", [new Changes.Change.Delete(new BlockId(5))])
            )
        );
}
