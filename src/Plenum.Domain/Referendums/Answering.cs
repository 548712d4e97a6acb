using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Referendums;

/// <summary>What a section does by itself with a question from above: it returns its part of the roll and passes the question on.</summary>
public static class Answering
{
    /// <summary>A letter stays short: a long part of a roll goes up in several.</summary>
    public const int LinesInALetter = 1_000;

    public static void Answer(
        Unfolding unfolding,
        SectionId from,
        Letter.QuestionPut put,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.Federation.Federation != from
            || put.Question.Convener == section.Id
            || section.Referendums.FromAbove.ContainsKey(put.Question)
        )
            return;
        var lines = RollLines.Of(section, put.Question, put.RollAt, put.BasicLaw);
        unfolding.Then(
            new ReferendumsEvent.QuestionReceived(
                put.Question,
                put.Name,
                put.Title,
                put.Text,
                put.Secret,
                put.RollAt,
                put.Closes,
                lines.Count
            )
        );
        EquatableArray<SectionId> below = [.. section.Sections.Tree.Affiliates.Keys];
        for (var first = 0; first == 0 || first < lines.Count; first += LinesInALetter)
            unfolding.Write(
                from,
                new Letter.RollReturned(
                    put.Question,
                    section.Id,
                    section.Sections.Name,
                    lines.Count,
                    below,
                    [.. lines.Skip(first).Take(LinesInALetter)]
                )
            );
        // Where nobody helps there is nobody to name; whoever does later is named then.
        if (Desks.Of(section).Count > 0)
            Desks.Tell(unfolding, put.Question);
        foreach (var affiliate in below)
            unfolding.Write(affiliate, put);
        Signing.End(unfolding, put.Question, now);
    }

    public static void Hear(Unfolding unfolding, SectionId from, Letter.QuestionDecided decided)
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.Federation.Federation != from
            || !section.Referendums.FromAbove.ContainsKey(decided.Question)
        )
            return;
        unfolding.Then(
            new ReferendumsEvent.QuestionDecided(
                decided.Question,
                decided.Outcome,
                decided.For,
                decided.Against,
                decided.Abstained
            )
        );
        foreach (var affiliate in section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(affiliate, decided);
    }

    /// <summary>The convener tells those it asked how it ended.</summary>
    public static void Tell(Unfolding unfolding, MatterNo no, Outcome outcome, Verdict verdict)
    {
        var section = unfolding.Section;
        if (!section.Referendums.Put.TryGetValue(no, out var referendum) || referendum.IsOver)
            return;
        unfolding.Then(new ReferendumsEvent.Over(no));
        foreach (var asked in referendum.Asked)
            unfolding.Write(
                asked,
                new Letter.QuestionDecided(
                    new QuestionAbove(section.Id, no),
                    outcome,
                    verdict.For,
                    verdict.Against,
                    verdict.Abstained
                )
            );
    }
}
