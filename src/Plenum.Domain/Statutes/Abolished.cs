using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>What ends with a body that new statutes no longer know: its seats, its elections, its count-backs.</summary>
public static class Abolished
{
    public static void Clear(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var book = section.Statutes.Book;
        foreach (var mandate in section.Mandates.Current.Values.Where(m => !book.Has(m.Body)))
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.BodyAbolished, now));
        foreach (var pending in section.Elections.CountBacks.Values)
            if (
                section.Matters.Find(pending.Election) is { Question: Question.Elect elect }
                && !book.Has(elect.Body)
            )
                unfolding.Then(
                    new ElectionsEvent.CountedBack(
                        pending.Vacated,
                        0,
                        new Document(Digest.None, "")
                    )
                );
        foreach (var matter in section.Matters.OpenMatters)
            if (Concerns(matter.Question) is { } body && !book.Has(body))
                unfolding.Then(
                    new MattersEvent.Settled(matter.No, Outcome.Stopped, Verdict.None, now)
                );
    }

    private static BodyId? Concerns(Question question) =>
        question switch
        {
            Question.Elect elect => elect.Body,
            Question.Recall recall => recall.Body,
            Question.Instruct instruct => instruct.Body,
            Question.Adopt
            or Question.AmendStatutes
            or Question.AmendProgramme
            or Question.Admit
            or Question.Summon
            or Question.Challenge
            or Question.Protest
            or Question.OnCompetence
            or Question.OnMerger
            or Question.OnRights
            or Question.Join
            or Question.Leave
            or Question.SummonCongress
            or Question.PutToAll
            or Question.Unseat
            or Question.Demand
            or Question.Initiative
            or Question.Recognise
            or Question.UpholdNotice
            or Question.CheckRoll
            or Question.ElectionsAssembly => null,
        };
}
