using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Sections;

namespace Plenum.Clerk.Tests;

public sealed class FrontTests
{
    [Fact]
    public async Task What_is_answered_is_still_there_after_a_restart()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "one"));
        await office.Send(section, "b", new Note(2, "two"));
        var before = office.Front.Read(section);

        await office.Reopen();

        var after = office.Front.Read(section);
        Assert.Equal(3, after.Version);
        Assert.Equal(Replay.DigestOf(before.Section), Replay.DigestOf(after.Section));
        Assert.Equal([1, 2], after.Section.Dues.Select(due => due.No));
    }

    [Fact]
    public async Task The_same_command_twice_happens_once_and_is_answered_alike()
    {
        await using var office = new Office();
        var section = await office.Found();
        var first = await office.Send(section, "a", new Note(1, "one"));
        var second = await office.Send(section, "a", new Note(1, "one"));
        await office.Reopen();
        var third = await office.Send(section, "a", new Note(1, "one"));
        Assert.IsType<Answer.Done>(first);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
        Assert.Equal(2, office.Front.Read(section).Version);
    }

    [Fact]
    public async Task The_same_command_many_times_at_once_happens_once()
    {
        await using var office = new Office();
        var section = await office.Found();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(_ => office.Send(section, "a", new Note(1, "one")))
        );
        Assert.Single(answers.Distinct());
        Assert.Equal(2, office.Front.Read(section).Version);
    }

    [Fact]
    public async Task The_same_id_for_another_command_is_refused()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "one"));
        Assert.IsType<Answer.IdReused>(await office.Send(section, "a", new Note(2, "two")));
        Assert.IsType<Answer.IdReused>(await office.Send(section, "a", new Note(1, "other")));
        Assert.Equal(2, office.Front.Read(section).Version);
    }

    [Fact]
    public async Task A_refusal_stores_nothing_and_leaves_its_id_free()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "one"));
        var refused = await office.Send(section, "b", new Note(1, "again"));
        Assert.Equal(new Answer.Refused(new NotedBefore(1)), refused);
        Assert.IsType<Answer.Done>(await office.Send(section, "b", new Note(2, "two")));
        Assert.Equal(3, office.Front.Read(section).Version);
    }

    [Fact]
    public async Task Commands_that_come_together_are_decided_one_after_the_other()
    {
        await using var office = new Office();
        var section = await office.Found();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 600)
                .Select(i => office.Send(section, $"c{i}", new Note(i / 2 + 1, "x")))
        );
        Assert.Equal(300, answers.OfType<Answer.Done>().Count());
        Assert.Equal(300, answers.OfType<Answer.Refused>().Count());
        Assert.Equal(
            Enumerable.Range(2, 300).Select(version => (long)version),
            answers.OfType<Answer.Done>().Select(done => done.Last).Order()
        );
    }

    [Fact]
    public async Task A_bug_in_one_command_does_not_hold_up_the_others()
    {
        await using var office = new Office();
        var section = await office.Found();
        var bug = office.Send(section, "bug", new Stumble());
        var fine = office.Send(section, "a", new Note(1, "one"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bug);
        Assert.IsType<Answer.Done>(await fine);
    }

    [Fact]
    public async Task Half_a_character_is_refused_and_not_stored()
    {
        await using var office = new Office();
        var section = await office.Found();
        var answer = await office.Send(section, "a", new Note(1, "\ud800"));
        Assert.Equal(new Answer.Refused(new NotText()), answer);
        Assert.Equal(1, office.Front.Read(section).Version);
    }

    [Fact]
    public async Task A_section_that_is_not_here_refuses()
    {
        await using var office = new Office();
        var answer = await office.Send(new SectionId("nowhere"), "a", new Note(1, "one"));
        Assert.Equal(new Answer.Refused(new NoSuchSection()), answer);
        Assert.Empty(office.Front.Sections);
    }

    [Fact]
    public async Task A_founding_sent_twice_founds_one_section()
    {
        await using var office = new Office();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                    office.Front.Found(new GivenId("f"), new Begin("Cork"), Office.Somebody)
                )
        );
        Assert.Single(answers.Distinct());
        Assert.Single(office.Front.Sections);
        Assert.Equal(
            office.Front.Sections[0],
            office.Front.Read(office.Front.Sections[0]).Section.Id
        );
    }

    [Fact]
    public async Task A_reader_waits_for_the_version_it_was_told()
    {
        await using var office = new Office();
        var section = await office.Found();
        var stop = TestContext.Current.CancellationToken;
        var waiting = office.Front.Read(section, 2, stop);
        Assert.False(waiting.IsCompleted);
        await office.Send(section, "a", new Note(1, "one"));
        Assert.Equal(2, (await waiting).Version);
    }

    [Fact]
    public async Task Changes_come_to_whoever_listens()
    {
        await using var office = new Office();
        var section = await office.Found();
        var stop = TestContext.Current.CancellationToken;
        await using var changes = office.Front.Changes(section, 1, stop).GetAsyncEnumerator(stop);
        var next = changes.MoveNextAsync();
        var any = office.Front.NextChange;
        Assert.False(next.IsCompleted);
        await office.Send(section, "a", new Note(1, "one"));
        Assert.True(await next);
        Assert.Equal(2, changes.Current.Version);
        await any.WaitAsync(stop);
    }

    [Fact]
    public async Task A_living_state_is_the_one_a_restart_folds_even_with_documents()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new FileDocuments("shown", "hidden", "needed"));
        Assert.Equal("needed", office.Front.Read(section).Section.Sections.Name);
        await office.Reopen();
        Assert.Equal("needed", office.Front.Read(section).Section.Sections.Name);
        Assert.Equal("hidden", office.Front.Keeping.Content(Digest.Of("hidden")));
    }

    [Fact]
    public async Task Papers_lie_in_the_box_and_not_in_the_record()
    {
        await using var office = new Office();
        var section = await office.Found();
        for (var no = 1; no <= 20; no++)
            await office.Send(
                section,
                $"n{no}",
                new Note(no, "marked") { Papers = 1, Choice = $"choice-{no * 7 % 20:00}" }
            );
        var papers = office.Front.Papers(section, new BoxNo(1));
        Assert.Equal(20, papers.Count);
        // In an order that follows from what they say, and so tells nothing of when they were cast.
        Assert.Equal(papers.Items.Order(StringComparer.Ordinal), papers.Items);
        Assert.DoesNotContain(
            office.Record.ReadStream(section.Value),
            entry =>
                System
                    .Text.Encoding.UTF8.GetString(entry.Open.Span)
                    .Contains("choice-", StringComparison.Ordinal)
                || System
                    .Text.Encoding.UTF8.GetString(entry.Envelope.Span)
                    .Contains("choice-", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Time_in_a_record_never_runs_backwards()
    {
        await using var office = new Office();
        var section = await office.Found();
        office.Clock.Now += NodaTime.Duration.FromHours(1);
        await office.Send(section, "a", new Note(1, "one"));
        var late = office.Clock.Now;
        office.Clock.Now -= NodaTime.Duration.FromHours(5);
        await office.Reopen();
        await office.Send(section, "b", new Note(2, "two"));
        var last = office.Record.ReadStream(section.Value).Last();
        Assert.Equal(late.ToUnixTimeTicks(), last.At);
    }

    [Fact]
    public async Task Stopping_answers_everybody()
    {
        await using var office = new Office();
        var section = await office.Found();
        var sent = Enumerable
            .Range(1, 200)
            .Select(no => office.Send(section, $"n{no}", new Note(no, "x")))
            .ToArray();
        await office.Front.Stop();
        var late = await office.Send(section, "late", new Note(999, "x"));
        Assert.All(await Task.WhenAll(sent), answer => Assert.IsType<Answer.Done>(answer));
        Assert.Equal(new Answer.Unavailable(Hindrance.Stopping), late);
    }

    [Fact]
    public async Task What_kind_of_event_is_asked_for_is_found_however_much_came_after_it()
    {
        await using var office = new Office();
        var section = await office.Found();
        for (var no = 1; no <= 259; no++)
            await office.Send(section, $"n{no}", new Note(no, "signed"));
        await office.Record.RebuildSubjects(_ => ["matter/1"]);
        var newest = office.Front.Keeping.History(section, "matter/1", 200);
        Assert.DoesNotContain(newest, h => h.Event is SectionsEvent.Begun);
        var made = office.Front.Keeping.History(
            section,
            "matter/1",
            [typeof(SectionsEvent.Begun)],
            10
        );
        Assert.IsType<SectionsEvent.Begun>(Assert.Single(made).Event);
    }

    [Fact]
    public async Task The_history_of_a_subject_tells_what_happened_and_who_brought_it_about()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "a", new Note(1, "one"));
        await office.Record.RebuildSubjects(_ => ["matter/1"]);
        var history = office.Front.Keeping.History(section, "matter/1", 10);
        Assert.Equal(2, history.Count);
        Assert.IsType<TestEvent.Noted>(history[0].Event);
        Assert.Equal("person/p1/a", history[0].Envelope.Command.Value);
        Assert.Equal(Office.Somebody, history[0].Envelope.Actor);
    }
}
