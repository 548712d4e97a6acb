using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>A person who can sign in; a new stamp ends every session begun under the old one.</summary>
public sealed record Account(PersonId Person, string Stamp, Instant At);

/// <summary>Ways in, in a file of their own: accounts, passkeys, sign-in links, join cards, personal keys, recoveries.</summary>
public sealed partial class Accounts : IDisposable
{
    private readonly PeopleFile _file;
    private readonly Randomness _randomness;
    private readonly Store.AddressKey _addresses;
    private readonly Store.Erasures _takenBack;

    public Accounts(string folder, Store.AddressKey addresses, Randomness randomness)
    {
        (_file, _addresses, _randomness) = (new PeopleFile(folder), addresses, randomness);
        _takenBack = new Store.Erasures(Path.Combine(folder, Store.Erasures.Name));
    }

    public Account Create(PersonId person, Instant now)
    {
        var stamp = Convert.ToHexStringLower(Draw(16));
        _file.Run(
            "INSERT INTO accounts VALUES (?1, ?2, x'', ?3) ON CONFLICT DO NOTHING",
            person.Value,
            stamp,
            now.ToUnixTimeTicks()
        );
        return Find(person)!;
    }

    /// <summary>Many people who can sign in, each with an address or none, in one write.</summary>
    public void CreateAll(IReadOnlyList<(PersonId Person, string Email)> people, Instant now) =>
        _file.RunAll(
            "INSERT INTO accounts VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
            people.Select(p =>
                (object[])
                    [
                        p.Person.Value,
                        Convert.ToHexStringLower(Draw(16)),
                        p.Email.Length == 0 ? [] : EmailDigest(p.Email),
                        now.ToUnixTimeTicks(),
                    ]
            )
        );

    public Account? Find(PersonId person) =>
        _file
            .Read(
                "SELECT stamp, at FROM accounts WHERE person = ?1",
                row => new Account(
                    person,
                    row.GetString(0),
                    Instant.FromUnixTimeTicks(row.GetInt64(1))
                ),
                person.Value
            )
            .FirstOrDefault();

    /// <summary>Everybody who can sign in, and since when.</summary>
    public ImmutableArray<(PersonId Person, Instant At)> All() =>
        [
            .. _file.Read(
                "SELECT person, at FROM accounts",
                row => (new PersonId(row.GetString(0)), Instant.FromUnixTimeTicks(row.GetInt64(1)))
            ),
        ];

    /// <summary>Ends every session and every personal key of this person.</summary>
    public void RenewStamp(PersonId person)
    {
        TakeBack(Store.WayIn.Stamp, person);
        TakeBack(Store.WayIn.Key, person);
        _file.Run(
            "UPDATE accounts SET stamp = ?2 WHERE person = ?1",
            person.Value,
            Convert.ToHexStringLower(Draw(16))
        );
        _file.Run("DELETE FROM keys WHERE person = ?1", person.Value);
        _file.Run("DELETE FROM sessions WHERE person = ?1", person.Value);
    }

    /// <summary>Another address is not confirmed yet, and links that went to the one before let nobody in.</summary>
    public void SetEmail(PersonId person, string email)
    {
        var changed = _file.Run(
            "UPDATE accounts SET email = ?2 WHERE person = ?1 AND email <> ?2",
            person.Value,
            email.Length == 0 ? [] : EmailDigest(email)
        );
        if (changed == 0)
            return;
        _file.Run("DELETE FROM confirmed WHERE person = ?1", person.Value);
        _file.Run("DELETE FROM links WHERE person = ?1", person.Value);
    }

    /// <summary>Whoever signs in with this address; several people of one household may share one.</summary>
    public ImmutableArray<PersonId> FindByEmail(string email) =>
        [
            .. _file.Read(
                "SELECT person FROM accounts WHERE email = ?1 ORDER BY person",
                row => new PersonId(row.GetString(0)),
                EmailDigest(email)
            ),
        ];

    /// <summary>Removes every way to sign in as this person.</summary>
    public void Remove(PersonId person) => RemoveAll([person]);

    /// <summary>The same for many people, a write for each kind of way in.</summary>
    public void RemoveAll(IReadOnlyList<PersonId> people)
    {
        foreach (
            var table in (string[])
                [
                    "passkeys",
                    "links",
                    "cards",
                    "keys",
                    "recoveries",
                    "sessions",
                    "confirmed",
                    "moves",
                    "accounts",
                ]
        )
            _file.RunAll(
                $"DELETE FROM {table} WHERE person = ?1",
                people.Select(p => (object[])[p.Value])
            );
        // What passkeys and keys were called would still lie there.
        _file.CutLog();
    }

    public void Dispose() => _file.Dispose();

    private byte[] Draw(int length)
    {
        var bytes = new byte[length];
        _randomness(bytes);
        return bytes;
    }

    private byte[] EmailDigest(string email) =>
        _addresses.DigestOf(Encoding.UTF8.GetBytes(Addresses.Folded(email)));
}
