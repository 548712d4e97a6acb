using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Programme;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Testing;

/// <summary>A branch of about twelve, as most sections are, for tests of the law; its rules do not pass through any text.</summary>
public static class SmallBranch
{
    public const string StatutesText = "# Statutes of the Harbour branch";

    public const string ProgrammeText = """
        # Principles

        1. Nobody lives from the labour of others.

        2. Every official is elected and recallable.

        # Immediate

        10. Six hours a day.
        """;

    public static readonly SectionId Id = new("harbour");

    public static readonly BodyId Committee = new("committee");
    public static readonly BodyId Chair = new("chair");
    public static readonly BodyId Secretary = new("secretary");
    public static readonly BodyId Treasurer = new("treasurer");
    public static readonly BodyId Commission = new("commission");
    public static readonly BodyId Panel = new("panel");
    public static readonly BodyId Keepers = new("keepers");

    public static readonly Rules Rules = SmallBranchRules.Written;

    public static readonly StatuteBook Book = StatuteBook.None with { Rules = Rules };

    /// <summary>Noon in UTC, so many days after the branch was constituted; hours may be added.</summary>
    public static Instant At(int day, int hours = 0) =>
        Instant.FromUtc(2027, 1, 4, 12, 0) + Duration.FromDays(day) + Duration.FromHours(hours);

    public static PersonId PersonOf(int no) =>
        new(Digest.Of(FormattableString.Invariant($"person/{no}")).Hex[..32]);

    /// <summary>The person with that number acts on their own screen.</summary>
    public static Occasion By(int no, Instant now) =>
        new(now, Actor.Self(PersonOf(no)), DrawOf(now));

    /// <summary>The person with that number acts on paper; the helper enters it.</summary>
    public static Occasion AtDesk(int no, int helper, Instant now) =>
        new(now, new Actor.Person(PersonOf(no), new Channel.Desk(PersonOf(helper))), DrawOf(now));

    public static Occasion ByClock(Instant now) => new(now, new Actor.Clock(), DrawOf(now));

    public static Occasion ByFounder(Instant now) => new(now, new Actor.Founder(), DrawOf(now));

    public static Occasion ByAnyone(Instant now) => new(now, new Actor.Anyone(), DrawOf(now));

    /// <summary>Everything that happened until a branch of that many members was constituted at <c>At(0)</c>; member 1 keeps the server.</summary>
    public static EquatableArray<Event> Founded(int members)
    {
        var numbers = Enumerable.Range(1, members).ToArray();
        Event[] events =
        [
            .. Begun(members),
            .. numbers.Select(n => new MembershipEvent.Admitted(
                new MemberNo(n),
                AdmittedBy.Founding,
                At(0),
                At(0),
                At(0)
            )),
            new SectionsEvent.Constituted(At(0), members),
            new MandatesEvent.Began(
                new MandateNo(1),
                Keepers,
                new MemberNo(1),
                BodyId.Members,
                At(0),
                At(30),
                At(30),
                MatterNo.None,
                BoxNo.None,
                1
            ),
        ];
        return EquatableArray.Create<Event>(events);
    }

    /// <summary>A circle of so many invited founders, none of whom has accepted.</summary>
    public static EquatableArray<Event> Begun(int founders)
    {
        Event[] events =
        [
            new SectionsEvent.Begun(Id, "Harbour", "Europe/Berlin", 5),
            new StatutesEvent.Adopted(1, Document.Of(StatutesText), MatterNo.None),
            new ProgrammeEvent.Adopted(1, Document.Of(ProgrammeText), MatterNo.None),
            .. Enumerable
                .Range(1, founders)
                .Select(n => new MembershipEvent.Invited(new MemberNo(n), PersonOf(n), At(0))),
        ];
        return EquatableArray.Create<Event>(events);
    }

    /// <summary>The branch as it stands after being founded with that many members.</summary>
    public static Section Of(int members) => Replay(Founded(members));

    public static Section Circle(int founders) => Replay(Begun(founders));

    public static Section Replay(IEnumerable<Event> events) =>
        events.Aggregate(Section.Unfounded, Evolve);

    /// <summary>Evolves, with this branch's rules in force whatever the short statutes text of the tests says.</summary>
    public static Section Evolve(Section section, Event happened) =>
        happened is StatutesEvent.Adopted { Version: 1 } adopted
            ? section with
            {
                Statutes = section.Statutes with
                {
                    Book = Book,
                    Version = 1,
                    Versions = section.Statutes.Versions.SetItem(1, adopted.Text.Digest),
                },
            }
            : Section.Evolve(section, happened);

    /// <summary>The branch under other rules.</summary>
    public static Section Under(this Section section, Rules rules) =>
        section with
        {
            Statutes = section.Statutes with
            {
                Book = section.Statutes.Book with { Rules = rules },
            },
        };

    /// <summary>Somebody holds a seat from then until then, as if elected.</summary>
    public static Section Seat(
        this Section section,
        BodyId body,
        int member,
        Instant since,
        Instant until
    ) =>
        Section.Evolve(
            section,
            new MandatesEvent.Began(
                section.Mandates.NextNo,
                body,
                new MemberNo(member),
                section.Statutes.Book.Body(body).ElectedBy,
                since,
                until,
                section.Before(until, section.Rules.Elections.OpensBeforeEnd),
                MatterNo.None,
                BoxNo.None,
                1
            )
        );

    /// <summary>Somebody holds a seat for the first year.</summary>
    public static Section Seat(this Section section, BodyId body, int member) =>
        section.Seat(body, member, At(0), At(365));

    /// <summary>The committee of members 2 to 6, with 2 in the chair and 3 as secretary.</summary>
    public static Section WithOfficers(this Section section) =>
        Enumerable
            .Range(2, 5)
            .Aggregate(section, (s, n) => s.Seat(Committee, n))
            .Seat(Chair, 2)
            .Seat(Secretary, 3);

    /// <summary>The section after this command, which has to be in order.</summary>
    public static Section Do(this Section section, Command command, Occasion occasion) =>
        command.InOrder(section, occasion).Events.Items.Aggregate(section, Evolve);

    public static Ruling.InOrder InOrder(
        this Command command,
        Section section,
        Occasion occasion
    ) =>
        command.Decide(section, occasion) switch
        {
            Ruling.InOrder ruling => ruling,
            Ruling.OutOfOrder ruling => throw new InvalidOperationException(
                $"{command.GetType().Name} is out of order: {ruling.Reason}"
            ),
        };

    /// <summary>Why the command is out of order, which it has to be.</summary>
    public static Reason Refusal(this Command command, Section section, Occasion occasion) =>
        command.Decide(section, occasion) switch
        {
            Ruling.OutOfOrder ruling => ruling.Reason,
            Ruling.InOrder ruling => throw new InvalidOperationException(
                $"{command.GetType().Name} is in order: {ruling.Events}"
            ),
        };

    private static Draw DrawOf(Instant now) =>
        new(
            Digest
                .Of(
                    now.ToUnixTimeTicks()
                        .ToString(System.Globalization.CultureInfo.InvariantCulture)
                )
                .Hex
        );
}
