using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;
using Plenum.Texts.Words;

namespace Plenum.Texts.Tests;

/// <summary>Changes are commands against a base: applied, or refused with the place.</summary>
public sealed class ChangeTests
{
    private static readonly BlockIds Ids = BlockIds.Seeded([7]);

    private static readonly TextVersion Three = TextVersion.Of([
        Block.Paragraph(Ids[0], "The board meets every month."),
        Block.Paragraph(Ids[1], "Members pay dues."),
        Block.Paragraph(Ids[2], "The end."),
    ]);

    internal static TextVersion Applied(TextVersion text, params Change[] changes) =>
        Compose.Apply(text, changes) switch
        {
            Composed.Done(var done) => done.Text,
            Composed.Refused(_, var findings) => throw new InvalidOperationException(
                string.Join('\n', findings)
            ),
        };

    [Fact]
    public void What_two_versions_differ_in_makes_the_newer_one_of_the_older() =>
        Cases.Of(
            1200,
            drawn =>
            {
                var before = drawn.Text(8, wild: true);
                var after = drawn.Changed(before, wild: true);
                foreach (
                    var changes in new[]
                    {
                        Comparison.Of(before, after).Changes,
                        Comparison.Cautious(before, after),
                    }
                )
                {
                    var applied = Applied(before, [.. changes]);
                    Assert.Equal(after.ToString(), applied.ToString());
                    Assert.Equal(after, applied);
                }
                Assert.Empty(Comparison.Of(after, after).Changes);
                Assert.Equal(before, Applied(after, [.. Comparison.Of(after, before).Changes]));
            }
        );

    [Fact]
    public void Any_two_texts_can_be_compared_and_words_are_counted_whole() =>
        Cases.Of(
            600,
            drawn =>
            {
                var (before, after) = (drawn.Text(8), drawn.Text(8));
                after = Matching.Attach(before, after);
                var compared = Comparison.Of(before, after);
                Assert.Equal(after, Applied(before, [.. compared.Changes]));
                var words = compared.Words;
                Assert.Equal(WordsOf(before), words.Kept + words.Deleted);
                Assert.Equal(WordsOf(after), words.Kept + words.Inserted);
            }
        );

    [Fact]
    public void Each_command_does_what_it_says()
    {
        Assert.Equal(
            "The board meets weekly.",
            Text(0, new Change.Replace(Ids[0], 3, 5, Prose.Fragment(" weekly")))
        );
        Assert.Equal(
            "The board, too, meets every month.",
            Text(0, new Change.Replace(Ids[0], 2, 2, Prose.Fragment(", too,")))
        );
        Assert.Equal(
            "Members pay dues.\n\nThe board meets every month.\n\nThe end.\n",
            All(new Change.Move(Ids[0], Ids[1]))
        );
        Assert.Equal("The board meets every month.\n\nThe end.\n", All(new Change.Delete(Ids[1])));
        Assert.Equal(
            "The board meets\n\nevery month.\n\nMembers pay dues.\n\nThe end.\n",
            All(new Change.Split(Ids[0], 3, Ids[9]))
        );
        Assert.Equal(
            "The board meets every month.\n\nMembers pay dues. The end.\n",
            All(new Change.Join(Ids[1], Ids[2]))
        );
        Assert.Equal(
            "The board meets every month.\n\n(2) Members pay dues.\n\nThe end.\n",
            All(new Change.Renumber(Ids[1], "(2)"))
        );
        Assert.Equal(
            "# The board meets every month.\n\nMembers pay dues.\n\nThe end.\n",
            All(new Change.Reshape(Ids[0], BlockKind.Heading, 1))
        );
        Assert.Equal(
            "New.\n\nThe end.\n\nThe board meets every month.\n\nMembers pay dues.\n",
            All(
                new Change.Insert(BlockId.Start, Block.Paragraph(Ids[8], "New.")),
                new Change.Move(Ids[2], BlockId.Start)
            )
        );
    }

    [Fact]
    public void What_does_not_fit_the_base_is_refused_with_its_place()
    {
        Refused("change.no-block", Ids[9], new Change.Delete(Ids[9]));
        Refused("change.no-block", Ids[9], new Change.Insert(Ids[9], Block.Paragraph(Ids[8], "x")));
        Refused("change.no-words", Ids[0], new Change.Replace(Ids[0], 3, 9, Prose.Empty));
        Refused("change.no-words", Ids[0], new Change.Replace(Ids[0], 3, 2, Prose.Empty));
        Refused("change.twice", Ids[0], new Change.Delete(Ids[0]), new Change.Delete(Ids[0]));
        Refused(
            "change.overlap",
            Ids[0],
            new Change.Delete(Ids[0]),
            new Change.Renumber(Ids[0], "1")
        );
        Refused(
            "change.overlap",
            Ids[0],
            new Change.Replace(Ids[0], 0, 3, Prose.Empty),
            new Change.Replace(Ids[0], 2, 4, Prose.Empty)
        );
        Refused("block.id-twice", Ids[1], new Change.Insert(Ids[0], Block.Paragraph(Ids[1], "x")));
        Refused(
            "block.id-twice",
            BlockId.Start,
            new Change.Insert(Ids[0], Block.Paragraph(BlockId.Start, "x"))
        );
        Refused("change.place", Ids[0], new Change.Move(Ids[0], Ids[0]));
        Refused("change.place", Ids[2], new Change.Join(Ids[0], Ids[2]));
    }

    [Fact]
    public void Ids_survive_whatever_happens_around_them()
    {
        var after = Matching.Attach(
            Three,
            MarkdownTests.Read(
                "New first.\n\nMembers pay dues monthly.\n\nThe end.\n\nThe board meets every month.\n",
                3
            )
        );
        Assert.Equal([Ids[1], Ids[2], Ids[0]], after.Blocks.Skip(1).Select(block => block.Id));
        Assert.Equal(-1, Three.PlaceOf(after.Blocks[0].Id));
    }

    [Fact]
    public void A_change_of_emphasis_changes_no_word()
    {
        var compared = Comparison.Of(
            MarkdownTests.Read("The board meets every month."),
            MarkdownTests.Read("The **board** meets\u00A0every mon\u00ADth.")
        );
        Assert.Equal(new WordCount(5, 0, 0), compared.Words);
        Assert.NotEmpty(compared.Changes);
    }

    [Fact]
    public void One_id_twice_is_no_text() =>
        Assert.Throws<ArgumentException>(() => TextVersion.Of([Three.Blocks[0], Three.Blocks[0]]));

    private static string Text(int at, params Change[] changes) =>
        Applied(Three, changes).Blocks[at].Text.ToString();

    private static string All(params Change[] changes) => Applied(Three, changes).ToString();

    private static void Refused(string code, BlockId where, params Change[] changes)
    {
        var refused = Assert.IsType<Composed.Refused>(Compose.Apply(Three, changes));
        Assert.Contains(
            (code, where),
            refused.Findings.Select(finding => (finding.Code, finding.Block))
        );
    }

    private static int WordsOf(TextVersion text) =>
        text.Blocks.Sum(block =>
            block.Text.Count(word => word.IsWord) + Prose.Of(block.Label).Count(word => word.IsWord)
        );
}
