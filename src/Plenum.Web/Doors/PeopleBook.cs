using System.Collections.Concurrent;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Web.Doors;

/// <summary>What people are called, remembered between pages: a page of a hundred names must not open the vault a hundred times.</summary>
public sealed class PeopleBook(Persons persons)
{
    private readonly ConcurrentDictionary<PersonId, string> _names = new();

<<<<<<< HEAD
    public string NameOf(PersonId person) =>
        person.Value.Length == 0 ? "" : _names.GetOrAdd(person, Shown);
=======
    private int _erasures;

    public string NameOf(PersonId person)
    {
        // Whom the vault has forgotten no page remembers.
        if (Interlocked.Exchange(ref _erasures, persons.Erasures) != persons.Erasures)
            _names.Clear();
        return person.Value.Length == 0 ? "" : _names.GetOrAdd(person, persons.NameOf);
    }
>>>>>>> b1628d2 (A former member can be forgotten: first attempt, not built)

    public void Write(PersonId person, PersonalData data)
    {
        persons.Put(person, data);
        _names[person] = Names.Shown(data.Name);
    }

    /// <summary>People nobody here knew before. Their names are read when a page asks for one.</summary>
    public void Enter(
        IReadOnlyList<(PersonId Person, PersonalData Data)> entering,
        NodaTime.Instant now
    ) => persons.Enter(entering, now);

    private string Shown(PersonId person) => Names.Shown(persons.NameOf(person));

    /// <summary>The vault has forgotten them; so does the page.</summary>
    public void Forget(PersonId person) => _names.TryRemove(person, out _);
}
