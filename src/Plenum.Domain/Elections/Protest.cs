using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>The time to protest is over, or has not come.</summary>
public sealed record NotOpenToProtest(MatterNo Election) : Reason("election.no-protest");

/// <summary>This member's protest against the election is before a panel; others may protest on other grounds.</summary>
public sealed record ProtestUnderWay(MatterNo Protest) : Reason("election.protest-under-way");

/// <summary>Too few members are neither candidates nor on the commission to draw a panel from.</summary>
public sealed record NoPanelPossible(int Eligible, int Needed) : Reason("election.no-panel");

/// <summary>A member protests against a result; a panel drawn by lot decides in time (C17).</summary>
public sealed record Protest(MatterNo Election, string Grounds) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Grounds),
                    Grounds,
                    Texts.Body,
                    () => Lodge(section, occasion, member)
                )
        );

    private Ruling Lodge(Section section, Occasion occasion, Member member)
    {
        var rule = section.Rules.Panel;
        if (section.Matters.Find(Election) is not { Question: Question.Elect } matter)
            return new NoSuchMatter(Election);
        if (
            matter.Stage is not Stage.Protest stage
            || occasion.Now >= stage.Until
            // A protest before the panel keeps the result open, but not the time to protest.
            || occasion.Now
                >= section.After(
                    Instant.Max(
                        section.Ballots.Of(stage.Box).Closes,
                        section.Elections.Of(Election).RecountedAt
                    ),
                    matter.Procedure.Protest
                )
        )
            return new NotOpenToProtest(Election).By(section.Rules.Elections.Article);
        if (
            section.Matters.OpenMatters.FirstOrDefault(m =>
                m.Question is Question.Protest p && p.Election == Election && m.By == member.No
            ) is
            { } open
        )
            return new ProtestUnderWay(open.No).By(rule.Article);
        var election = section.Elections.Of(Election);
        var concerned = election
            .Candidates.Select(c => c.Member)
            .Concat(election.Commission)
            .Append(member.No)
            .ToHashSet();
        var eligible = section
            .RollOf(BodyId.Members, occasion.Now, basicLaw: false)
            .Where(m => !concerned.Contains(m))
            .ToArray();
        // In a branch too small for a full panel one member who is not concerned still decides.
        if (eligible.Length == 0)
            return new NoPanelPossible(0, rule.Size).By(rule.Article);
        var decidesWithin = section.Rules.Elections.ProtestDecision;
        var unfolding = Panels.Draw(
            new Unfolding(section),
            member.No,
            nameof(Question.Protest),
            new Question.Protest(Election, Document.Of(Grounds)),
            Procedures.OfProtest(section) with
            {
                Voting = decidesWithin,
            },
            eligible,
            occasion
        );
        var until = section.After(occasion.Now, decidesWithin);
        // The result stays open until the panel has decided.
        if (until > stage.Until)
            unfolding.Then(
                new MattersEvent.MovedOn(
                    Election,
                    stage with
                    {
                        Until = section.After(until, Period.FromDays(1)),
                    }
                )
            );
        return new Ruling.InOrder(
            new Authority.Member(member.No),
            rule.Article,
            unfolding.Events,
            []
        );
    }
}
