using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>What the vault keeps of a person; a text that was never given is empty.</summary>
public sealed record PersonalData(string Name, string Email, string Postal)
{
    public static readonly PersonalData Unknown = new("", "", "");
}

/// <summary>The people behind the ids: names and addresses in the vault, ways to sign in among the accounts.</summary>
public sealed class Persons(Store.Vault vault, Accounts accounts)
{
    private const string Name = "name";
    private const string Email = "email";
    private const string Postal = "postal";
    private const string Former = "former";
    private const string Pending = "pending";
    private const int FormerKept = 20;

    private int _erasures;

    /// <summary>Written before the event that names the person; orphans are swept.</summary>
    public void Put(PersonId person, PersonalData data)
    {
        KeepFormer(person, data.Email);
        vault.PutAll(person.Value, [(Name, data.Name), (Email, data.Email), (Postal, data.Postal)]);
        accounts.SetEmail(person, data.Email);
    }

    /// <summary>
    /// People nobody here knew before, with a way to sign in each, in two writes; what was never given takes no room.
    /// </summary>
    public void Enter(IReadOnlyList<(PersonId Person, PersonalData Data)> people, Instant now)
    {
        accounts.CreateAll([.. people.Select(p => (p.Person, p.Data.Email))], now);
        vault.PutAll([.. people.Select(p => (p.Person.Value, Given(p.Data)))]);
    }

    /// <summary>A token for the letter to a new address, which counts once it was used; until then the old one does.</summary>
    public string AskMove(PersonId person, string email, Instant now)
    {
        vault.Put(person.Value, Pending, email);
        return accounts.IssueConfirmation(person, now);
    }

    /// <summary>The new address that waits to be confirmed, or none.</summary>
    public string PendingOf(PersonId person) => Text(person, Pending);

    public void DropMove(PersonId person)
    {
        accounts.DropConfirmation(person);
        if (PendingOf(person).Length > 0)
            vault.Put(person.Value, Pending, "");
    }

    /// <summary>Whose address has moved by this token, and which it was before; nobody when it moved nothing.</summary>
    public (PersonId Person, string Before) Move(string token, Instant now)
    {
        var person = accounts.UseConfirmation(token, now);
        if (person == PersonId.Nobody || PendingOf(person) is not { Length: > 0 } next)
            return (PersonId.Nobody, "");
        var data = Of(person);
        Put(person, data with { Email = next });
        vault.Put(person.Value, Pending, "");
        accounts.Confirm(person, now);
        return (person, data.Email);
    }

    /// <summary>Empty for whoever is unknown or was erased.</summary>
    public PersonalData Of(PersonId person) =>
        new(Text(person, Name), Text(person, Email), Text(person, Postal));

    /// <summary>Every address this person ever had here, the present one first: who restores a sign-in writes to all.</summary>
    public ImmutableArray<string> EveryAddress(PersonId person) =>
        [
            .. FormerOf(person)
                .Prepend(Text(person, Email))
                .Where(address => address.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Whether a letter reaches this person by e-mail; nothing else is read.</summary>
    public bool HasEmail(PersonId person) => Text(person, Email).Length > 0;

    public string NameOf(PersonId person) => Text(person, Name);

    /// <summary>Whether everything about this person was destroyed here.</summary>
    public bool IsErased(PersonId person) => vault.Get(person.Value, Name) is Store.Kept.Erased;

    /// <summary>How often somebody was forgotten since the program was started: whoever remembers names looks here.</summary>
    public int Erasures => Volatile.Read(ref _erasures);

    /// <summary>Destroys the person's key and every way to sign in as them.</summary>
    public void Erase(PersonId person, Instant now)
    {
        vault.Erase(person.Value, now.ToUnixTimeTicks());
        accounts.Remove(person);
        Interlocked.Increment(ref _erasures);
    }

    /// <summary>The same for many people at once.</summary>
    public void EraseAll(IReadOnlyList<PersonId> people, Instant now)
    {
        vault.EraseAll([.. people.Select(p => p.Value)], now.ToUnixTimeTicks());
        accounts.RemoveAll(people);
        Interlocked.Increment(ref _erasures);
    }

    private static IReadOnlyList<(string, string)> Given(PersonalData data) =>
        [
            .. new[] { (Name, data.Name), (Email, data.Email), (Postal, data.Postal) }.Where(
                field => field.Item2.Length > 0
            ),
        ];

    /// <summary>Notes that contact data or a list was read under a mandate: one row a page.</summary>
    public void LogRead(PersonId reader, MandateNo mandate, string page, Instant now) =>
        vault.LogRead(reader.Value, mandate.ToString(), page, now.ToUnixTimeTicks());

    // The oldest are kept, so that nobody pushes them out by changing often.
    private void KeepFormer(PersonId person, string next)
    {
        var before = Text(person, Email);
        if (before.Length == 0 || before == next)
            return;
        var kept = FormerOf(person).Append(before).Distinct(StringComparer.OrdinalIgnoreCase);
        vault.Put(person.Value, Former, string.Join('\n', kept.Take(FormerKept)));
    }

    private string[] FormerOf(PersonId person) =>
        Text(person, Former).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private string Text(PersonId person, string field) =>
        vault.Get(person.Value, field) switch
        {
            Store.Kept.Text(var text) => text,
            Store.Kept.Nothing => "",
            Store.Kept.Erased => "",
        };
}
