using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// Names, addresses and contact, apart from the record: every person under a key of their own, the keys wrapped by
/// the master key, which lies in a file that no backup contains.
/// </summary>
public sealed partial class Vault : IDisposable
{
    internal const string Schema = "vault.sql";

    private readonly Lock turn = new();
    private readonly SqliteConnection connection;
    private readonly SealingKey master;
    private readonly Erasures erasures;
    private readonly HashSet<string> erased;

    private Vault(SqliteConnection connection, SealingKey master, Erasures erasures)
    {
        (this.connection, this.master, this.erasures) = (connection, master, erasures);
        erased = erasures.Persons();
    }

    /// <summary>
    /// Opens the vault, or founds it in a new folder, and applies every erasure on the list before anything is read.
    /// Throws <see cref="VaultUnreadableException"/> where the key file is missing or belongs to another vault.
    /// </summary>
    public static Vault Open(DataFolder folder)
    {
        folder.MustBeHeld();
        SqliteConnection? opened = null;
        try
        {
            opened = new Database(folder.VaultFile, Schema).OpenWriter();
            var key = VaultKeyFile.Open(folder, opened);
            var list = new Erasures(folder.ErasuresFile);
            VaultMirror.Reconcile(opened, folder, list);
            var vault = new Vault(opened, key, list);
            vault.Destroy(vault.erased);
            return vault;
        }
        catch (Exception failure)
        {
            opened?.Dispose();
            if (failure is SqliteException sqlite)
                throw FolderRefusedException.For(folder, sqlite);
            throw;
        }
    }

    /// <summary>The key of the digests of addresses in <c>people.db</c>: it is never kept, only ever derived.</summary>
    public AddressKey AddressKey => new(master.Derive(AddressKey.Purpose));

    /// <summary>Whoever was erased: every way in as them goes too.</summary>
    public ImmutableArray<string> Erased => InTurn(() => erased.ToImmutableArray());

    /// <summary>Everybody of whom something is kept.</summary>
    public ImmutableArray<string> Persons() =>
        InTurn(() =>
        {
            using var persons = new Statement(
                connection,
                "SELECT person FROM persons ORDER BY person"
            );
            return persons.All(row => row.GetString(0));
        });

    /// <summary>
    /// Whether this vault and this record are of one folder; a vault that does not know yet takes the record it is shown.
    /// </summary>
    public bool BelongsTo(Record record) =>
        InTurn(() => VaultMirror.IsOf(connection, record.Beginning()));

    /// <summary>Keeps a text; refused with <see cref="PersonErasedException"/> for a person who was erased.</summary>
    public void Put(string person, string field, string text) => PutAll(person, [(field, text)]);

    public Kept Get(string person, string field) =>
        InTurn<Kept>(() =>
        {
            if (erased.Contains(person))
                return new Kept.Erased();
            using var get = new Statement(
                connection,
                "SELECT wrapped, sealed FROM persons JOIN fields USING (person) WHERE person = ?1 AND field = ?2"
            );
            using var rows = get.Rows(person, field);
            if (!rows.Read())
                return new Kept.Nothing();
            using var key = new SealingKey(master.Open(rows.GetFieldValue<byte[]>(0), person));
            return new Kept.Text(
                Encoding.UTF8.GetString(
                    key.Open(rows.GetFieldValue<byte[]>(1), Place(person, field))
                )
            );
        });

    /// <summary>Destroys the key of a person and all that it opened; the list of erasures is written first.</summary>
    public void Erase(string person, long at) => EraseAll([person], at);

    /// <summary>
    /// Removes the persons whom no event names, left behind by an append that failed. To be called before serving: a
    /// person is put here before the event that names them.
    /// </summary>
    public ImmutableArray<string> Sweep(IReadOnlySet<string> known) =>
        InTurn(() =>
        {
            var orphans = Persons().RemoveAll(known.Contains);
            Destroy(orphans);
            return orphans;
        });

    /// <summary>Notes that contact data or a list of members was read: one row a page.</summary>
    public void LogRead(string who, string mandate, string page, long at) =>
        InTurn(() =>
        {
            using var log = new Statement(
                connection,
                "INSERT INTO reads VALUES (NULL, ?1, ?2, ?3, ?4)"
            );
            return log.Run(who, mandate, page, at);
        });

    public ImmutableArray<ContactRead> Reads(long since) =>
        InTurn(() =>
        {
            using var log = new Statement(
                connection,
                "SELECT who, mandate, page, at FROM reads WHERE at >= ?1 ORDER BY id"
            );
            return log.All(
                row => new ContactRead(
                    row.GetString(0),
                    row.GetString(1),
                    row.GetString(2),
                    row.GetInt64(3)
                ),
                since
            );
        });

    public void Dispose()
    {
        connection.Dispose();
        master.Dispose();
        new Database(connection.DataSource, Schema).CloseReaders();
    }

    // One connection, one at a time; what the disk refuses has the same type here as in the record.
    private T InTurn<T>(Func<T> act)
    {
        lock (turn)
            try
            {
                return act();
            }
            catch (SqliteException failure)
            {
                throw RecordUnwritableException.For(failure);
            }
            catch (IOException failure)
            {
                throw new RecordUnwritableException(UnwritableReason.InputOutput, failure);
            }
    }

    internal static string Place(string person, string field) => $"{person}\n{field}";

    private SealingKey KeyOf(string person)
    {
        using var find = new Statement(connection, "SELECT wrapped FROM persons WHERE person = ?1");
        using var rows = find.Rows(person);
        if (rows.Read())
            return new SealingKey(master.Open(rows.GetFieldValue<byte[]>(0), person));
        var drawn = SealingKey.Draw();
        using var insert = new Statement(connection, "INSERT INTO persons VALUES (?1, ?2)");
        insert.Run(person, master.Seal(drawn, person));
        return new SealingKey(drawn);
    }

    private int Destroy(IEnumerable<string> persons)
    {
        var gone = 0;
        using (var all = connection.BeginTransaction())
        {
            using var keys = new Statement(connection, "DELETE FROM persons WHERE person = ?1");
            using var fields = new Statement(connection, "DELETE FROM fields WHERE person = ?1");
            foreach (var person in persons)
                gone += keys.Run(person) + fields.Run(person);
            all.Commit();
        }
        if (gone > 0)
            Database.TruncateLog(connection);
        return gone;
    }
}
