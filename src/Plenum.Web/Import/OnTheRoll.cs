using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;

namespace Plenum.Web.Import;

/// <summary>Whether somebody of a name and an address is on the roll of a section already.</summary>
public sealed class OnTheRoll
{
    private readonly MembershipRecord _membership;
    private readonly PeopleBook _people;
    private readonly Accounts _accounts;
    private readonly Persons _persons;
    private readonly Lazy<HashSet<string>> _withoutAddress;

    public OnTheRoll(
        MembershipRecord membership,
        PeopleBook people,
        Accounts accounts,
        Persons persons
    )
    {
        (_membership, _people, _accounts, _persons) = (membership, people, accounts, persons);
        _withoutAddress = new(WithoutAddress);
    }

    // Whoever has an address is found by it; only for a line without one are all names looked through, once.
    public bool Has(string name, string email) =>
        email.Length == 0
            ? _withoutAddress.Value.Contains(RollSigns.Composed(name))
            : _accounts
                .FindByEmail(email)
                .Any(person =>
                    IsHere(_membership.Of(person))
                    && string.Equals(
                        _people.NameOf(person),
                        Names.Shown(name),
                        StringComparison.OrdinalIgnoreCase
                    )
                );

    private HashSet<string> WithoutAddress() =>
        _membership
            .Members.Values.Where(IsHere)
            .Select(member => _persons.Of(member.Person))
            .Where(data => data.Name.Length > 0 && data.Email.Length == 0)
            .Select(data => RollSigns.Composed(data.Name))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static bool IsHere(Member member) =>
        member.No != MemberNo.None && member.Standing is not (Standing.Left or Standing.Lapsed);
}
