using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>A person who becomes a member by accepting, and since when an older roll has them.</summary>
public sealed record Invitation(PersonId Person, Instant MemberSince);

/// <summary>No id of a person looks like this.</summary>
public sealed record NotAPersonId() : Reason("person.malformed", ReasonKind.NotThis);

public sealed record NamedTwice(int Line) : Reason("invitation.named-twice", ReasonKind.NotThis);

public sealed record NobodyNamed() : Reason("invitation.nobody-named", ReasonKind.NotThis);

public sealed record TooManyAtOnce(int Named, int Most)
    : Reason("invitation.too-many", ReasonKind.NotThis);

/// <summary>What founders and people carried over from an older roll have in common.</summary>
public static class Invitations
{
    /// <summary>More would be a long wait for everybody else who acts.</summary>
    public const int MostAtOnce = 512;

    /// <summary>Invites each, once, and then goes on.</summary>
    public static Ruling Each(
        Unfolding unfolding,
        EquatableArray<Invitation> invitations,
        Func<Ruling> then
    )
    {
        if (invitations.Count == 0)
            return new NobodyNamed();
        if (invitations.Count > MostAtOnce)
            return new TooManyAtOnce(invitations.Count, MostAtOnce);
        var named = new HashSet<PersonId>();
        foreach (var (person, since) in invitations)
        {
            if (!Arriving.IsSound(person))
                return new NotAPersonId();
            if (!named.Add(person))
                return new NamedTwice(named.Count + 1);
            var membership = unfolding.Section.Membership;
            var known = membership.Of(person);
            if (known.Standing is not (Standing.Left or Standing.Lapsed))
                return new AlreadyOnTheRoll(known.No);
            var no = known.No == MemberNo.None ? membership.NextNo : known.No;
            unfolding.Then(new MembershipEvent.Invited(no, person, since));
        }
        return then();
    }
}
