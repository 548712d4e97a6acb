using Plenum.Domain.Ballots;

namespace Plenum.Domain.Matters;

/// <summary>What a closed box makes of a matter, and what decides how it is voted on.</summary>
public static partial class Onward
{
    /// <summary>What is counted, and what the record keeps of the box.</summary>
    public static BallotsEvent.Closed Close(Box box, EquatableArray<string> papers) =>
        new(
            box.No,
            Document.Of(
                Papers.Sorted(
                    box.Secret
                        ? papers
                        : box
                            .Standing.Select(v => Parting.Written(box, v.Key, v.Value.ToString()))
                            .Concat(box.LineVotes.Values.Select(v => v.Choice.ToString()))
                )
            ),
            box.Entitled,
            box.Secret ? papers.Count : box.Standing.Count() + box.LineVotes.Count
        );

    /// <summary>The verdict over a closed box; a function of papers, roll and procedure alone.</summary>
    public static Verdict VerdictOf(Matter matter, Box box, EquatableArray<string> papers)
    {
        var choices = box.Secret
            ? papers.Select(Parting.ChoiceOn)
            : box.Standing.Select(v => v.Value).Concat(box.LineVotes.Values.Select(v => v.Choice));
        var votes = choices.ToLookup(c => c);
        return new Verdict(
            box.Entitled,
            votes[Choice.For].Count(),
            votes[Choice.Against].Count(),
            votes[Choice.Abstain].Count(),
            matter.Procedure.Quorum.Among(box.Entitled),
            matter.Procedure.Majority
        );
    }

    /// <summary>The verdict stands; what follows from it happens in the same breath.</summary>
    public static void Settle(
        Unfolding unfolding,
        Matter matter,
        Verdict verdict,
        Outcome outcome,
        Occasion occasion
    )
    {
        outcome = Competences.Reaching.Weigh(unfolding, matter, outcome, occasion.Now);
        var carried = outcome == Outcome.Adopted;
        var stopped = carried && Effects.Stops(unfolding.Section, matter, occasion);
        unfolding.Then(
            new MattersEvent.Settled(
                matter.No,
                stopped ? Outcome.Stopped : outcome,
                verdict,
                occasion.Now
            )
        );
        Minorities.Attach(unfolding, matter.No, occasion.Now);
        Referendums.Answering.Tell(unfolding, matter.No, outcome, verdict);
        if (carried && !stopped)
            Effects.Follow(unfolding, matter, occasion);
        else if (!carried)
            Effects.NotCarried(unfolding, matter, occasion);
    }

    internal static bool SecrecyWon(Section section, Matter matter) =>
        Referendums.RollLines.SecrecyWon(section, matter.No)
        || matter.SecretAskedBy.Count > 0
            && matter.SecretAskedBy.Count
                >= section.Rules.Motions.SecretOnDemand.Among(section.Membership.InGoodStanding);

    // Mere wording is adopted unless a few members object (C8).
    private static bool Contested(Section section, Matter matter) =>
        matter.Objectors.Count > 0
        && matter.Objectors.Count
            >= section.Rules.Amendment.WordingObjections.Among(section.Membership.InGoodStanding);
}
