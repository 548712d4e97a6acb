using System.Collections.Concurrent;
using Plenum.Domain;
using Plenum.Store;

namespace Plenum.Web.Doors;

/// <summary>What people are called; the vault knows, and forgets when somebody's data are erased.</summary>
public sealed class PeopleBook(Vault vault)
{
    public const string NameField = "name";
    public const string MailField = "mail";

    private readonly ConcurrentDictionary<PersonId, string> _names = new();

    public string NameOf(PersonId person) =>
        person.Value.Length == 0 ? "" : _names.GetOrAdd(person, p => Read(p, NameField));

    public string MailOf(PersonId person) => Read(person, MailField);

    public void Write(PersonId person, string name, string mail)
    {
        vault.Put(person.Value, NameField, name);
        if (mail.Length > 0)
            vault.Put(person.Value, MailField, mail);
        _names[person] = name;
    }

    private string Read(PersonId person, string field) =>
        vault.Get(person.Value, field) switch
        {
            Kept.Text known => known.Value,
            _ => "",
        };
}
