using System.Collections.Concurrent;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Web.Doors;

/// <summary>What people are called, remembered between pages: a page of a hundred names must not open the vault a hundred times.</summary>
public sealed class PeopleBook(Persons persons)
{
    private readonly ConcurrentDictionary<PersonId, (string Name, int AsOf)> _names = new();

    public string NameOf(PersonId person)
    {
        if (person.Value.Length == 0)
            return "";
        // Asked before the vault is: whom it forgets meanwhile is looked up again at the next page.
        var asOf = persons.Erasures;
        if (_names.TryGetValue(person, out var known) && known.AsOf == asOf)
            return known.Name;
        var name = Names.Shown(persons.NameOf(person));
        _names[person] = (name, asOf);
        return name;
    }

    public void Write(PersonId person, PersonalData data)
    {
        var asOf = persons.Erasures;
        persons.Put(person, data);
        _names[person] = (Names.Shown(data.Name), asOf);
    }

    /// <summary>People nobody here knew before. Their names are read when a page asks for one.</summary>
    public void Enter(
        IReadOnlyList<(PersonId Person, PersonalData Data)> entering,
        NodaTime.Instant now
    ) => persons.Enter(entering, now);

    /// <summary>The vault has forgotten them; so does the page.</summary>
    public void Forget(PersonId person) => _names.TryRemove(person, out _);
}
