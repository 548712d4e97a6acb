using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Referendums;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>
/// Two sections join a federation, send delegates, divide, recall one and lose another. Letters lie there until the post
/// goes; how it goes is up to the test.
/// </summary>
internal sealed class LetterStory(string path, Func<string, Instant, Task> post) : IAsyncDisposable
{
    private static readonly BodyId Delegates = new("delegates");
    private static readonly BodyId Chair = new("chair");
    private static readonly BodyId Congress = new("congress");

    private readonly SectionId[] _ids = new SectionId[3];
    private LetterHouse _house = new(path, Instant.FromUtc(2027, 1, 4, 12, 0));

    private Section At(int which) => _house.Front.Read(_ids[which]).Section;

    private static PersonId Person(int which, int no) => Branch.Person(which * 100 + no);

    private Instant Now => _house.Clock.Now;

    /// <summary>Who sits, who is counted, who was taken back, in words that are the same whenever the letters came.</summary>
    public async Task<string> Tell()
    {
        await Found();
        for (var section = 0; section < 2; section++)
            await Carried(section, new AskToJoin(_ids[2], "Together we are more."));
        await Days(50);
        await Post();
        await Days(50);
        await Post();
        await Act(2, 5, new CallCongress(Congress));
        await Post();
        foreach (var section in new[] { 0, 1 })
        foreach (var no in new[] { 1, 2 })
            await Act(section, no, new Stand(Running(section, Delegates), "I report.", true));
        await Days(20);
        await Post();
        await Act(
            2,
            Person(0, 1),
            new Domain.Motions.PutMotion("Six hours", "We ask for six hours.", Congress, [], [])
        );
        await Days(35);
        await Act(0, 1, new Resign(Sent(0, 1)));
        await Days(15);
        // The division has closed with the vote of somebody who had resigned: only now the letter goes.
        await Post();
        await Act(1, 3, new Recall(Sent(1, 1)));
        foreach (var no in new[] { 4, 5 })
            await _house.Do(_ids[1], Person(1, no), new Support(At(1).Matters.All.Keys.Last()));
        foreach (var no in new[] { 3, 4 })
            await Act(1, no, new Stand(Running(1, Delegates), "I report.", true));
        await Days(20);
        await Post();
        await Act(2, 5, new PutToAll("Five hours", "We ask for five hours.", Secret: true));
        await Days(3);
        await Post();
        // The parts of the roll have come by now, and the answer goes down in the end.
        await Days(40);
        await Post();
        return Told();
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private string Told()
    {
        var union = At(2);
        var sitting = union
            .Mandates.On(Congress, Now)
            .Select(m => union.Membership.Of(m.Holder).Person)
            .ToHashSet();
        var seats =
            from section in new[] { 0, 1 }
            from no in Enumerable.Range(1, 5)
            where sitting.Contains(Person(section, no))
            select $"{section}.{no}";
        var division = union.Congresses.Divided.Values.First();
        return string.Join(
            "; ",
            "sit " + string.Join(' ', seats),
            "below "
                + string.Join(
                    ' ',
                    new[] { 0, 1 }.Select(s => At(s).Mandates.On(Delegates, Now).Count())
                ),
            $"members {union.Membership.InGoodStanding} {string.Join(' ', union.Sections.Tree.Affiliates.Values.Select(a => a.Members))}",
            $"seats {string.Join(' ', union.Congresses.Sitting(Congress)!.Seats.Values.Select(a => a.Seats))}",
            $"division {division.Weighed.For} {division.Weighed.SectionsFor} {division.Outcome}",
            $"of all {VoteOfAll()}",
            $"taken out {union.Ballots.Boxes.Values.Sum(b => b.TakenOut.Count)}",
            $"on their way {_house.OnTheWay.Count}"
        );
    }

    // What every member was asked in the end, and that both sections know how it ended.
    private string VoteOfAll()
    {
        var asked = Assert.Single(At(2).Referendums.Put.Values);
        var told = new[] { 0, 1 }.Count(s => At(s).Referendums.FromAbove.Values.Single().IsDecided);
        var box = At(2).Ballots.Boxes.Values.Single(b => b.Matter == asked.Matter);
        var tally = At(2).Congresses.Divided[asked.Matter].Weighed;
        return $"{box.Entitled} roll {tally.For} for {tally.SectionsFor} sections {told} told";
    }

    private async Task Found()
    {
        var names = new[] { "Harbour", "Docks", "Union" };
        for (var which = 0; which < names.Length; which++)
        {
            var section = which;
            _ids[which] = await _house.Found(
                names[which],
                which < 2
                    ? TreeStatutes.OfASection
                    : TreeStatutes.OfAFederation("method: per_members, per: 3, least: 1, most: 3"),
                no => Person(section, no)
            );
        }
        await Act(2, 5, new Stand(Running(2, Chair), "Short meetings.", true));
        await Days(45);
    }

    private async Task Carried(int section, Command command)
    {
        await Act(section, 1, command);
        var matter = At(section).Matters.All.Keys.Last();
        foreach (var no in new[] { 2, 3 })
            await Act(section, no, new Support(matter));
    }

    private Task Act(int section, int person, Command command) =>
        Act(section, Person(section, person), command);

    private async Task Act(int section, PersonId person, Command command) =>
        Assert.IsType<Answer.Done>(await _house.Do(_ids[section], person, command));

    private MatterNo Running(int section, BodyId body) =>
        At(section)
            .Matters.OpenMatters.Single(m =>
                m.Question is Question.Elect elect
                && elect.Body == body
                && m.Stage is Stage.Nomination
            )
            .No;

    private MandateNo Sent(int section, int no) =>
        At(section)
            .Mandates.On(Delegates, Now)
            .Single(m => At(section).Membership.Of(m.Holder).Person == Person(section, no))
            .No;

    // The calendar goes, and whoever may vote does; no letter moves.
    private async Task Days(int days)
    {
        for (var day = 0; day < days; day++)
        {
            _house.Clock.Now += Duration.FromDays(1);
            await _house.ActOnWhatIsDue();
            for (var which = 0; which < _ids.Length; which++)
                foreach (var box in At(which).Ballots.Boxes.Values.Where(b => !b.Closed))
                    if (box.Electorate == BodyId.Tree)
                        await CastByAll(box);
                    else
                        foreach (var member in box.Roll.Where(m => !box.Marks.ContainsKey(m)))
                            await _house.Do(
                                _ids[which],
                                At(which).Membership.Of(member).Person,
                                new Domain.Ballots.Cast(box.No, Choice(which, box, member))
                            );
        }
    }

    // Members of all sections vote in the record of the one that asks, and one of each is against it.
    private async Task CastByAll(Box box)
    {
        for (var which = 0; which < _ids.Length; which++)
        for (var no = 1; no <= 5; no++)
            await _house.Do(
                _ids[2],
                Person(which, no),
                new Domain.Ballots.Cast(box.No, no == 5 ? "against" : "for")
            );
    }

    // Of four delegates the first of each section is for it and the others say nothing.
    private string Choice(int which, Box box, MemberNo member) =>
        box.Form switch
        {
            BallotForm.Ranking => string.Join(
                ',',
                // Who stood last is liked best, so that those taken back are not elected again.
                At(which).Elections.Of(box.Matter).Standing.Select(c => c.Number).OrderDescending()
            ),
            BallotForm.Question => box.Electorate == Congress
            && !new[] { Person(0, 1), Person(1, 1) }.Contains(
                At(which).Membership.Of(member).Person
            )
                ? "abstain"
                : "for",
        };

    private async Task Post()
    {
        var now = Now;
        await _house.DisposeAsync();
        await post(path, now);
        _house = new LetterHouse(path, now);
        Assert.Empty(_house.OnTheWay);
    }
}
