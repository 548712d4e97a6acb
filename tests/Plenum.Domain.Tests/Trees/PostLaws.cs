using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>However late, often and muddled letters come, everything ends as if they had come at once.</summary>
public sealed class PostLaws
{
    [Fact]
    public void Letters_late_twice_and_out_of_turn_change_no_seat_no_count_and_no_roll()
    {
        EndsAs("Docks: 2 3; Harbour: 3 4", Lived);
    }

    /// <summary>What was lived through ends so with letters that come at once, and with letters that come in no order.</summary>
    internal static void EndsAs(string end, Func<Action<Federation>, string> lived)
    {
        Assert.Equal(end, lived(federation => federation.BringAll()));
        Gen.Int[1, int.MaxValue]
            .Sample(
                seed =>
                {
                    var chance = new Random(seed);
                    Assert.Equal(end, lived(federation => Muddle(federation, chance)));
                },
                iter: Iterations
            );
    }

    private static long Iterations =>
        Environment.GetEnvironmentVariable("PLENUM_LONG") is { Length: > 0 } ? 200 : 12;

    // Most hours nothing comes; then some of it, in any order, and old letters once more. Four letters in turn come within
    // the fourteen days that a congress waits for returns: whoever returns later has the least, and that is the law.
    private static void Muddle(Federation federation, Random chance)
    {
        if (chance.Next(12) != 0)
            return;
        var letters = federation.OnTheWay.ToArray();
        chance.Shuffle(letters);
        foreach (var letter in letters.Take(1 + chance.Next(4)))
            federation.Bring(letter);
        var old = federation.Written.ToArray();
        for (var again = 0; again < 3 && old.Length > 0; again++)
        {
            var letter = old[chance.Next(old.Length)];
            var due = federation[letter.Letter.To].Section.Letters.ReceivedFrom(letter.From) + 1;
            Assert.Equal(letter.Letter.No == due, federation.Bring(letter));
        }
    }

    /// <summary>Two sections join, send delegates, recall some and lose one; who sits in the end.</summary>
    private static string Lived(Action<Federation> post)
    {
        var harbour = Forest.Section("Harbour", 1);
        var docks = Forest.Section("Docks", 101);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, docks, union) { Round = post };
        tree.Affiliate(harbour, union);
        tree.Affiliate(docks, union);
        tree.CallCongress(union);
        tree.Elect(harbour, 1, 2);
        tree.Elect(docks, 1, 2);

        var sent = harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        harbour.Do(3, new Recall(sent.No));
        harbour.Try(4, new Support(harbour.LastMatter()));
        harbour.Try(5, new Support(harbour.LastMatter()));
        tree.Elect(harbour, 3, 4);

        var gone = docks.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        docks.Do(1, new Resign(gone.No));
        tree.Elect(docks, 3);

        tree.Pass(Duration.FromDays(2), post: false);
        tree.BringAll();
        foreach (var section in new[] { harbour, docks })
        {
            var below = section.On(Forest.Delegation).Select(m => m.No).Order();
            var above = union
                .Section.Congresses.Seats.Keys.Where(c => c.Section == section.Id())
                .Select(c => c.Mandate)
                .Order();
            Assert.Equal(below, above);
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
        }
        Assert.Equal(Steps.Written(union.Section), Steps.Written(union.Replayed()));
        Assert.Equal(5, union.Section.Membership.InGoodStanding);
        Assert.Empty(tree.OnTheWay);
        return $"Docks: {Sitting(union, docks)}; Harbour: {Sitting(union, harbour)}";
    }

    private static string Sitting(Branch union, Branch section) =>
        string.Join(
            ' ',
            Enumerable
                .Range(1, 5)
                .Where(no =>
                    union
                        .On(Forest.Congress)
                        .Any(m => union.Section.Membership.Of(m.Holder).Person == section.Who(no))
                )
        );
}
