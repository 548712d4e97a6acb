using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo;

/// <summary>Fourteen months of the Harbour Branch, ending now.</summary>
internal sealed partial class Story
{
    private const string Nonce = "harbour branch, demonstration";
    private const string Zone = "Europe/Lisbon";

    private static readonly BodyId Committee = new("committee");
    private static readonly BodyId Chair = new("chair");
    private static readonly BodyId Secretary = new("secretary");
    private static readonly BodyId Treasurer = new("treasurer");
    private static readonly BodyId Keepers = new("keepers");
    private static readonly BodyId Auditors = new("auditors");

    private readonly Teller _teller;
    private readonly MovedClock _clock;
    private readonly Voters _voters;
    private readonly Instant _now;
    private readonly Instant _founded;

    public Story(Teller teller, MovedClock clock)
    {
        (_teller, _clock) = (teller, clock);
        _voters = new Voters(() => teller.Section);
        teller.Voters = _voters.Of;
        _now = SystemClock.Instance.GetCurrentInstant();
        var zone = DateTimeZoneProviders.Tzdb[Zone];
        // Fourteen months ago, in the evening after the day shift.
        _founded = (_now.InZone(zone).Date.PlusMonths(-14) + new LocalTime(18, 30))
            .InZoneLeniently(zone)
            .ToInstant();
    }

    private Section Section => _teller.Section;

    public async Task Tell()
    {
        _clock.StandAt(_founded);
        await Found();
        FirstYear();
        SecondYear();
        await _teller.Tell(_now);
    }

    private static string Statutes =>
        Templates
            .Text("local-union", small: true)
            .Replace(
                "# Statutes of the local union",
                "# Statutes of the Harbour Branch",
                StringComparison.Ordinal
            )
            .Replace("name: \"Local Union\"", "name: \"Harbour Branch\"", StringComparison.Ordinal)
            .Replace("section_word: local", "section_word: branch", StringComparison.Ordinal)
            .Replace("time_zone: Etc/UTC", $"time_zone: {Zone}", StringComparison.Ordinal);

    internal static string Programme
    {
        get
        {
            using var stream = typeof(Story).Assembly.GetManifestResourceStream(
                "Plenum.Cli.Demo.programme.md"
            )!;
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    private async Task Found()
    {
        var founders = Enumerable.Range(1, Cast.Founders).ToArray();
        var id = Begin.IdOf("Harbour Branch", Statutes, Programme, Nonce);
        await _teller.Found(
            new Begin(
                id,
                "Harbour Branch",
                Zone,
                Statutes,
                Programme,
                founders.Select(Cast.Person).ToEquatable(),
                Nonce
            )
        );
        await _teller.Do(founders.Select(f => (f, (Command)new AcceptInvitation(1, ""))));
    }

    /// <summary>So many days and hours after the founding.</summary>
    private Instant Day(int days, int hours = 0) =>
        _founded + Duration.FromDays(days) + Duration.FromHours(hours);

    /// <summary>So many days before now.</summary>
    private Instant Ago(int days, int hours = 0) =>
        _now - Duration.FromDays(days) - Duration.FromHours(hours);

    private MemberNo Member(int person) => Section.Membership.Of(Cast.Person(person)).No;

    /// <summary>The mandate a person holds on a body.</summary>
    private MandateNo Held(int person, BodyId body) =>
        Section.Mandates.On(body, _teller.Now).First(m => m.Holder == Member(person)).No;

    private MatterNo LastMatter => Section.Matters.All.Keys.Last();

    /// <summary>The election to a body that is looking for candidates.</summary>
    private MatterNo Nominating(BodyId body) =>
        Section
            .Matters.OpenMatters.First(m =>
                m.Question is Question.Elect elect
                && elect.Body == body
                && m.Stage is Stage.Nomination
            )
            .No;

    private void Stand(Instant at, int person, BodyId body, string platform) =>
        _teller.At(at, person, () => new Stand(Nominating(body), platform, PublicName: true));

    private void Join(Instant at, int person, string reservation = "") =>
        _teller.At(
            at,
            person,
            () => new Apply(Section.Programme.Version, reservation, IsOldEnough: true)
        );

    /// <summary>A motion to all members, and how the vote will go.</summary>
    private void Move(
        Instant at,
        int person,
        string title,
        string text,
        Turnout turnout,
        int[] clauses,
        Func<EquatableArray<PlannedTask>>? tasks = null
    ) =>
        _teller.At(
            at,
            async () =>
            {
                await _teller.Do(
                    (
                        person,
                        new Domain.Motions.PutMotion(
                            title,
                            text,
                            BodyId.Members,
                            [.. clauses],
                            tasks?.Invoke() ?? []
                        )
                    )
                );
                _voters.Expect(LastMatter, turnout);
            }
        );

    /// <summary>A change of the statutes by replacing words of one article.</summary>
    private ArticleChange Change(string article, string words, string by)
    {
        var draft = Section.Statutes.Book.Draft;
        var id = new ArticleId(article);
        var text = Amendments.TextOf(draft, draft.Articles.Items.First(a => a.Id == id));
        return new(
            id,
            Amendments.DigestOf(draft, id),
            text.Replace(words, by, StringComparison.Ordinal)
        );
    }
}
