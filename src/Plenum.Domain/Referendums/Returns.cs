using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Referendums;

/// <summary>Parts of the roll on their way up, and what stands in for one that never came.</summary>
public static class Returns
{
    /// <summary>The convener keeps a part; whoever stands between passes it on.</summary>
    public static void Take(
        Unfolding unfolding,
        SectionId from,
        Letter.RollReturned returned,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        if (returned.Question.Convener != section.Id)
        {
            if (section.Sections.Tree.HasAffiliate(from))
                PassOn(unfolding, returned.Question, returned);
            return;
        }
        var no = returned.Question.Matter;
        if (
            !section.Referendums.Put.TryGetValue(no, out var referendum)
            || referendum.IsOver
            || !MayReturn(referendum, from, returned.Section)
            || referendum.Has(returned.Section)
        )
            return;
        unfolding.Then(
            new ReferendumsEvent.RollReturned(
                no,
                returned.Section,
                from,
                returned.Name,
                returned.Entitled,
                returned.Below,
                returned.Lines
            )
        );
        referendum = unfolding.Section.Referendums.Put[no];
        var matter = unfolding.Section.Matters.All[no];
        if (referendum.IsFrozen)
            Putting.Announce(unfolding, no, referendum.Parts[returned.Section]);
        else if (
            referendum.HasAll
            && matter.Stage is Stage.Debate
            && occasion.Now >= referendum.DebateUntil
        )
            Putting.Open(unfolding, matter, referendum, occasion);
    }

    // Its own part, or that of a section below it: nobody answers for another that was asked.
    private static bool MayReturn(Referendum referendum, SectionId from, SectionId section) =>
        referendum.Asked.Contains(from)
        && (section == from || !referendum.Asked.Contains(section))
        && (!referendum.Parts.TryGetValue(section, out var part) || part.By == from);

    /// <summary>A letter about a question goes on towards its convener.</summary>
    public static void PassOn(Unfolding unfolding, QuestionAbove question, Letter letter)
    {
        var tree = unfolding.Section.Sections.Tree;
        if (tree.Federation != Affiliation.None && tree.Above.Contains(question.Convener))
            unfolding.Write(tree.Federation.Federation, letter);
    }

    /// <summary>
    /// Before the count: a section whose part never came counts in the roll with the members it was last known to have,
    /// if that is not a year ago, so that nobody reaches a quorum by silencing others; else with nobody.
    /// </summary>
    public static void CountMissing(Unfolding unfolding, Box box, Instant now)
    {
        if (!unfolding.Section.Referendums.Put.TryGetValue(box.Matter, out var referendum))
            return;
        foreach (var asked in referendum.Asked.Where(a => !referendum.Has(a)))
        {
            var come = referendum.Parts.TryGetValue(asked, out var part) ? part.Come : 0;
            unfolding.Then(
                new BallotsEvent.PartMissing(
                    box.No,
                    asked,
                    Math.Max(0, LastKnown(unfolding.Section, asked, now) - come)
                )
            );
        }
    }

    /// <summary>The members of a section and of those below it, as last reported within a year; nobody when it is longer ago.</summary>
    public static int LastKnown(Section section, SectionId id, Instant now) =>
        section.Sections.Scope.Reports.TryGetValue(id, out var report)
        && now < section.After(report.At, Reporting.OldestReport)
            ? report.Members + report.Below.Sum(b => b.Members)
        : section.Congresses.LastReturns.TryGetValue(id, out var last)
        && now < section.After(last.At, Congresses.Allotting.OldestReturn)
            ? last.Members
        : section.Sections.Tree.Affiliates.TryGetValue(id, out var affiliate)
        && now < section.After(affiliate.Since, Reporting.OldestReport)
            ? affiliate.Members
        : 0;
}
