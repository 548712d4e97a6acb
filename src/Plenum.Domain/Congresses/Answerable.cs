using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>How a delegate voted, by the mandate their section gave.</summary>
public sealed record DelegateVote(MandateNo Mandate, Said Said);

/// <summary>
/// Whoever votes for others answers for it to them: what was said by name goes down to those who gave the mandate, and
/// stands there beside what they had bidden (S79, T13).
/// </summary>
public static class Answerable
{
    // A letter stays short, however many one section sends.
    private const int VotesInALetter = 400;

    /// <summary>A division has closed: every section that has seats in it learns how its delegates voted.</summary>
    public static void Tell(Unfolding unfolding, Matter matter, Box box)
    {
        var section = unfolding.Section;
        if (box.Secret || matter.Procedure.Electorate == BodyId.Members)
            return;
        if (section.Congresses.Sitting(matter.Procedure.Electorate) is null)
        {
            TellOwn(unfolding, matter, box);
            return;
        }
        unfolding.Then(new HearingEvent.Awaits(matter.No, box.No));
        foreach (var sent in section.Congresses.Seats.GroupBy(s => s.Key.Section))
        foreach (var votes in sent.Chunk(VotesInALetter))
            unfolding.Write(
                sent.Key,
                new Letter.OnMandate(
                    new MandateLetter.Voted(
                        matter.No,
                        TitleOf(matter.Question),
                        box.Closes,
                        [
                            .. votes.Select(s => new DelegateVote(
                                s.Key.Mandate,
                                SaidIn(box, section.Mandates.Of(s.Value).Holder)
                            )),
                        ]
                    )
                )
            );
    }

    public static void Open(Unfolding unfolding, SectionId from, MandateLetter letter, Instant now)
    {
        switch (letter)
        {
            case MandateLetter.Instructed told:
                Hear(unfolding, from, told, now);
                break;
            case MandateLetter.Voted told:
                Record(unfolding, from, told);
                break;
            case MandateLetter.Heard heard:
                if (Unheard.Awaits(unfolding.Section, heard.About, from))
                    unfolding.Then(new HearingEvent.Heard(heard.About, from));
                break;
            case MandateLetter.SetAside told:
                Disputed.Hear(unfolding, from, told);
                break;
        }
    }

    // The federation holds what a section has bidden its delegates, for as long as they have not divided on it.
    private static void Hear(
        Unfolding unfolding,
        SectionId from,
        MandateLetter.Instructed told,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.HasAffiliate(from)
            && section.Matters.Find(told.About)
                is { IsOpen: true, Procedure: { Electorate: var body, Secret: false } }
            && section.Congresses.Sitting(body) is not null
        )
            unfolding.Then(
                new CongressesEvent.DelegatesInstructed(
                    from,
                    told.By,
                    told.About,
                    told.Bidding,
                    now
                )
            );
    }

    private static void Record(Unfolding unfolding, SectionId from, MandateLetter.Voted told)
    {
        if (unfolding.Section.Sections.Tree.Federation.Federation != from)
            return;
        foreach (var vote in told.Votes)
            Record(unfolding, vote, from, told.About, told.Title, told.ClosedAt);
        unfolding.Write(from, new Letter.OnMandate(new MandateLetter.Heard(told.About)));
    }

    // Of those who sit here only what was bidden is written down a second time.
    private static void TellOwn(Unfolding unfolding, Matter matter, Box box)
    {
        var section = unfolding.Section;
        if (
            section.Mandates.Instructions.Values.All(i =>
                i.Before != section.Id || i.About != matter.No
            )
        )
            return;
        foreach (var mandate in section.Mandates.On(matter.Procedure.Electorate, box.Closes))
            Record(
                unfolding,
                new DelegateVote(mandate.No, SaidIn(box, mandate.Holder)),
                section.Id,
                matter.No,
                TitleOf(matter.Question),
                box.Closes
            );
    }

    private static void Record(
        Unfolding unfolding,
        DelegateVote vote,
        SectionId before,
        MatterNo about,
        string title,
        Instant closed
    ) =>
        unfolding.Then(
            new MandatesEvent.Voted(
                vote.Mandate,
                before,
                about,
                title,
                vote.Said,
                unfolding.Section.Mandates.BiddingOn(before, about, closed),
                closed
            )
        );

    private static Said SaidIn(Box box, MemberNo holder) =>
        !box.Votes.TryGetValue(holder, out var choice) || box.TakenOut.Contains(holder)
            ? Said.Nothing
            : choice switch
            {
                Choice.For => Said.For,
                Choice.Against => Said.Against,
                Choice.Abstain => Said.Abstain,
            };

    /// <summary>What has no title of its own is known by its number.</summary>
    public static string TitleOf(Question question) =>
        question is Question.Adopt motion ? motion.Title
        : question is Question.AmendStatutes statutes ? statutes.Title
        : question is Question.AmendProgramme programme ? programme.Title
        : "";
}
