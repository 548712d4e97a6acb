using System.Diagnostics;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Bench.Federated;

/// <summary>What a seeded federation cost, and who may be asked for its pages.</summary>
internal sealed record Seeded(
    int Commands,
    long Events,
    TimeSpan Time,
    TimeSpan Allotment,
    TimeSpan Decision,
    TimeSpan Division,
    TimeSpan Heard,
    IReadOnlyList<Guest> Guests,
    int Motion
);

/// <summary>A delegate with the link from an invitation, by which they sign in.</summary>
internal sealed record Guest(SectionId Home, string Link);

/// <summary>
/// Seven months of a federation, ending now: founded, elected, joined by its sections' own votes, with a congress that
/// has divided once and divides again.
/// </summary>
internal sealed partial class Seeding(IServiceProvider services, Size size)
{
    private const int Days = 213;
    private const int Guests = 64;

    private static readonly BodyId Congress = new("congress");
    private static readonly BodyId Delegates = new("delegates");

    private readonly Instant _began =
        SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(Days);
    private readonly Place[] _sections =
    [
        .. Enumerable.Range(1, size.Sections).Select(no => Place.Section(no, size.InASection)),
    ];
    private readonly StandingClock _clock = services.GetRequiredService<StandingClock>();
    private readonly Front _front = services.GetRequiredService<Front>();
    private readonly Calendar _calendar = services.GetRequiredService<Calendar>();
    private readonly Post _post = services.GetRequiredService<Post>();

    public async Task<Seeded> Tell(Action<string> say)
    {
        var began = Stopwatch.GetTimestamp();
        _clock.Now = _began;
        var story = new Story(_front, _calendar, _post, _clock)
        {
            Places = [.. _sections, Place.Federation],
        };
        await Founded(story);
        say("founded");
        await Officers(story);
        say("officers elected");
        await Joined(story);
        say("joined");
        var (allotment, decision) = await Allotted(story);
        say("allotted");
        await Sent(story);
        say("delegates sent");
        var division = await Divided(story);
        var heard = await Heard(story);
        await story.Each([Place.Federation], _ => [Motion(story, "Eight hours")]);
        await story.Pass(Day(Days));
        var motion = story.Section(Place.Federation).Matters.All.Keys.Last().Value;
        return new Seeded(
            story.Commands,
            _front.Sections.Sum(id => _front.Read(id).Version),
            Stopwatch.GetElapsedTime(began),
            allotment,
            decision,
            division,
            heard,
            Invited(story),
            motion
        );
    }

    private Instant Day(int days) => _began + Duration.FromDays(days);

    private async Task Founded(Story story)
    {
        var persons = services.GetRequiredService<Persons>();
        foreach (var place in story.Places.SelectMany(InNames).Chunk(5000))
            persons.Enter(place, _clock.Now);
        await Parallel.ForEachAsync(
            story.Places,
            new ParallelOptions { MaxDegreeOfParallelism = 128 },
            async (place, _) => await story.Found(place)
        );
        await story.Each(story.Places, place => [(place.Person(1), new AcceptInvitation(1, ""))]);
        await story.Each(story.Places, place => [(place.Person(1), Rest(place))]);
        await story.Each(
            story.Places,
            place =>
                Enumerable
                    .Range(2, place.People - 1)
                    .Select(no => (place.Person(no), (Command)new AcceptInvitation(1, "")))
        );
    }

    private static IEnumerable<(PersonId, PersonalData)> InNames(Place place) =>
        Enumerable
            .Range(1, place.People)
            .Select(no =>
                (place.Person(no), new PersonalData(place.NameOf(no), place.EmailOf(no), ""))
            );

    // Five have found together; the rest of the section stands on the roll that the first of them carries over.
    private InviteMany Rest(Place place) =>
        new(
            Enumerable
                .Range(Begin.FoundersNeeded + 1, place.People - Begin.FoundersNeeded)
                .Select(no => new Invitation(place.Person(no), _began - Duration.FromDays(400)))
                .ToEquatable()
        );

    private async Task Officers(Story story)
    {
        await story.Pass(Day(1));
        await story.Each(story.Places, place => Candidates(story, place));
        await story.Pass(Day(36));
    }

    // As many stand as there are seats, everybody for one body only.
    private static IEnumerable<(PersonId, Command)> Candidates(Story story, Place place)
    {
        var no = 0;
        foreach (var matter in story.Section(place).Matters.OpenMatters)
            if (matter is { Stage: Stage.Nomination, Question: Question.Elect elect })
                for (var seat = 0; seat < elect.Seats; seat++)
                    yield return (place.Person(++no), Standing(matter.No));
    }

    private static Stand Standing(MatterNo election) =>
        new(election, "I will report.", PublicName: true);

    private async Task Joined(Story story)
    {
        await story.Each(
            _sections,
            place => [(place.Person(12), new AskToJoin(Place.Federation.Id, "Together."))]
        );
        await story.Each(_sections, place => Supports(story, place));
        await story.Pass(Day(121));
        var joined = story.Section(Place.Federation).Sections.Tree.Affiliates.Count;
        if (joined != size.Sections)
            throw new InvalidOperationException($"{joined} of {size.Sections} have joined");
    }

    private static IEnumerable<(PersonId, Command)> Supports(Story story, Place place)
    {
        var asked = story.Section(place).Matters.All.Values.Last();
        return Enumerable
            .Range(13, Math.Max(0, asked.Procedure.SupportNeeded - 1))
            .Select(no => (place.Person(no % place.People + 1), (Command)new Support(asked.No)));
    }

    // Who looks at pages is sent by their section, so that they see the congress as well.
    private Guest[] Invited(Story story)
    {
        var accounts = services.GetRequiredService<Accounts>();
        return
        [
            .. _sections
                .Take(Guests)
                .Select(place =>
                {
                    var section = story.Section(place);
                    var sent = section.Mandates.On(Delegates, story.Now).First();
                    return new Guest(
                        place.Id,
                        accounts.IssueLinks(
                            [section.Membership.Of(sent.Holder).Person],
                            story.Now,
                            Accounts.InvitationLasts
                        )[0]
                    );
                }),
        ];
    }
}
