using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>
/// One right has one check, whichever door somebody comes through: what a screen refuses is handed to nobody on paper,
/// and the other way round. That a desk answers as a screen does stands beside the table.
/// </summary>
public sealed class DoorTests
{
    private static BusyBranch World => BusyBranch.Union;

    public static TheoryData<string> Worlds => ["union", "all sections", "congress"];

    /// <summary>For everybody on the books, whatever their standing, and after each of them has left or lapsed.</summary>
    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_paper_is_for_whoever_may_cast_and_for_nobody_else(string which)
    {
        var section = SectionOf(which);
        var boxes = section
            .Ballots.Boxes.Values.Where(b => !b.Closed && b.Secret && b.Closes > World.Now)
            .ToArray();
        Assert.NotEmpty(boxes);
        foreach (var box in boxes)
        foreach (var member in section.Membership.Members.Values)
        foreach (var now in new[] { World.Now, box.Closes })
        {
            Alike(section, box, member, now);
            Alike(Section.Evolve(section, new MembershipEvent.Left(member.No)), box, member, now);
            Alike(Section.Evolve(section, new MembershipEvent.Lapsed(member.No)), box, member, now);
        }
    }

    /// <summary>The vote is open and she has not voted; she leaves; the desk offers her name still.</summary>
    [Fact]
    public void A_paper_is_handed_to_nobody_who_has_left()
    {
        var box = World.BoxOf(World.KeeperElection);
        var member = new MemberNo(World.Member);
        Assert.IsType<Ruling.InOrder>(Paper(World.Section, box, member, World.Now));

        var left = Section.Evolve(World.Section, new MembershipEvent.Left(member));
        var refused = Assert.IsType<Ruling.OutOfOrder>(Paper(left, box, member, World.Now));
        Assert.Equal("ballot.not-their-vote", refused.Reason.Code);
    }

    [Fact]
    public void One_who_is_invited_and_many_who_are_hear_the_same()
    {
        var since = World.Now - Duration.FromDays(1);
        foreach (
            var person in World
                .Section.Membership.Members.Values.Select(m => m.Person)
                .Append(new PersonId("stranger"))
        )
        foreach (
            var by in AuthorityTable.Persons.Except([
                "nobody",
                "founder",
                "clock",
                "expired",
                "caretaker",
            ])
        )
            Assert.Equal(
                Code(new Invite(person, since), by),
                Code(new InviteMany([new Invitation(person, since)]), by)
            );
    }

    private static void Alike(Section section, Box box, Member member, Instant now)
    {
        var cast = new Cast(box.No, box.Form == BallotForm.Question ? "for" : "1").Decide(
            section,
            new Occasion(now, Actor.Self(member.Person), Draw.Nothing)
        );
        var paper = Paper(section, box.No, member.No, now);
        Assert.True(
            cast is Ruling.InOrder == paper is Ruling.InOrder,
            $"{box.No} of {box.Electorate} for {member.No} ({section.Membership.Of(member.No).Standing}) at {now}: cast {cast}, paper {paper}"
        );
    }

    // The secretary keeps the desk.
    private static Ruling Paper(Section section, BoxNo box, MemberNo member, Instant now) =>
        new IssuePaper(box, member).Decide(
            section,
            new Occasion(
                now,
                Actor.Self(Branch.Person(World.NumberOf(HelperOf(member)))),
                Draw.Nothing
            )
        );

    // Whoever has just left hands nothing out themselves.
    private static string HelperOf(MemberNo member) =>
        member.Value == World.NumberOf("secretary") ? "commission" : "secretary";

    private static string Code(Command command, string person) =>
        command.Decide(
            World.Section,
            new Occasion(World.Now, Actor.Self(Branch.Person(World.NumberOf(person))), Draw.Nothing)
        ) switch
        {
            Ruling.InOrder => AuthorityTable.Allowed,
            Ruling.OutOfOrder no => no.Reason.Code,
        };

    private static Section SectionOf(string which) =>
        which switch
        {
            "all sections" => World.AskedAll,
            "congress" => World.OfTwo,
            _ => World.Section,
        };
}
