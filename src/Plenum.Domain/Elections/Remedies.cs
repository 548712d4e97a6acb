using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Elections;

/// <summary>What a panel made of a protest, and how it is carried out (C17).</summary>
public static class Remedies
{
    /// <summary>
    /// The strongest remedy that as many want, or a stronger one, as it takes to carry: so that nobody gets an election
    /// held again that only a few would have again.
    /// </summary>
    public static Remedy Of(Section section, Matter protest)
    {
        var box = section.Ballots.OfMatter(protest.No).Last();
        var said = section.Elections.JudgedIn(protest.No);
        var wanted = box
            .Votes.Where(v => v.Value != Choice.Abstain)
            .Select(v =>
                v.Value == Choice.Against ? Remedy.Dismiss
                // A panel that only upholds has the election held again.
                : said.TryGetValue(v.Key, out var remedy) && remedy != Remedy.Dismiss ? remedy
                : Remedy.Rerun
            )
            .ToArray();
        var needed = protest.Procedure.Majority.Needed(wanted.Length);
        return new[] { Remedy.Rerun, Remedy.Correct, Remedy.Recount }.FirstOrDefault(
            remedy => wanted.Count(w => w >= remedy) >= needed,
            Remedy.Dismiss
        );
    }

    public static void CarryOut(Unfolding unfolding, Matter protest, MatterNo election, Instant now)
    {
        var section = unfolding.Section;
        if (
            section.Matters.Find(election)
            is not { Question: Question.Elect, Stage: Stage.Protest stage } matter
        )
            return;
        switch (Of(section, protest))
        {
            case Remedy.Dismiss:
                break;
            case Remedy.Rerun:
                Protests.Uphold(unfolding, election, now);
                break;
            // Where nobody voted on paper there is nothing written wrongly: the papers are counted again.
            case Remedy.Correct when section.Ballots.Of(stage.Box).PapersIssued > 0:
                var until = section.After(now, matter.Procedure.Protest);
                Order(unfolding, protest.No, matter.No, Remedy.Correct, until, stage.Until);
                Commissions.End(unfolding, election, now);
                Commissions.Seat(unfolding, election, until, now);
                break;
            case Remedy.Correct:
            case Remedy.Recount:
                var soon = Recounts.SoonAfter(section, election, now);
                Order(unfolding, protest.No, matter.No, Remedy.Recount, soon, stage.Until);
                break;
        }
    }

    private static void Order(
        Unfolding unfolding,
        MatterNo protest,
        MatterNo election,
        Remedy remedy,
        Instant until,
        Instant openUntil
    )
    {
        unfolding.Then(
            new ElectionsEvent.RecountOrdered(election, protest, remedy, until, openUntil)
        );
        At(unfolding, election, until);
    }

    /// <summary>The clock looks at the election then, and not before.</summary>
    public static void At(Unfolding unfolding, MatterNo election, Instant at)
    {
        if (unfolding.Section.Matters.All[election].Stage is Stage.Protest stage)
            unfolding.Then(new MattersEvent.MovedOn(election, stage with { Until = at }));
    }
}
