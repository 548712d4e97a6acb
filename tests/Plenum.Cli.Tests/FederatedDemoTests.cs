using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Demo;
using Plenum.Cli.Demo;
using Plenum.Cli.Demo.Federated;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Tests;

/// <summary>The demonstrated federation shows what it promises: three countries, their congresses, delegates taken back.</summary>
[Collection("stories told one after the other")]
public sealed class FederatedDemoTests(ToldFederation told) : IClassFixture<ToldFederation>
{
    private static readonly BodyId Congress = new("congress");
    private static readonly BodyId Delegates = new("delegates");

    private static IEnumerable<Place> Branches => Atlas.Branches.SelectMany(b => b);

    private static Place Portugal => Atlas.Countries[0];

    private static Place Sines => Atlas.Branches[0][3];

    [Fact]
    public void Twelve_branches_three_countries_and_six_hundred_people_who_can_all_be_entered_as()
    {
        Assert.Equal((12, 3), (Branches.Count(), Atlas.Countries.Length));
        Assert.Equal(600, told.Cast.People.Length);
        Assert.All(told.Cast.People, person => Assert.NotEmpty(person.Name));
        Assert.Equal(16, told.Cast.People.Select(p => p.SectionName).Distinct().Count());
        Assert.Equal(600, told.Cast.People.Select(p => p.Name).Distinct().Count());
    }

    [Fact]
    public void Every_branch_belongs_to_its_country_and_every_country_to_the_world() =>
        Assert.All(
            Atlas.Branches.Zip(Atlas.Countries).SelectMany(c => c.First.Select(b => (b, c.Second))),
            pair =>
                Assert.Equal(
                    [pair.Second.Id, Atlas.World.Id],
                    told.Section(pair.b).Sections.Tree.Above
                )
        );

    [Fact]
    public void Every_congress_sits_and_divides_by_name() =>
        Assert.All(
            Atlas.Countries,
            country =>
            {
                var section = told.Section(country);
                Assert.True(section.Mandates.On(Congress, told.Now).Count() >= 6);
                var matter = Assert.Single(
                    section.Matters.OpenMatters,
                    m => m is { Question: Question.Adopt, Stage: Stage.Voting }
                );
                var box = section.Ballots.Of(((Stage.Voting)matter.Stage).Box);
                Assert.False(box.Secret);
                Assert.InRange(box.Votes.Count, 1, box.Roll.Count - 1);
            }
        );

    [Fact]
    public void All_members_of_a_country_are_voting_and_some_have_not_yet()
    {
        var section = told.Section(Portugal);
        var matter = Assert.Single(
            section.Matters.OpenMatters,
            m => m is { Question: Question.PutToAll, Stage: Stage.Voting }
        );
        var box = section.Ballots.Of(((Stage.Voting)matter.Stage).Box);
        Assert.Equal(5, box.Parts.Count);
        Assert.InRange(box.Lines.Count, 30, box.Entitled - 30);
        Assert.Contains(
            told.Section(Sines).Referendums.FromAbove.Keys,
            q => q.Convener == Portugal.Id && q.Matter == matter.No
        );
    }

    [Fact]
    public void A_branch_has_taken_its_delegate_back_and_the_seat_above_is_empty()
    {
        Assert.Empty(told.Section(Sines).Mandates.On(Delegates, told.Now));
        var above = told.Section(Portugal);
        Assert.DoesNotContain(above.Congresses.Seats.Keys, c => c.Section == Sines.Id);
        Assert.Equal(1, above.Congresses.Sitting(Congress)!.Seats[Sines.Id].Seats);
        Assert.Contains(
            told.Section(Sines).Matters.OpenMatters,
            m => m.Question is Question.Elect { Body: var body } && body == Delegates
        );
    }

    [Fact]
    public void What_the_delegate_said_in_the_open_division_counts_no_more() =>
        Assert.Contains(
            told.Section(Portugal).Ballots.Boxes.Values,
            box => !box.Closed && box.TakenOut.Count == 1
        );

    [Fact]
    public void Elsewhere_a_recall_is_voted_on_and_another_collects_names()
    {
        Assert.Contains(
            told.Section(Atlas.Branches[2][3]).Matters.OpenMatters,
            m => m is { Question: Question.Recall, Stage: Stage.Voting }
        );
        Assert.Contains(
            told.Section(Atlas.Branches[1][0]).Matters.OpenMatters,
            m => m is { Question: Question.Recall, Stage: Stage.Support }
        );
    }

    [Fact]
    public void From_the_certified_recall_to_the_empty_seat_no_officer_acts_and_the_record_says_how_long_it_took()
    {
        var sent = told.Happened<Domain.Mandates.MandatesEvent.Began>(Sines)
            .Last(b => b.Event.Body == Delegates)
            .Event.Mandate;
        var ended = told.Happened<Domain.Mandates.MandatesEvent.Ended>(Sines)
            .Single(e => e.Event.Mandate == sent);
        var withdrawn = told.Happened<CongressesEvent.Withdrawn>(Portugal)
            .Last(e => e.Event.Section == Sines.Id);

        Assert.Equal(ended.Event.At, withdrawn.Event.At);
        var latency = withdrawn.At - ended.Event.At;
        TestContext.Current.TestOutputHelper!.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"seat empty after {latency}")
        );
        Assert.InRange(latency, Duration.Zero, Duration.FromMinutes(1));
    }

    [Fact]
    public void Every_post_is_held() =>
        Assert.All(
            Atlas.All,
            place =>
            {
                var section = told.Section(place);
                Assert.All(
                    section.BodyRules.Where(b =>
                        Calling.IsElected(b) && b.Kind != BodyKind.Delegation
                    ),
                    body => Assert.NotEmpty(section.Mandates.On(body.Id, told.Now))
                );
            }
        );

    [Fact]
    public void No_letter_is_on_its_way_and_nothing_is_overdue()
    {
        Assert.All(Atlas.All, place => Assert.True(told.Section(place).Dues.Min.At > told.Now));
        Assert.All(
            Atlas.All.SelectMany(from => Atlas.All.Select(to => (from, to))),
            pair =>
                Assert.Equal(
                    told.Section(pair.from).Letters.SentTo(pair.to.Id),
                    told.Section(pair.to).Letters.ReceivedFrom(pair.from.Id)
                )
        );
    }
}

/// <summary>The story of the federation, told once for all tests of it.</summary>
public sealed class ToldFederation : IAsyncLifetime
{
    private readonly PassingFolder _folder = new();
    private WebApplication? _app;

    public DemoCast Cast { get; private set; } = new([]);

    public Instant Now { get; private set; }

    internal Section Section(Place place) => Front.Read(place.Id).Section;

    internal IEnumerable<(Instant At, T Event)> Happened<T>(Place place)
        where T : Event =>
        Front
            .Keeping.Between(place.Id, 1, long.MaxValue)
            .Where(e => e.Event is T)
            .Select(e => (Instant.FromUnixTimeTicks(e.Entry.At), (T)e.Event));

    private Front Front =>
        _app?.Services.GetRequiredService<Front>()
        ?? throw new InvalidOperationException("The story is not told yet.");

    public async ValueTask InitializeAsync()
    {
        var words = Words.In("en");
        _app = DemoHosting.Build(
            Settings.Read(_folder.At("data"), "http://127.0.0.1:0", log: null, file: null, words)
        );
        await DemoHosting.Open(_app, words, federation: true);
        Cast = _app.Services.GetRequiredService<DemoCast>();
        Now = SystemClock.Instance.GetCurrentInstant();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }
}
