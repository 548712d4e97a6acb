using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

public sealed class CalendarTests
{
    private static Calendar CalendarOf(Office office, CommandFor commandFor) =>
        new(office.Front, commandFor, office.Clock, NullLogger<Calendar>.Instance);

    private static CommandFor Strikes => (_, due, _) => new Strike(due);

    [Fact]
    public async Task A_deadline_that_has_come_is_acted_on_and_one_that_has_not_waits()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "soon", Days: 1));
        await office.Send(section, "b", new Note(2, "later", Days: 9));
        office.Clock.Now += Duration.FromDays(2);
        using var calendar = CalendarOf(office, Strikes);
        await calendar.ActOnWhatIsDue(TestContext.Current.CancellationToken);
        Assert.Equal([2], office.Front.Read(section).Section.Dues.Select(due => due.No));
    }

    [Fact]
    public async Task Deadlines_that_came_while_nobody_served_are_acted_on_in_their_order()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "second", Days: 2));
        await office.Send(section, "b", new Note(2, "first", Days: 1));
        office.Clock.Now += Duration.FromDays(30);
        await office.Reopen();
        using var calendar = CalendarOf(office, Strikes);
        await calendar.ActOnWhatIsDue(TestContext.Current.CancellationToken);
        var struck = office
            .Record.ReadStream(section.Value)
            .Select(office.Front.Keeping.Event)
            .OfType<TestEvent.Struck>()
            .Select(s => s.No);
        Assert.Equal([2, 1], struck);
    }

    [Fact]
    public async Task A_refused_deadline_is_not_asked_again_until_its_section_changes()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "stuck", Days: 1));
        office.Clock.Now += Duration.FromDays(2);
        var asked = 0;
        using var calendar = CalendarOf(
            office,
            (_, due, _) =>
            {
                asked++;
                return new Strike(due, Refuses: true);
            }
        );
        var stop = TestContext.Current.CancellationToken;
        await calendar.ActOnWhatIsDue(stop);
        await calendar.ActOnWhatIsDue(stop);
        Assert.Equal(1, asked);
        await office.Send(section, "b", new Note(2, "another"));
        await calendar.ActOnWhatIsDue(stop);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_stuck_deadline_does_not_hold_up_those_after_it()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "stuck", Days: 1));
        await office.Send(section, "b", new Note(2, "fine", Days: 2));
        office.Clock.Now += Duration.FromDays(3);
        using var calendar = CalendarOf(office, (_, due, _) => new Strike(due, due.No == 1));
        await calendar.ActOnWhatIsDue(TestContext.Current.CancellationToken);
        Assert.Equal([1], office.Front.Read(section).Section.Dues.Select(due => due.No));
    }

    [Fact]
    public async Task Papers_cast_just_in_time_are_there_when_the_deadline_counts_them()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "closes", Days: 1));
        var cast = Enumerable
            .Range(2, 200)
            .Select(no => office.Send(section, $"p{no}", new Note(no, "x") { Papers = 1 }))
            .ToArray();
        office.Clock.Now += Duration.FromDays(2);
        var counted = 0;
        using var calendar = CalendarOf(
            office,
            (_, due, papers) =>
            {
                counted = papers(new BoxNo(1)).Count;
                return new Strike(due);
            }
        );
        await calendar.ActOnWhatIsDue(TestContext.Current.CancellationToken);
        Assert.Equal(200, counted);
        Assert.All(await Task.WhenAll(cast), answer => Assert.IsType<Answer.Done>(answer));
    }

    [Fact]
    public async Task A_running_calendar_wakes_when_a_change_brings_an_earlier_deadline()
    {
        await using var office = new Office();
        var section = await office.Found();
        using var calendar = CalendarOf(office, Strikes);
        var stop = TestContext.Current.CancellationToken;
        await calendar.StartAsync(stop);
        await office.Send(section, "a", new Note(1, "at once", Days: 0));
        var view = await office
            .Front.Read(section, 3, stop)
            .AsTask()
            .WaitAsync(TimeSpan.FromSeconds(20), stop);
        Assert.Empty(view.Section.Dues);
        await calendar.StopAsync(stop);
    }
}
