using System.Collections.Immutable;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Constraints;
using Plenum.Counting.Majority;
using Plenum.Counting.Marks;
using Plenum.Counting.Power;
using Plenum.Counting.Proportional;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests;

/// <summary>What whoever takes the library as a package may rely on.</summary>
public sealed class PublicUseTests
{
    private const string Papers =
        "4 1\n5 1 2 3 0\n5 2 1 4 0\n3 3 4 0\n3 4 3 0\n0\nAnn\nBo\nCy\nDi\nt\n";

    public static TheoryData<string> All() => [.. CountingRule.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(All))]
    public void Equal_papers_counted_twice_tell_an_equal_story(string id)
    {
        var rule = CountingRule.Find(id)!;
        var (one, other) = (Graded(Papers), Graded(Papers).OnThreads(1));
        var more = Graded(Papers.Replace("5 1 2", "6 1 2", StringComparison.Ordinal));

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, more);
        var (first, again) = (rule.Count(one, Elections.Seed), rule.Count(other, Elections.Seed));
        Assert.IsNotType<CountStory.Refused>(first);
        Assert.Equal(first, again);
        Assert.Equal(first.GetHashCode(), again.GetHashCode());
        Assert.NotEqual(first, rule.Count(more, Elections.Seed));
    }

    [Fact]
    public void Seats_given_alike_after_other_ties_are_not_the_same_answer()
    {
        Claimant[] even = [new("A", 10), new("B", 10)];
        var rule = new SeatRule.Dividing(Divisor.DHondt);
        Allotment Lot(byte seed) => Apportion.Seats(even, rule, 1, Lots.Seeded([seed]));

        var first = Assert.IsType<Allotment.Given>(Lot(1));
        var other = Enumerable
            .Range(2, 200)
            .Select(seed => Assert.IsType<Allotment.Given>(Lot((byte)seed)))
            .First(given => given.Seats.SequenceEqual(first.Seats));
        Assert.Equal(first, Lot(1));
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Papers_marked_alike_are_equal()
    {
        Assert.Equal(
            new MarkedPaper([new Mark(1, "Ann"), new Mark(2, "Bo")]),
            new MarkedPaper([new Mark(1, "Ann"), new Mark(2, "Bo")])
        );
        Assert.NotEqual(
            new MarkedPaper([new Mark(1, "Ann")]),
            new MarkedPaper([new Mark(2, "Ann")])
        );
        Assert.Equal(
            new MarkRules { Candidates = [new MarkCandidate("Ann", ["A."], false)] },
            new MarkRules { Candidates = [new MarkCandidate("Ann", ["A."], false)] }
        );
    }

    [Fact]
    public void Nobody_is_asked_about_in_vain()
    {
        var count = ScottishStv.Count(Elections.Blt(Papers), Elections.ByNumber);
        foreach (var nobody in Elections.Candidates(0, 5, -1))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => count.NameOf(nobody));
            Assert.Throws<ArgumentOutOfRangeException>(() => count.HeldBy(nobody));
            Assert.Throws<ArgumentOutOfRangeException>(() => count.Stages[0].Of(nobody));
        }
        Assert.Equal("Di", count.NameOf(new Candidate(4)));
    }

    [Fact]
    public void A_statute_that_keeps_no_limits_does_not_overlook_them()
    {
        var limited = Elections.Blt(Papers).WithLimits(Group(new Candidate(1), new Candidate(2)));

        Assert.Throws<ArgumentException>(() => ScottishStv.Count(limited, Elections.ByNumber));
        Assert.Throws<ArgumentException>(() => InstantRunOff.Count(limited, Elections.ByNumber));
        Assert.Throws<ArgumentException>(() =>
            Certificate.Write(CountingRule.Find("meek")!, limited)
        );
        Assert.Throws<ArgumentException>(() => limited.WithLimits(Group(new Candidate(5))));
    }

    [Fact]
    public void Lists_that_were_never_made_are_empty()
    {
        var ballots = Elections.Blt(Papers);
        var rule = CountingRule.Find("schulze")!;

        Assert.Equal(
            rule.Count(ballots, new Lots.InOrder([])).Elected,
            rule.Count(ballots, new Lots.InOrder(default)).Elected
        );
        Assert.Equal(new Lots.FromSeed([]), new Lots.FromSeed(default));
        Assert.Empty(new PlaceLimits(default).Groups);
        Assert.Empty(new MarkRules { Candidates = default }.Candidates);
        Assert.Empty(new MarkCandidate("Ann", default, false).Aliases);
        Assert.Equal(
            Ranking.OfRanks([
                [],
                [new Candidate(1)],
            ]),
            Ranking.OfRanks([default, [new Candidate(1)]])
        );
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_the_name_of_the_argument()
    {
        Claimant[] two = [new("A", 2), new("B", 1)];
        SeatRule[] impossible =
        [
            new SeatRule.Banded(default),
            new SeatRule.Banded([]),
            new SeatRule.Equal(-1),
            new SeatRule.PerMembers(Fraction.Zero, new Rounding.Down()),
            new SeatRule.Degressive(-1, 5),
        ];
        foreach (var rule in impossible)
            Refuses("rule", () => Apportion.Seats(two, rule, 3, Elections.ByNumber));
        var dividing = new SeatRule.Dividing(Divisor.Adams);
        Refuses(
            "claimants",
            () => Apportion.Seats([new("A", -1)], dividing, 3, Elections.ByNumber)
        );
        Refuses("seats", () => Disproportion.GallagherSquared([1, 2], [1]));
        Refuses("squared", () => Disproportion.Root(-1, 2));
        Refuses(
            "votes",
            () =>
                Biproportional.Seats(
                    [
                        [1, 2],
                    ],
                    [1, 1],
                    [1, 1]
                )
        );
        Refuses("quota", () => MinimalCoalitions.List([1, 2], 0));
        Refuses("weights", () => MinimalCoalitions.List([1, -2], 1));
        Refuses("decimals", () => Fraction.One.ToDecimal(-1));
        Refuses("papers", () => BallotSet.Of("", ["A"], 1, [default]));
        Refuses("names", () => BallotSet.Of("", [null!], 1, []));
        Refuses("tieOrder", () => BallotSet.Of("", ["A"], 1, [], tieOrder: [new Candidate(2)]));
        Refuses("threads", () => BallotReader.Read([], threads: -1));
        Refuses("passes", () => TabulationJson.Write(default));
    }

    [Fact]
    public void A_certificate_written_by_a_program_is_that_of_the_verb()
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Papers);
        foreach (var seed in new[] { "", "00FF" })
        {
            var written = Certificate.Write(CountingRule.Find("irv")!, Elections.Blt(Papers), seed);
            Assert.Equal(
                CertificateCommand
                    .Write(bytes, new CountOptions("irv", Seed: seed.Length == 0 ? null : seed))
                    .Text,
                written
            );
        }
        Assert.Throws<FormatException>(() =>
            Certificate.Write(CountingRule.Find("irv")!, Elections.Blt(Papers), "seed")
        );
    }

    private static BallotSet Graded(string text) =>
        Elections.Blt(text) is var plain && plain.Seats == 1
            ? plain.WithGraded(plain.Grading(4))
            : plain;

    private static PlaceLimits Group(params ImmutableArray<Candidate> members) =>
        new([new PlaceGroup("c", "g", 0, 1, members)]);

    private static void Refuses(string name, Func<object?> act) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(act).ParamName);
}
