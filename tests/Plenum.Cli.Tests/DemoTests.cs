using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Demo;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Tests;

/// <summary>The demonstration shows what it promises: everything an organisation does, at every stage.</summary>
[Collection("stories told one after the other")]
public sealed class DemoTests(ToldStory told) : IClassFixture<ToldStory>
{
    private Section Section => told.Section;

    [Fact]
    public void Twenty_six_people_with_names_and_a_role_in_words()
    {
        Assert.Equal(26, told.Cast.People.Length);
        Assert.All(told.Cast.People, person => Assert.NotEmpty(person.Name));
        Assert.All(told.Cast.People, person => Assert.NotEmpty(person.Role));
        Assert.Single(
            told.Cast.People,
            person => person.Role.StartsWith("Chair", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("committee", 3)]
    [InlineData("chair", 1)]
    [InlineData("secretary", 1)]
    [InlineData("treasurer", 1)]
    [InlineData("keepers", 2)]
    [InlineData("auditors", 0)]
    public void Every_post_is_held_but_the_one_being_elected(string body, int holders) =>
        Assert.Equal(holders, Section.Mandates.On(new BodyId(body), told.Now).Count());

    [Theory]
    [InlineData(Outcome.Adopted, 4)]
    [InlineData(Outcome.Rejected, 1)]
    [InlineData(Outcome.NoQuorum, 1)]
    public void Motions_ended_in_every_way(Outcome outcome, int atLeast) =>
        Assert.True(
            Section.Matters.All.Values.Count(m => m.Question is Question.Adopt && m.Is(outcome))
                >= atLeast
        );

    [Fact]
    public void One_motion_is_voted_on_one_is_debated_and_support_is_being_collected()
    {
        var open = Section.Matters.OpenMatters.ToArray();
        Assert.Single(open, m => m is { Question: Question.Adopt, Stage: Stage.Voting });
        Assert.Single(open, m => m is { Question: Question.Adopt, Stage: Stage.Debate });
        Assert.Contains(
            open,
            m => m is { Question: Question.AmendProgramme, Stage: Stage.Support }
        );
        Assert.Contains(open, m => m is { Question: Question.Challenge, Stage: Stage.Support });
    }

    [Fact]
    public void Some_have_voted_and_some_have_not()
    {
        var voting = Section
            .Matters.OpenMatters.Select(m => m.Stage)
            .OfType<Stage.Voting>()
            .ToArray();
        Assert.NotEmpty(voting);
        Assert.All(
            voting.Select(v => Section.Ballots.Of(v.Box)),
            box => Assert.InRange(box.Marks.Count, 1, box.Roll.Count - 1)
        );
    }

    [Fact]
    public void A_recall_runs_and_has_less_than_half_of_its_signatures()
    {
        var recall = Section.Matters.OpenMatters.Single(m => m.Question is Question.Recall);
        Assert.True(2 * recall.Supporters.Count < recall.Procedure.SupportNeeded);
    }

    [Fact]
    public void An_election_is_contested_now()
    {
        var election = Section.Matters.OpenMatters.Single(m =>
            m is { Question: Question.Elect, Stage: Stage.Nomination or Stage.Voting }
        );
        Assert.True(Section.Elections.Of(election.No).Standing.Count() >= 2);
    }

    [Fact]
    public void Papers_of_the_day_decided_who_followed_whom()
    {
        Assert.Empty(Section.Elections.CountBacks);
        var terms = Section
            .Mandates.On(new BodyId("committee"), told.Now)
            .Select(m => m.Since)
            .Distinct();
        Assert.Equal(2, terms.Count());
    }

    [Fact]
    public void People_wait_are_noticed_lapse_and_leave()
    {
        var standings = Section.Membership.Members.Values.Select(m => m.Standing).ToArray();
        Assert.Single(standings, s => s is Standing.Applicant);
        Assert.Single(standings, s => s is Standing.Noticed);
        Assert.Single(standings, s => s is Standing.Lapsed);
        Assert.Single(standings, s => s is Standing.Left);
        Assert.Equal(21, Section.Membership.InGoodStanding);
    }

    [Fact]
    public void The_basic_law_was_changed_twice_and_the_charter_stopped_a_third_change()
    {
        Assert.Equal((2, 2), (Section.Statutes.Version, Section.Programme.Version));
        Assert.Contains(Section.Matters.All.Values, m => m.Is(Outcome.OutOfOrder));
        Assert.Equal("Harbour Branch", Section.Rules.Organisation.Name);
    }

    [Fact]
    public void A_sitting_is_called_and_tasks_are_reported_and_open()
    {
        Assert.Contains(Section.Bodies.Sittings.Values, s => s.At > told.Now && s.Agenda.Count > 0);
        Assert.Contains(Section.Motions.Tasks.Values, t => t.Done);
        Assert.Contains(Section.Motions.Tasks.Values, t => !t.Done && t.Due > told.Now);
    }

    [Fact]
    public void Once_a_section_is_founded_no_founding_key_is_accepted() =>
        Assert.False(told.Founding.Accepts(told.Founding.Draw()));

    [Fact]
    public void Nothing_is_overdue_when_the_story_ends() =>
        Assert.True(Section.Dues.Min.At > told.Now);
}

/// <summary>The story, told once for all tests of it.</summary>
public sealed class ToldStory : IAsyncLifetime
{
    private readonly PassingFolder _folder = new();
    private WebApplication? _app;

    public DemoCast Cast { get; private set; } = new([]);

    public Section Section { get; private set; } = Section.Unfounded;

    public FoundingKey Founding =>
        _app?.Services.GetRequiredService<FoundingKey>()
        ?? throw new InvalidOperationException("The story is not told yet.");

    public Instant Now { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var words = Words.In("en");
        _app = DemoHosting.Build(
            Settings.Read(_folder.At("data"), "http://127.0.0.1:0", log: null, file: null, words)
        );
        await DemoHosting.Open(_app, words);
        Cast = _app.Services.GetRequiredService<DemoCast>();
        Section = _app.Services.GetRequiredService<Front>().Read(Cast.People[0].Section).Section;
        Now = SystemClock.Instance.GetCurrentInstant();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }
}
