using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Merging;
using Plenum.Texts.Words;

namespace Plenum.Texts.Tests;

/// <summary>Many amendments in one text: in any order the same, and nothing lost.</summary>
public sealed class ComposeTests
{
    private static readonly BlockIds Ids = BlockIds.Seeded([9]);

    [Fact]
    public void The_order_in_which_amendments_are_named_changes_nothing_and_no_word_is_lost() =>
        Cases.Of(
            600,
            drawn =>
            {
                var text = drawn.Text(6);
                var sides = Enumerable
                    .Range(0, 2 + drawn.Below(4))
                    .Select(_ => drawn.Changed(text))
                    .ToList();
                var amendments = sides
                    .Select((side, at) => Amendment.Between(at, $"A{at}", text, side))
                    .ToList();
                var composed = Done(text, amendments);
                amendments.Reverse();
                var other = Done(text, amendments);
                Assert.Equal(composed.Text, other.Text);
                Assert.Equal(composed.Conflicts, other.Conflicts);
                Assert.Equal(composed.Adjacent, other.Adjacent);
                MergeTests.Accounted(text, sides, composed);
                foreach (var block in composed.Text.Blocks)
                    Assert.Equal(block.Text.Count, composed.Sources[block.Id].Length);
            }
        );

    [Fact]
    public void Words_come_from_where_they_came_from() =>
        Cases.Of(
            400,
            drawn =>
            {
                var text = drawn.Text(5);
                var side = drawn.Changed(text);
                var composed = Done(text, [Amendment.Between(1, "A1", text, side)]);
                foreach (var block in composed.Text.Blocks)
                foreach (var (word, source) in block.Text.Zip(composed.Sources[block.Id]))
                    if (source.Amendment.Length == 0)
                        Assert.Equal(
                            text.Blocks[text.PlaceOf(source.Block)].Text[source.Word].Key,
                            word.Key
                        );
                    else
                        Assert.Equal("A1", source.Amendment);
            }
        );

    [Fact]
    public void Insertions_in_one_place_stand_in_the_order_of_adoption_and_are_told()
    {
        var text = MarkdownTests.Read("Members pay dues.");
        var id = text.Blocks[0].Id;
        Amendment Says(int number, string words) =>
            new(number, $"A{number}", [new Change.Replace(id, 3, 3, Prose.Fragment(words))]);
        var composed = Done(text, [Says(7, " promptly"), Says(3, " monthly")]);
        Assert.Equal("Members pay dues monthly promptly.\n", composed.Text.ToString());
        Assert.Equal([("A3", "A7")], composed.Adjacent.Select(a => (a.First, a.Second)));
        Assert.Empty(composed.Conflicts);
    }

    [Fact]
    public void Sentences_put_to_the_end_by_several_stand_in_the_order_of_adoption()
    {
        var text = MarkdownTests.Read("Members pay dues. They vote.");
        Amendment Between(int number, string markdown) =>
            Amendment.Between(
                number,
                $"A{number}",
                text,
                Matching.Attach(text, MarkdownTests.Read(markdown, (byte)number))
            );
        var composed = Done(
            text,
            [
                Between(2, "Members pay dues. They vote. They speak."),
                Between(1, "Members pay dues. They vote. They elect."),
                Between(3, "Members pay dues. They vote.\n\nNew paragraph three."),
                Between(4, "Members pay dues. They vote.\n\nAnother paragraph four."),
            ]
        );
        Assert.Equal(
            "Members pay dues. They vote. They elect. They speak.\n\nNew paragraph three.\n\nAnother paragraph four.\n",
            composed.Text.ToString()
        );
        Assert.Equal(
            [("A1", "A2"), ("A3", "A4")],
            composed.Adjacent.Select(a => (a.First, a.Second))
        );
    }

    [Fact]
    public void What_several_want_differently_is_told_once_with_all_of_them()
    {
        var text = MarkdownTests.Read("The board meets every month.");
        var id = text.Blocks[0].Id;
        var composed = Done(
            text,
            [
                .. new[] { "week", "year", "day" }.Select(
                    (word, at) =>
                        new Amendment(
                            at,
                            $"A{at}",
                            [new Change.Replace(id, 4, 5, Prose.Fragment(" " + word))]
                        )
                ),
            ]
        );
        var conflict = Assert.Single(composed.Conflicts);
        Assert.Equal("The board meets every month.", conflict.Base);
        Assert.Equal(
            [
                "The board meets every week.",
                "The board meets every year.",
                "The board meets every day.",
            ],
            conflict.Sides.Select(side => side.Text)
        );
        Assert.Equal(text, composed.Text);
    }

    [Fact]
    public void Words_that_would_read_as_others_when_put_together_are_for_people()
    {
        var text = TextVersion.Of([Block.Paragraph(Ids[0], "x -, y")]);
        var composed = Done(
            text,
            [
                new Amendment(1, "A1", [new Change.Replace(Ids[0], 2, 3, Prose.Empty)]),
                new Amendment(
                    2,
                    "A2",
                    [
                        new Change.Replace(Ids[0], 1, 2, Prose.Fragment("-")),
                        new Change.Replace(Ids[0], 3, 4, Prose.Fragment("y")),
                    ]
                ),
            ]
        );
        Assert.Equal(Dispute.Reading, Assert.Single(composed.Conflicts).About);
        Assert.Equal(text, composed.Text);
    }

    [Fact]
    public void One_number_twice_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() =>
            Compose.All(TextVersion.Empty, [new(1, "a", []), new(1, "b", [])])
        );

    internal static Composition Done(TextVersion text, IReadOnlyList<Amendment> amendments) =>
        Assert.IsType<Composed.Done>(Compose.All(text, amendments)).Composition;
}
