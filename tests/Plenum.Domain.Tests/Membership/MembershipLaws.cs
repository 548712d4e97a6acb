using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Membership;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

/// <summary>What holds whatever people do, in whatever order.</summary>
public sealed class MembershipLaws
{
    private static readonly Gen<int> Number = Gen.Int[1, 14];

    private static readonly Gen<Command> AnyCommand = Gen.OneOf<Command>(
        Gen.Const<Command>(new AcceptInvitation(1, "")),
        Gen.Const<Command>(new Apply(1, "", IsOldEnough: true)),
        Gen.Const<Command>(new Leave()),
        Gen.Const<Command>(new Forget("")),
        Gen.Const<Command>(new Appeal()),
        Gen.Const<Command>(new Dispute("No.")),
        Gen.Const<Command>(new Reaccept("But slowly.")),
        Number.Select(n => (Command)new Attest(new MemberNo(n))),
        Number.Select(n => (Command)new Admit(new MemberNo(n))),
        Number.Select(n => (Command)new Refuse(new MemberNo(n), 1, "No.")),
        Number.Select(n => (Command)new Notify(new MemberNo(n), "Dues.")),
        Number.Select(Gen.Int[0, 2], (n, how) => (Command)new Cure(new MemberNo(n), (CuredBy)how)),
        Number.Select(n => (Command)new Invite(PersonOf(n), At(-5))),
        Number.Select(n =>
            (Command)new CallSitting(Either(n), At(n * 5), "Here", SittingNo.None, [])
        ),
        Number.Select(n => (Command)new EnterSitting(new SittingNo(n % 3))),
        Number.Select(n => (Command)new OpenSitting(new SittingNo(n % 3)))
    );

    private static readonly Gen<(Command Command, int By, int Days)[]> Story = Gen.Select(
        AnyCommand,
        Number,
        Gen.Int[0, 6]
    ).Array[1, 60];

    private static BodyId Either(int n) => n % 2 == 0 ? BodyId.Members : Committee;

    // Deadlines speak between the acts, as they would by the clock.
    private static List<Event> Happened(
        Section section,
        IEnumerable<(Command Command, int By, int Days)> story
    )
    {
        var events = new List<Event>();
        var day = 0;
        foreach (var (command, by, days) in story)
        {
            day += days;
            var now = At(day);
            foreach (var due in section.Dues.TakeWhile(d => d.At <= now))
                if (Speaking(due) is { } speaks)
                    section = Decide(section, speaks, ByClock(now), events);
            section = Decide(section, command, By(by, now), events);
        }
        return events;
    }

    private static Command? Speaking(Due due) =>
        due.Kind switch
        {
            DueKind.Member => new LetDeadlineSpeak(new MemberNo(due.No), due.At),
            DueKind.Sitting => new LetSittingPass(new SittingNo(due.No), due.At),
            DueKind.Matter or DueKind.Mandate or DueKind.CountBack => null,
            DueKind.Congress
            or DueKind.Vacancy
            or DueKind.Scope
            or DueKind.Merger
            or DueKind.Cession
            or DueKind.Intervention => null,
            DueKind.RollCheck => new LetRollCheckPass(new MatterNo(due.No), due.At),
        };

    private static Section Decide(
        Section section,
        Command command,
        Occasion occasion,
        List<Event> events
    )
    {
        if (command.Decide(section, occasion) is not Ruling.InOrder ruling)
            return section;
        events.AddRange(ruling.Events);
        return ruling.Events.Items.Aggregate(section, Evolve);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Those_in_good_standing_are_counted_as_a_naive_recount_counts_them(bool circle)
    {
        var begin = circle ? Circle(6) : Of(10).WithOfficers();
        Story.Sample(
            story =>
            {
                var section = begin;
                foreach (var happened in Happened(begin, story))
                {
                    section = Evolve(section, happened);
                    Assert.Equal(
                        section.Membership.Members.Values.Count(m => m.IsInGoodStanding),
                        section.Membership.InGoodStanding
                    );
                }
            },
            iter: 300
        );
    }

    [Fact]
    public void Replaying_the_events_gives_the_same_state()
    {
        var begin = Of(10).WithOfficers();
        Story.Sample(
            story =>
            {
                var events = Happened(begin, story);
                var once = events.Aggregate(begin, Evolve);
                var twice = events.Aggregate(begin, Evolve);
                Assert.Equal(once.Membership.Members.Values, twice.Membership.Members.Values);
                Assert.Equal(once.Dues, twice.Dues);
                Assert.Equal(events, Happened(begin, story));
            },
            iter: 100
        );
    }

    [Fact]
    public void Nobody_outside_the_membership_holds_a_mandate()
    {
        var begin = Of(10).WithOfficers();
        Story.Sample(
            story =>
            {
                var end = Happened(begin, story).Aggregate(begin, Evolve);
                Assert.All(
                    end.Mandates.Current.Values,
                    m => Assert.True(end.Membership.Of(m.Holder).IsInGoodStanding)
                );
            },
            iter: 300
        );
    }

    [Fact]
    public void Every_deadline_in_the_diary_is_one_that_its_thing_still_has()
    {
        var begin = Of(10).WithOfficers();
        Story.Sample(
            story =>
            {
                var end = Happened(begin, story).Aggregate(begin, Evolve);
                foreach (var due in end.Dues)
                    Assert.Equal(NextAt(end, due), due.At);
                Assert.All(
                    end.Membership.Members.Keys.Where(m =>
                        end.Membership.NextAt(m) < Instant.MaxValue
                    ),
                    m => Assert.Contains(end.Dues, d => d.Kind == DueKind.Member && d.No == m.Value)
                );
            },
            iter: 300
        );
    }

    private static Instant NextAt(Section section, Due due) =>
        due.Kind switch
        {
            DueKind.Member => section.Membership.NextAt(new MemberNo(due.No)),
            DueKind.Matter => section.Matters.NextAt(new MatterNo(due.No)),
            DueKind.Mandate => section.Mandates.NextAt(new MandateNo(due.No)),
            DueKind.Sitting => section.Bodies.NextAt(new SittingNo(due.No)),
            DueKind.RollCheck => section.Membership.CheckOf(new MatterNo(due.No)).Until,
            DueKind.CountBack => section.Elections.NextAt(new MandateNo(due.No)),
            DueKind.Vacancy => section.Mandates.NextAt(new VacancyNo(due.No)),
            DueKind.Congress => section.Congresses.NextAt(due.No),
            DueKind.Merger => section.Mergers.NextAt(new Mergers.MergerNo(due.No)),
            DueKind.Cession => section.Competences.NextAt(new Competences.CessionNo(due.No)),
            DueKind.Intervention => section.Rights.NextAt(new Rights.InterventionNo(due.No)),
            DueKind.Scope => section.Sections.Scope.NextAt,
        };
}
