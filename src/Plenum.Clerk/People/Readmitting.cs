using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>What was done before anybody was let in.</summary>
/// <param name="WasCopy">The accounts came out of a backup.</param>
/// <param name="Built">So many accounts were missing and were built from the vault.</param>
/// <param name="IsRekeyed">The digests of addresses were made anew.</param>
public sealed record Readmitted(bool WasCopy, int Built, bool IsRekeyed);

/// <summary>
/// Before anybody is served: whoever stands on a roll gets in. What the file of accounts lacks is built from the vault,
/// what was taken back stays taken back, and what a restore must not bring back ends. Each step may be killed in its
/// middle and is done at the next start.
/// </summary>
public sealed class Readmitting(
    Front front,
    Store.DataFolder folder,
    Store.Record record,
    Store.Vault vault,
    Accounts accounts,
    Persons persons
)
{
    public Readmitted Readmit(Instant now)
    {
        var rolls = front
            .Sections.SelectMany(s => front.Read(s).Section.Membership.ByPerson.Keys)
            .ToHashSet();
        var erased = vault.Erased.Select(person => new PersonId(person)).ToHashSet();
        MustBelongTogether(rolls.Except(erased));
        if (accounts.AreOfAnotherVault)
            throw Foreign("people.db");
        accounts.TakeBackAgain([.. erased]);
        var wasCopy = accounts.EndWhatWasCopied();
        var known = accounts.All().Select(account => account.Person).ToHashSet();
        var built = WithAddress(rolls.Except(known)).ToArray();
        var isRekeyed = !accounts.AreUnderKey;
        accounts.Admit(isRekeyed ? [.. known.Select(Addressed), .. built] : built, now);
        DropFormerKey();
        return new Readmitted(wasCopy, built.Length, isRekeyed && known.Count > 0);
    }

    // Sweeping destroys whom the record does not name: under a record that is not this vault's own, everybody.
    private void MustBelongTogether(IEnumerable<PersonId> named)
    {
        if (!vault.BelongsTo(record))
            throw Foreign("record.db");
        var kept = vault.Persons().ToHashSet(StringComparer.Ordinal);
        var all = named.ToArray();
        if (all.Length > 0 && !all.Any(person => kept.Contains(person.Value)))
            throw Foreign("vault.db");
    }

    private IEnumerable<(PersonId, string)> WithAddress(IEnumerable<PersonId> people) =>
        people.Select(Addressed).Where(one => one.Email.Length > 0);

    private (PersonId Person, string Email) Addressed(PersonId person) =>
        (person, persons.Of(person).Email);

    // It was the key to all digests that lay here; nothing is under it any more.
    private void DropFormerKey()
    {
        var file = folder.FormerPeopleKeyFile;
        if (!File.Exists(file))
            return;
        using (var key = new FileStream(file, FileMode.Open, FileAccess.Write))
        {
            key.Write(new byte[key.Length]);
            key.Flush(flushToDisk: true);
        }
        File.Delete(file);
    }

    private Store.FolderRefusedException Foreign(string file) =>
        new(new Store.FolderRefusal.Foreign(folder.Path, file));
}

public sealed partial class Accounts
{
    /// <summary>The digests of addresses were made with the key of this vault.</summary>
    public bool AreUnderKey =>
        Proof is [var proof] && proof.AsSpan().SequenceEqual(_addresses.Proof);

    /// <summary>They were made with the key of another; without a proof they are of an earlier release.</summary>
    public bool AreOfAnotherVault => Proof.Count > 0 && !AreUnderKey;

    /// <summary>Makes accounts where there are none, each address under the key of this vault, all in one write.</summary>
    public void Admit(IReadOnlyList<(PersonId Person, string Email)> people, Instant now) =>
        _file.Together(() =>
        {
            foreach (var (person, email) in people)
                _file.Run(
                    """
                    INSERT INTO accounts (person, stamp, email, at) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (person) DO UPDATE SET email = excluded.email
                    """,
                    person.Value,
                    Convert.ToHexStringLower(Draw(16)),
                    email.Length == 0 ? [] : EmailDigest(email),
                    now.ToUnixTimeTicks()
                );
            _file.Run(
                "INSERT OR REPLACE INTO meta VALUES (?1, ?2)",
                Store.AddressKey.ProofName,
                _addresses.Proof
            );
        });

    private List<byte[]> Proof =>
        _file.Read(
            "SELECT value FROM meta WHERE name = ?1",
            row => row.GetFieldValue<byte[]>(0),
            Store.AddressKey.ProofName
        );
}
