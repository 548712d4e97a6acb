using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>Replay R10 on a disk: petition, letter up, vote, letter down, a measure, and an end by the calendar.</summary>
public sealed class InterventionTests : IAsyncDisposable
{
    private static readonly string[] Names = ["Harbour", "Union"];

    private readonly string _path = Directory
        .CreateTempSubdirectory("plenum-intervention-")
        .FullName;
    private readonly SectionId[] _ids = new SectionId[Names.Length];
    private LetterHouse _house;

    public InterventionTests() =>
        _house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));

    private Section Harbour => _house.Front.Read(_ids[0]).Section;

    private Section Union => _house.Front.Read(_ids[1]).Section;

    private static PersonId Person(int which, int no) => Branch.Person(which * 100 + no);

    [Fact]
    public async Task An_intervention_begins_by_letter_puts_the_text_of_the_petition_and_ends_by_the_calendar()
    {
        await Found();
        await Act(0, 1, new AskToJoin(_ids[1], "Together we are more."));
        await Sign();
        await Until(
            () => Harbour.Sections.Tree.Federation != Affiliation.None,
            "a federation's answer"
        );

        await Act(0, 1, new AskIntervention(Measure.HoldVote, "Six hours", "We ask for them."));
        await Sign();
        await Until(() => Harbour.Rights.Running.Any(), "an intervention");
        var running = Harbour.Rights.Running.Single();
        var vote = Harbour.Matters.Find(running.Matters[0])!;
        var asked = (Question.Adopt)vote.Question;
        Assert.Equal("We ask for them.", _house.Front.Keeping.Content(asked.Text.Digest));

        // A restart in the middle changes nothing.
        var now = _house.Clock.Now;
        await _house.DisposeAsync();
        _house = new LetterHouse(_path, now);
        Assert.Equal(running, Harbour.Rights.Running.Single());

        await Until(() => !Harbour.Rights.Running.Any(), "the end of an intervention");
        var ended = Harbour.Rights.Interventions[running.No];
        Assert.Equal((EndOfIntervention.ByTheClock, true), (ended.End, ended.IsDone));
        Assert.InRange(ended.EndedAt, running.Until, running.Until + Duration.FromDays(1));
        Assert.True(Harbour.Matters.Find(vote.No)!.Is(Plenum.Domain.Matters.Outcome.Adopted));
        await _house.Deliver();
        Assert.Equal(EndOfIntervention.ByTheClock, Union.Rights.Orders[running.Order].End);
        Assert.Empty(_house.OnTheWay);
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        Directory.Delete(_path, recursive: true);
    }

    private async Task Found()
    {
        for (var which = 0; which < Names.Length; which++)
        {
            var section = which;
            _ids[which] = await _house.Found(
                Names[which],
                TreeStatutes.OfASection,
                no => Person(section, no)
            );
        }
    }

    private async Task Act(int section, int person, Command command) =>
        Assert.IsType<Answer.Done>(
            await _house.Do(_ids[section], Person(section, person), command)
        );

    private async Task Sign()
    {
        foreach (var no in new[] { 2, 3 })
            await _house.Do(_ids[0], Person(0, no), new Support(Harbour.Matters.All.Keys.Last()));
    }

    // The calendar and the post go once a day, and everybody votes for what is asked.
    private async Task Until(Func<bool> happened, string what)
    {
        for (var day = 0; !happened(); day++)
        {
            Assert.True(day < 150, $"{what} never comes about");
            _house.Clock.Now += Duration.FromDays(1);
            await _house.ActOnWhatIsDue();
            foreach (var id in _ids)
            foreach (var box in _house.Front.Read(id).Section.Ballots.Boxes.Values)
                if (!box.Closed && box.Form == BallotForm.Question)
                    foreach (var voter in box.Roll.Where(m => !box.Marks.ContainsKey(m)))
                        await _house.Do(
                            id,
                            _house.Front.Read(id).Section.Membership.Of(voter).Person,
                            new Cast(box.No, "for")
                        );
            await _house.Deliver();
        }
    }
}
