using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Referendums;

/// <summary>
/// How a question comes before the members of all sections: it is debated while the parts of the roll come in, the roll
/// freezes over those at hand, and one box opens.
/// </summary>
public static class Putting
{
    /// <summary>So much longer than the debate the opening waits for parts that have not come.</summary>
    public static readonly Period PartsWithin = Period.FromDays(14);

    /// <summary>The same, where the members of sections decide it.</summary>
    public static void ToSections(Unfolding unfolding, MatterNo no, Instant now)
    {
        if (unfolding.Section.Matters.All[no].Procedure.Electorate == BodyId.Tree)
            Put(unfolding, no, now);
    }

    /// <summary>The record date is now. Every section is asked; the convener's own part is there at once.</summary>
    public static void Put(Unfolding unfolding, MatterNo no, Instant now)
    {
        var section = unfolding.Section;
        var matter = section.Matters.All[no];
        var words = QuestionWords.Of(section, matter.Question);
        var above = new QuestionAbove(section.Id, no);
        EquatableArray<SectionId> asked = [.. section.Sections.Tree.Affiliates.Keys];
        var lines = RollLines.Of(section, above, now, matter.Procedure.BasicLaw);
        unfolding
            .Then(new ReferendumsEvent.Put(no, now, matter.Stage.NextAt, asked))
            .Then(
                new ReferendumsEvent.RollReturned(
                    no,
                    section.Id,
                    section.Id,
                    section.Sections.Name,
                    lines.Count,
                    [],
                    lines
                )
            );
        foreach (var affiliate in asked)
            unfolding.Write(
                affiliate,
                new Letter.QuestionPut(
                    above,
                    section.Sections.Name,
                    words.Title,
                    words.Text,
                    matter.Procedure.Secret,
                    matter.Procedure.BasicLaw,
                    now,
                    section.After(matter.Stage.NextAt, matter.Procedure.Voting)
                )
            );
    }

    /// <summary>The debate is over. Where a part of the roll has not come the opening waits for it, once.</summary>
    public static void AfterDebate(Unfolding unfolding, Matter matter, Occasion occasion)
    {
        var section = unfolding.Section;
        if (!section.Referendums.Put.TryGetValue(matter.No, out var referendum))
            return;
        var latest = section.After(referendum.DebateUntil, PartsWithin);
        if (referendum.HasAll || occasion.Now >= latest)
            Open(unfolding, matter, referendum, occasion);
        else
            unfolding.Then(new MattersEvent.MovedOn(matter.No, new Stage.Debate(latest)));
    }

    /// <summary>The roll freezes in one decision over the parts at hand, and the box opens.</summary>
    public static void Open(
        Unfolding unfolding,
        Matter matter,
        Referendum referendum,
        Occasion occasion
    )
    {
        unfolding.Then(
            new ReferendumsEvent.RollFrozen(
                matter.No,
                Tallying.NeedsSections(unfolding.Section, referendum.Frozen(false), occasion.Now)
            )
        );
        Onward.OpenBox(unfolding, matter, BallotForm.Question, options: 3, occasion);
        foreach (var part in unfolding.Section.Referendums.Put[matter.No].Parts.Values)
            Announce(unfolding, matter.No, part);
    }

    /// <summary>How many of a section may vote is told to everybody; who they are is not (C19).</summary>
    public static void Announce(Unfolding unfolding, MatterNo matter, RollPart part)
    {
        if (unfolding.Section.Matters.Find(matter)?.Stage is Stage.Voting voting)
            unfolding.Then(
                new BallotsEvent.PartReturned(
                    voting.Box,
                    part.Section,
                    part.Voting,
                    part.Come - part.Voting
                )
            );
    }
}
