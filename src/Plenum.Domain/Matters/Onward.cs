using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>The one life cycle: how a matter gets from each stage to the next.</summary>
public static partial class Onward
{
    /// <summary>Enough support: to debate, or straight to what a petition brings about.</summary>
    public static void FromSupport(Unfolding unfolding, MatterNo no, Occasion occasion)
    {
        var matter = unfolding.Section.Matters.All[no];
        if (Referendums.Signing.GoesUp(unfolding.Section, matter.Question))
            Referendums.Signing.Tell(unfolding, no);
        else if (Effects.TakesEffectAtThreshold(unfolding.Section, matter, occasion.Now))
        {
            unfolding.Then(
                new MattersEvent.Settled(no, Outcome.Adopted, Verdict.None, occasion.Now)
            );
            Effects.Follow(unfolding, matter, occasion);
        }
        else
        {
            unfolding.Then(
                new MattersEvent.MovedOn(
                    no,
                    new Stage.Debate(unfolding.Section.After(occasion.Now, matter.Procedure.Debate))
                )
            );
            Referendums.Putting.ToSections(unfolding, no, occasion.Now);
        }
    }

    /// <summary>The stage's time is over.</summary>
    public static void ByTheClock(
        Unfolding unfolding,
        Matter matter,
        EquatableArray<string> papers,
        Occasion occasion
    )
    {
        switch (matter.Stage)
        {
            case Stage.Support
                when unfolding.Section.Referendums.OpenToDemand.ContainsKey(matter.No):
                Settle(unfolding, matter, Verdict.None, Outcome.Adopted, occasion);
                break;
            case Stage.Support:
                unfolding.Then(
                    new MattersEvent.Settled(matter.No, Outcome.Lapsed, Verdict.None, occasion.Now)
                );
                break;
            case Stage.Debate when matter.Procedure.Electorate == BodyId.Tree:
                Referendums.Putting.AfterDebate(unfolding, matter, occasion);
                break;
            case Stage.Debate when ObjectTo.IsOpen(matter) && !Contested(unfolding.Section, matter):
                Settle(unfolding, matter, Verdict.None, Outcome.Adopted, occasion);
                break;
            case Stage.Debate
                when Hands.Ahead(unfolding.Section, matter, occasion.Now) is { } sitting:
                unfolding.Then(
                    new MattersEvent.AwaitsMeeting(matter.No, sitting.No, Hands.EndOf(sitting))
                );
                break;
            case Stage.Debate:
                OpenBox(unfolding, matter, BallotForm.Question, options: 3, occasion);
                break;
            case Stage.Nomination nomination:
                Nominations.Close(unfolding, matter, nomination, occasion);
                break;
            case Stage.Voting voting when matter.Question is Question.Elect:
                Counts.Close(unfolding, matter, voting, papers, occasion);
                break;
            case Stage.Voting voting:
                Decide(unfolding, matter, voting, papers, occasion);
                break;
            case Stage.Protest protest
                when unfolding.Section.Elections.Of(matter.No).Recounting != Recounting.None:
                Recounts.Ordered(unfolding, matter, protest, papers, occasion.Now);
                break;
            case Stage.Protest:
                unfolding.Then(
                    new MattersEvent.Settled(matter.No, Outcome.Elected, Verdict.None, occasion.Now)
                );
                Commissions.End(unfolding, matter.No, occasion.Now);
                break;
            case Stage.Settled:
                break;
        }
    }

    /// <summary>
    /// The roll freezes and a box opens, for as long as the procedure says. Where members vote secretly a commission is
    /// drawn: without one nobody could enter the papers of those who vote on paper (C18).
    /// </summary>
    public static void OpenBox(
        Unfolding unfolding,
        Matter matter,
        BallotForm form,
        int options,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var now = occasion.Now;
        var box = section.Ballots.NextNo;
        var closes = section.After(now, matter.Procedure.Voting);
        var secret = matter.Procedure.Secret || SecrecyWon(section, matter);
        if (secret && matter.Procedure.Electorate == BodyId.Members)
            Commissions.Draw(unfolding, matter, closes, occasion);
        unfolding
            .Then(
                new BallotsEvent.Opened(
                    box,
                    matter.No,
                    matter.Procedure.Electorate,
                    form,
                    options,
                    secret,
                    matter.Procedure.BasicLaw,
                    now,
                    closes
                )
            )
            .Then(new MattersEvent.MovedOn(matter.No, new Stage.Voting(box, closes)));
        Apart.Part(unfolding, matter, box, occasion);
    }

    private static void Decide(
        Unfolding unfolding,
        Matter matter,
        Stage.Voting voting,
        EquatableArray<string> papers,
        Occasion occasion
    )
    {
        Referendums.Returns.CountMissing(
            unfolding,
            unfolding.Section.Ballots.Of(voting.Box),
            occasion.Now
        );
        var box = unfolding.Section.Ballots.Of(voting.Box);
        var verdict = VerdictOf(matter, box, papers);
        unfolding.Then(Close(box, Referendums.Tallying.Published(unfolding.Section, box, papers)));
        Commissions.End(unfolding, matter.No, occasion.Now);
        Mandates.Divisions.Flag(unfolding, matter, box);
        Congresses.Answerable.Tell(unfolding, matter, box);
        Settle(
            unfolding,
            matter,
            verdict,
            Congresses.Weighing.Weigh(
                unfolding,
                matter,
                box,
                Referendums.Tallying.Weigh(
                    unfolding,
                    matter,
                    box,
                    papers,
                    Apart.Weigh(unfolding, matter, box, papers, verdict.Outcome)
                )
            ),
            occasion
        );
    }
}
