using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>The longer steps of a vote of all members of a tree.</summary>
internal static class Votes
{
    public static PutToAll Open => new("Six hours", "We ask for six hours.", Secret: false);

    public static PutToAll Secret => Open with { Secret = true };

    /// <summary>Whoever convenes puts a question to all, and the letters go.</summary>
    public static MatterNo Put(this Federation tree, Branch convener, PutToAll question)
    {
        tree.ElectChair(convener);
        convener.Do(5, question);
        tree.BringAll();
        return convener.LastMatter();
    }

    /// <summary>Time passes until the box is open.</summary>
    public static BoxNo Opens(this Federation tree, Branch convener, MatterNo matter)
    {
        tree.Until(() => convener.Matter(matter).Stage is not Stage.Debate, "a vote of all");
        return Assert.IsType<Stage.Voting>(convener.Matter(matter).Stage).Box;
    }

    public static void Closes(this Federation tree, Branch convener, MatterNo matter) =>
        tree.Until(() => !convener.Matter(matter).IsOpen, "the end of a vote of all");

    /// <summary>A member of a section votes, in the record of the convener.</summary>
    public static Ruling CastIn(
        this Branch section,
        Branch convener,
        BoxNo box,
        int member,
        string choice
    ) => convener.Attempt(new Cast(box, choice), section.As(member));

    public static void AllCast(
        this Branch section,
        Branch convener,
        BoxNo box,
        int members,
        string choice
    )
    {
        for (var no = 1; no <= members; no++)
            Assert.IsType<Ruling.InOrder>(section.CastIn(convener, box, no, choice));
    }

    public static Box Box(this Branch convener, BoxNo box) => convener.Section.Ballots.Of(box);

    public static string Why(this Ruling ruling) => ((Ruling.OutOfOrder)ruling).Reason.Code;

    public static QuestionAbove Above(this Branch convener, MatterNo matter) =>
        new(convener.Id(), matter);

    public static Verdict VerdictOf(this Branch convener, MatterNo matter) =>
        convener.All<MattersEvent.Settled>().Last(e => e.Matter == matter).Verdict;
}
