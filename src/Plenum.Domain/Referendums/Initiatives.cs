using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Referendums;

/// <summary>
/// A question that members of several sections want put to all: the convener's record adds up what sections report, and
/// at the threshold it goes to the vote with no officer acting (C16).
/// </summary>
public static class Initiatives
{
    /// <summary>Enough members of a section have signed: all are asked.</summary>
    public static void Take(
        Unfolding unfolding,
        SectionId from,
        Letter.InitiativeFiled filed,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var now = occasion.Now;
        if (!section.Sections.Tree.HasAffiliate(from))
            return;
        if (filed.Convener != section.Id)
        {
            Returns.PassOn(unfolding, new QuestionAbove(filed.Convener, MatterNo.None), filed);
            return;
        }
        var procedure = Procedures.OfReferendum(section, filed.Secret, now);
        var question = new QuestionAbove(section.Id, section.Matters.NextNo);
        unfolding.Then(
            new MattersEvent.PutForward(
                question.Matter,
                nameof(Question.PutToAll),
                new Question.PutToAll(filed.Title, Document.Of(filed.Text)),
                procedure,
                new Stage.Support(procedure.SupportUntil),
                MemberNo.None,
                section.Statutes.Version,
                now
            )
        );
        foreach (var affiliate in section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(
                affiliate,
                new Letter.SupportSought(
                    question,
                    filed.Section,
                    filed.By,
                    filed.Title,
                    filed.Text,
                    filed.Secret,
                    procedure.SupportUntil
                )
            );
        Counted(unfolding, question.Matter, filed.Section, filed.Support, occasion);
    }

    /// <summary>A running total has come; only the last one of a section counts.</summary>
    public static void Count(
        Unfolding unfolding,
        SectionId from,
        Letter.SupportGiven given,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        if (!section.Sections.Tree.HasAffiliate(from))
            return;
        if (given.Question.Convener != section.Id)
            Returns.PassOn(unfolding, given.Question, given);
        else if (section.Matters.Find(given.Question.Matter) is { Stage: Stage.Support stage })
            if (occasion.Now < stage.Until)
                Counted(unfolding, given.Question.Matter, given.Section, given.Support, occasion);
    }

    /// <summary>Everybody of whom this federation knows: its own members, and those its sections last reported with those below.</summary>
    public static int Members(Section section, Instant now) =>
        section.Membership.InGoodStanding
        + section.Sections.Tree.Affiliates.Keys.Sum(id => Returns.LastKnown(section, id, now));

    /// <summary>Signatures of all sections and of the convener's own members.</summary>
    public static int Total(Section section, Matter matter) =>
        matter.Supporters.Count + section.Referendums.SupportBelow(matter.No);

    private static void Counted(
        Unfolding unfolding,
        MatterNo no,
        SectionId section,
        int support,
        Occasion occasion
    )
    {
        unfolding.Then(new ReferendumsEvent.SupportCounted(no, section, support));
        var matter = unfolding.Section.Matters.All[no];
        if (Total(unfolding.Section, matter) >= matter.Procedure.SupportNeeded)
            Onward.FromSupport(unfolding, no, occasion);
    }
}
