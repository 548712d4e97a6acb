using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>Nobody is late, and nobody has to wait, because of somebody else's slow act before theirs.</summary>
public sealed class WaitingTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("plenum-wait-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task A_vote_that_came_before_the_close_counts_however_long_it_waited()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var section = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person);
        var box = await Voting(house, section);
        house.Clock.Now = box.Closes - Duration.FromSeconds(2);
        var came = house.Clock.Now;

        var slow = new Slow();
        var before = house.Do(section, Branch.Person(1), slow);
        await slow.Begun;
        var early = house.Do(section, Branch.Person(2), new Cast(box.No, "for"));
        house.Clock.Now = box.Closes;
        var late = house.Do(section, Branch.Person(3), new Cast(box.No, "against"));
        house.Clock.Now = box.Closes + Duration.FromSeconds(40);
        slow.End();

        Assert.IsType<Answer.Refused>(await before);
        Assert.IsType<Answer.Done>(await early);
        Assert.IsType<BoxClosed>(Assert.IsType<Answer.Refused>(await late).Reason);
        await house.ActOnWhatIsDue();

        var times = house.Front.Keeping.Between(section, 1, long.MaxValue).ToList();
        var verdict = times.Select(h => h.Event).OfType<MattersEvent.Settled>().Last().Verdict;
        Assert.Equal((1, 0), (verdict.For, verdict.Against));
        Assert.Equal(
            came.ToUnixTimeTicks(),
            times.Single(h => h.Event is BallotsEvent.Voted).Entry.At
        );
        Assert.Equal(times.Select(h => h.Entry.At).Order(), times.Select(h => h.Entry.At));
        Assert.All(times, h => Assert.Equal(h.Entry.At, h.Envelope.At.ToUnixTimeTicks()));
    }

    [Fact]
    public async Task Who_comes_behind_the_clock_is_late_though_the_machine_puts_its_clock_back()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var section = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person);
        var box = await Voting(house, section);
        house.Clock.Now = box.Closes;
        await house.Front.Settle(section);
        house.Clock.Now = box.Closes - Duration.FromMinutes(1);
        Assert.IsType<BoxClosed>(
            Assert
                .IsType<Answer.Refused>(
                    await house.Do(section, Branch.Person(2), new Cast(box.No, "for"))
                )
                .Reason
        );
    }

    [Fact]
    public async Task What_takes_long_is_done_before_the_queue_and_again_when_it_does_not_fit_any_more()
    {
        await using var office = new Office();
        var section = await office.Found();
        var slow = new Slow();
        var before = office.Send(section, "slow", slow);
        await slow.Begun;
        // Both are prepared while nothing has been noted, and the first makes the preparation of the second stale.
        var first = new Drafted(1);
        var second = new Drafted(2);
        var sent = new[] { office.Send(section, "a", first), office.Send(section, "b", second) };
        Assert.Equal((1, 1), (first.Times, second.Times));
        slow.End();
        await before;
        foreach (var answer in sent)
            Assert.IsType<Answer.Done>(await answer);
        Assert.Equal((1, 2), (first.Times, second.Times));
    }

    [Fact]
    public async Task An_amendment_prepared_on_statutes_that_change_before_its_turn_is_decided_on_those_in_force()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var section = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person);
        Section State() => house.Front.Read(section).Section;
        Amend Change(string was, string becomes) =>
            new("Time", [State().Change(new ArticleId("motions"), was, becomes)]);
        Assert.IsType<Answer.Done>(
            await house.Do(section, Branch.Person(1), Change("debate: P3D", "debate: P4D"))
        );
        var matter = State().Matters.All.Keys.Last();
        foreach (var no in Enumerable.Range(2, 4))
            await house.Do(section, Branch.Person(no), new Support(matter));
        house.Clock.Now = Assert.IsType<Stage.Debate>(State().Matters.Find(matter)!.Stage).Until;
        await house.ActOnWhatIsDue();
        var voting = Assert.IsType<Stage.Voting>(State().Matters.Find(matter)!.Stage);
        foreach (var no in Enumerable.Range(1, 5))
            await house.Do(section, Branch.Person(no), new Cast(voting.Box, "for"));
        house.Clock.Now = voting.Until;

        var slow = new Slow();
        var before = house.Do(section, Branch.Person(1), slow);
        await slow.Begun;
        var due = State().Dues.Single(d => d.Kind == DueKind.Matter && d.No == matter.Value);
        var carried = house.Front.Send(
            section,
            CommandId.OfDeadline(section, due),
            Deadlines.CommandFor(State(), due, _ => []),
            new Actor.Clock()
        );
        var other = house.Do(section, Branch.Person(1), Change("debate: P3D", "debate: P9D"));
        slow.End();
        await before;
        Assert.IsType<Answer.Done>(await carried);
        Assert.IsType<BaseChanged>(Assert.IsType<Answer.Refused>(await other).Reason);
        Assert.Equal(2, State().Statutes.Version);
    }

    private static async Task<Box> Voting(LetterHouse house, SectionId section)
    {
        Section State() => house.Front.Read(section).Section;
        await house.Do(
            section,
            Branch.Person(1),
            new PutMotion("Bread", "Bread", BodyId.Members, [], [])
        );
        var matter = State().Matters.All.Keys.Last();
        foreach (var no in Enumerable.Range(2, 4))
            await house.Do(section, Branch.Person(no), new Support(matter));
        house.Clock.Now = Assert.IsType<Stage.Debate>(State().Matters.Find(matter)!.Stage).Until;
        await house.ActOnWhatIsDue();
        return State()
            .Ballots.Of(Assert.IsType<Stage.Voting>(State().Matters.Find(matter)!.Stage).Box);
    }
}

/// <summary>An act that keeps the writer until the test lets it go.</summary>
internal sealed record Slow : Command
{
    private readonly TaskCompletionSource _begun = new();
    private readonly TaskCompletionSource _end = new();

    public Task Begun => _begun.Task;

    public void End() => _end.TrySetResult();

    public override Ruling Decide(Section section, Occasion occasion)
    {
        _begun.TrySetResult();
        _end.Task.Wait(TimeSpan.FromMinutes(1));
        return new NotedBefore(0);
    }
}

/// <summary>A note that is written on what was noted before, and takes long to write.</summary>
internal sealed record Drafted(int No) : Command
{
    private int _times;

    public int Times => _times;

    public override Prepared Prepare(Section section)
    {
        Interlocked.Increment(ref _times);
        return new On(section.Dues.Count);
    }

    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.Prepared is On on && on.Fits(section)
            ? Ruling.Under(
                new Authority.Anyone(),
                new ArticleId("notes"),
                new TestEvent.Noted(No, occasion.Now + Duration.FromDays(1), "")
            )
            : new NotedBefore(No);

    private sealed record On(int Notes) : Prepared
    {
        public override bool Fits(Section section) => section.Dues.Count == Notes;
    }
}
