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
        var no = section.Matters.NextNo;
        unfolding.ToSignatures(
            new Question.PutToAll(filed.Title, Document.Of(filed.Text)),
            procedure,
            now
        );
        Tell(
            unfolding,
            new Letter.SupportSought(
                new QuestionAbove(section.Id, no),
                filed.Section,
                filed.By,
                filed.Title,
                filed.Text,
                filed.Secret,
                procedure.SupportUntil
            )
        );
        Counted(unfolding, no, filed.Section, filed.Support, occasion);
    }

    /// <summary>Signatures of members of all sections are needed for a matter of this one.</summary>
    public static void Seek(Unfolding unfolding, MatterNo no)
    {
        var section = unfolding.Section;
        var matter = section.Matters.All[no];
        if (Demands.Of(matter.Question) is { } demand)
            Demands.Seek(unfolding, no, section.Id, no, demand);
        else
            Tell(
                unfolding,
                new Letter.SupportSought(
                    new QuestionAbove(section.Id, no),
                    section.Id,
                    no,
                    QuestionWords.Of(section, matter.Question).Title,
                    "",
                    matter.Procedure.Secret,
                    matter.Procedure.SupportUntil
                )
            );
    }

    /// <summary>Every section that belongs here is told, and tells those below.</summary>
    internal static void Tell(Unfolding unfolding, Letter letter)
    {
        foreach (var affiliate in unfolding.Section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(affiliate, letter);
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

    /// <summary>
    /// A part of the sections is enough as well (C8, C16): of each of them most members have signed, so that nobody speaks
    /// for a section but its members.
    /// </summary>
    private static bool SectionsWant(Section section, Matter matter, Instant now) =>
        // Basic law begins with members alone; sections only call in what a congress has carried of it.
        (IsOpenToDemand(section, matter) || !matter.Procedure.BasicLaw)
        && section.Referendums.Support.TryGetValue(matter.No, out var support)
        && support.Count(s =>
            section.Sections.Tree.HasAffiliate(s.Key)
            && Returns.LastKnown(section, s.Key, now) is > 0 and var members
            && s.Value * 2 > members
        )
            >= section.Sections.Tree.NeededOf(
                IsOpenToDemand(section, matter)
                    ? section.Rules.Amendment.Demand.Sections
                    : section.Rules.Initiative.Sections
            );

    private static bool IsOpenToDemand(Section section, Matter matter) =>
        section.Referendums.OpenToDemand.ContainsKey(matter.No);

    internal static void Counted(
        Unfolding unfolding,
        MatterNo no,
        SectionId section,
        int support,
        Occasion occasion
    )
    {
        unfolding.Then(new ReferendumsEvent.SupportCounted(no, section, support));
        var matter = unfolding.Section.Matters.All[no];
        if (
            Total(unfolding.Section, matter) >= matter.Procedure.SupportNeeded
            || SectionsWant(unfolding.Section, matter, occasion.Now)
        )
            Onward.FromSupport(unfolding, no, occasion);
    }
}
