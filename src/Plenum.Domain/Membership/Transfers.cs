using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Membership;

/// <summary>
/// How a member moves between two sections of one tree. Nobody votes in two: what begins there begins with the letter
/// that home has closed, and both records name the instant at which it did.
/// </summary>
public static class Transfers
{
    /// <summary>A member of another section asks; those who decide applications decide, in the same time (C19).</summary>
    public static void Consider(
        Unfolding unfolding,
        SectionId from,
        Letter.TransferAsked asked,
        Instant now
    )
    {
        var section = unfolding.Section;
        var known = section.Membership.Of(asked.Person);
        var answer =
            !AreOneTree(section, from, asked.Above) ? TransferAnswer.NotOneTree
            : known.IsInGoodStanding ? TransferAnswer.AlreadyHere
            : known.Standing is Standing.Delegate ? TransferAnswer.SitsHere
            : asked.ProgrammeVersion != section.Programme.Version ? TransferAnswer.AnotherProgramme
            : TransferAnswer.Waiting;
        if (answer != TransferAnswer.Waiting)
            unfolding.Write(from, new Letter.TransferAnswered(asked.No, answer));
        else
            unfolding.Then(
                new TransferEvent.Came(
                    known.No == MemberNo.None ? section.Membership.NextNo : known.No,
                    asked.Person,
                    from,
                    asked.No,
                    asked.ProgrammeVersion,
                    section.After(now, section.Rules.Membership.Deadline)
                )
            );
    }

    /// <summary>We say yes, and home closes.</summary>
    public static void Accept(Unfolding unfolding, MemberNo member, AdmittedBy by)
    {
        var arrival = unfolding.Section.Membership.ArrivalOf(member);
        unfolding
            .Then(new TransferEvent.Accepted(member, by))
            .Write(arrival.From, new Letter.TransferAccepted(arrival.No));
    }

    /// <summary>Not admitted for now: home is told, and an appeal may still change it.</summary>
    public static Unfolding TellOfRefusal(Unfolding unfolding, MemberNo member) =>
        unfolding.Section.Membership.ArrivalOf(member) is var arrival && arrival != Arrival.None
            ? unfolding.Write(
                arrival.From,
                new Letter.TransferAnswered(arrival.No, TransferAnswer.NotAdmitted)
            )
            : unfolding;

    /// <summary>Nothing comes of what we have not yet said yes to, and home is told why.</summary>
    public static Unfolding TurnAway(Unfolding unfolding, MemberNo member, TransferAnswer why)
    {
        var arrival = unfolding.Section.Membership.ArrivalOf(member);
        return arrival == Arrival.None || arrival.IsAccepted
            ? unfolding
            : unfolding
                .Then(new TransferEvent.Dropped(member))
                .Write(arrival.From, new Letter.TransferAnswered(arrival.No, why));
    }

    /// <summary>The other section has said no.</summary>
    public static void TakeAnswer(Unfolding unfolding, SectionId from, Letter.TransferAnswered said)
    {
        var member = unfolding.Section.Membership.WhoDeparts(from, said.No);
        if (member != MemberNo.None)
            unfolding.Then(new TransferEvent.Answered(member, said.No, said.Answer));
    }

    /// <summary>The other section has said yes: from now on the member belongs there, and what they held here is empty.</summary>
    public static void Close(Unfolding unfolding, SectionId to, int no, Instant now)
    {
        var member = unfolding.Section.Membership.Of(
            unfolding.Section.Membership.WhoDeparts(to, no)
        );
        if (member.No == MemberNo.None)
            return;
        if (!member.IsInGoodStanding)
        {
            TakeBack(unfolding, member.No);
            return;
        }
        unfolding.Then(new TransferEvent.MovedOut(member.No, no, to, now));
        Departing
            .EndMandates(unfolding, member.No, now)
            .Write(
                to,
                new Letter.TransferClosed(no, now, member.VotesFrom, member.VotesOnBasicLawFrom)
            );
    }

    public static Unfolding TakeBack(Unfolding unfolding, MemberNo member)
    {
        var departure = unfolding.Section.Membership.DepartureOf(member);
        return unfolding
            .Then(new TransferEvent.TakenBack(member, departure.No))
            .Write(departure.To, new Letter.TransferTakenBack(departure.No));
    }

    /// <summary>They stay where they are.</summary>
    public static void Drop(Unfolding unfolding, SectionId from, int no)
    {
        var member = unfolding.Section.Membership.WhoArrives(from, no);
        if (member != MemberNo.None)
            unfolding.Then(new TransferEvent.Dropped(member));
    }

    /// <summary>Home has closed. Nobody is let in whom we have not said yes to.</summary>
    public static void MoveIn(Unfolding unfolding, SectionId from, Letter.TransferClosed closed)
    {
        var membership = unfolding.Section.Membership;
        var member = membership.WhoArrives(from, closed.No);
        if (membership.ArrivalOf(member).IsAccepted)
            unfolding.Then(
                new TransferEvent.MovedIn(
                    member,
                    from,
                    closed.At,
                    closed.VotesFrom,
                    closed.VotesOnBasicLawFrom
                )
            );
    }

    /// <summary>Whether something stands above both sections, or one of them above the other.</summary>
    public static bool AreOneTree(
        Section section,
        SectionId other,
        EquatableArray<SectionId> above
    ) => section.Sections.Tree.Above.Prepend(section.Id).Intersect(above.Prepend(other)).Any();
}
