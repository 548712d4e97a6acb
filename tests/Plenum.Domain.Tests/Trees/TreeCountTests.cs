using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Who votes in which part of the roll, and how sections are told apart in the count (C6).</summary>
public sealed class TreeCountTests
{
    [Fact]
    public void Whoever_stands_in_two_parts_votes_once()
    {
        // The fifth of Harbour is the first of Docks, and the fifth of Docks the first of the Union.
        var harbour = Forest.Section("Harbour", 1);
        var docks = Forest.Section("Docks", 5);
        var union = Forest.Federation("Union", 9);
        var tree = new Federation(harbour, docks, union);
        tree.AffiliateAll(union, harbour, docks);
        var matter = tree.Put(union, Votes.Secret);
        var box = tree.Opens(union, matter);

        Assert.Equal(13, union.Box(box).Entitled);
        Assert.Equal(2, union.Box(box).Parts.Values.Sum(p => p.Elsewhere));
        // Whoever works above counts below, where their home section is.
        Assert.Equal(new Part(4, 1), union.Box(box).Parts[union.Id()]);
        Assert.Equal(docks.Id(), RollLines.PartOf(union.Section, matter, docks.Who(5)));

        Assert.IsType<Ruling.InOrder>(harbour.CastIn(union, box, 5, "for"));
        Assert.Equal("ballot.already-voted", docks.CastIn(union, box, 1, "for").Why());
        Assert.Single(union.PapersOf(box));
    }

    [Fact]
    public void A_question_goes_down_through_a_federation_of_federations_and_the_roll_comes_up()
    {
        var (harbour, docks) = (Forest.Section("Harbour", 1), Forest.Section("Docks", 101));
        var union = Forest.Federation("Union", 201);
        var world = Forest.Federation("World", 301);
        var quay = Forest.Section("Quay", 401);
        var tree = new Federation(harbour, docks, union, world, quay);
        tree.AffiliateAll(union, harbour, docks);
        tree.AffiliateAll(world, union, quay);
        var matter = tree.Put(world, Votes.Open);
        var referendum = world.Section.Referendums.Put[matter];
        Assert.True(referendum.HasAll);
        Assert.Equal(5, referendum.Parts.Count);
        Assert.Equal(union.Id(), referendum.Parts[harbour.Id()].By);
        Assert.True(harbour.Section.Referendums.FromAbove.ContainsKey(world.Above(matter)));

        var box = tree.Opens(world, matter);
        harbour.AllCast(world, box, 5, "for");
        quay.AllCast(world, box, 1, "for");
        tree.Closes(world, matter);
        Assert.Equal((25, 6), (world.VerdictOf(matter).Roll, world.VerdictOf(matter).For));
        Assert.Equal(Outcome.Adopted, docks.Last<ReferendumsEvent.QuestionDecided>().Outcome);
        // What lies below counts for the section it came by way of.
        var division = world.Section.Congresses.Divided[matter];
        Assert.Equal(5, division.Sections.Single(s => s.Section == union.Id()).For);
    }

    [Fact]
    public void A_large_section_does_not_carry_a_question_alone()
    {
        var (tree, harbour, docks, union) = Uneven();
        var matter = tree.Put(union, Votes.Secret);
        var box = tree.Opens(union, matter);
        harbour.AllCast(union, box, 12, "for");
        docks.AllCast(union, box, 6, "against");
        union.AllCast(union, box, 5, "abstain");
        tree.Closes(union, matter);

        Assert.True(union.Matter(matter).Is(Outcome.Rejected));
        var division = union.Section.Congresses.Divided[matter];
        Assert.True(division.IsAdvice);
        Assert.Equal((1, 2), (division.Weighed.SectionsFor, division.Weighed.SectionsCounting));
        Assert.Equal(
            [(harbour.Id(), 12, 0, 0), (docks.Id(), 0, 6, 0), (union.Id(), 0, 0, 5)],
            division
                .Sections.Select(s => (s.Section, s.For, s.Against, s.Abstained))
                .OrderByDescending(s => s.For)
                .ThenByDescending(s => s.Against)
        );
    }

    [Fact]
    public void Few_secret_votes_of_a_section_are_shown_with_others_only()
    {
        var (tree, harbour, docks, union) = Uneven();
        var matter = tree.Put(union, Votes.Secret);
        var box = tree.Opens(union, matter);
        harbour.AllCast(union, box, 9, "for");
        docks.AllCast(union, box, 3, "against");
        union.AllCast(union, box, 2, "abstain");
        tree.Closes(union, matter);

        var division = union.Section.Congresses.Divided[matter];
        Assert.Equal(
            [(harbour.Id(), 9, 0, 0), (union.Id(), 0, 3, 2)],
            division.Sections.Select(s => (s.Section, s.For, s.Against, s.Abstained))
        );
        var kept = union.All<BallotsEvent.Closed>().Last(e => e.Box == box).Papers.Content;
        Assert.Equal(9, kept.Split('\n').Count(p => BySections.PartOf(p) > 0));
        Assert.True(union.Matter(matter).Is(Outcome.Adopted));
    }

    [Fact]
    public void What_is_left_of_the_whole_is_never_a_small_group_either()
    {
        var (tree, harbour, docks, union) = Uneven();
        var matter = tree.Put(union, Votes.Secret);
        var box = tree.Opens(union, matter);
        harbour.AllCast(union, box, 9, "for");
        docks.AllCast(union, box, 6, "against");
        union.AllCast(union, box, 1, "abstain");
        tree.Closes(union, matter);

        // The one vote of the convener's own would be the whole less the two sections.
        Assert.Equal(
            [(harbour.Id(), 9, 0, 0), (union.Id(), 0, 6, 1)],
            union
                .Section.Congresses.Divided[matter]
                .Sections.Select(s => (s.Section, s.For, s.Against, s.Abstained))
        );
    }

    [Fact]
    public void No_paper_says_its_section_where_no_majority_of_sections_is_needed()
    {
        var harbour = Forest.Section("Harbour", 1);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, union);
        tree.AffiliateAll(union, harbour);
        var matter = tree.Put(union, Votes.Secret);
        var box = tree.Opens(union, matter);
        harbour.AllCast(union, box, 5, "for");
        Assert.All(union.PapersOf(box), p => Assert.Equal("For", p));
        tree.Closes(union, matter);
        Assert.Empty(union.Section.Congresses.Divided);
    }

    [Fact]
    public void A_long_part_of_a_roll_goes_up_in_several_letters()
    {
        var harbour = Forest.Section("Harbour", 1);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, union);
        tree.AffiliateAll(union, harbour);
        tree.ElectChair(union);
        union.Do(5, Votes.Open);
        var matter = union.LastMatter();
        for (var letter = 0; letter < 3; letter++)
            union.Do(
                new Receive(
                    harbour.Id(),
                    union.Section.Letters.ReceivedFrom(harbour.Id()) + 1,
                    new Letter.RollReturned(
                        union.Above(matter),
                        harbour.Id(),
                        "Harbour",
                        5,
                        [],
                        [
                            .. Enumerable
                                .Range(1 + 2 * letter, letter < 2 ? 2 : 1)
                                .Select(no => RollLine.Of(union.Id(), matter, harbour.Who(no))),
                        ]
                    )
                ),
                new Actor.Post()
            );
        var part = union.Section.Referendums.Put[matter].Parts[harbour.Id()];
        Assert.Equal((5, 5), (part.Entitled, part.Come));
        Assert.True(union.Section.Referendums.Put[matter].HasAll);
    }

    private static (Federation, Branch Harbour, Branch Docks, Branch Union) Uneven()
    {
        var harbour = Forest.Section("Harbour", 1, members: 12);
        var docks = Forest.Section("Docks", 101, members: 6);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, docks, union);
        tree.AffiliateAll(union, harbour, docks);
        return (tree, harbour, docks, union);
    }
}
