using System.Collections.Immutable;
using System.Text;
using Plenum.Domain;

namespace Plenum.Clerk.People;

public sealed partial class Accounts
{
    private const long Mark = Store.Backup.CopyMark;

    private static readonly ImmutableArray<(Store.WayIn Kind, string Table, string Column)> Ways =
    [
        (Store.WayIn.Passkey, "passkeys", "id"),
        (Store.WayIn.Card, "cards", "code"),
        (Store.WayIn.Key, "keys", "key"),
        (Store.WayIn.Stamp, "accounts", "stamp"),
    ];

    /// <summary>
    /// What was taken back or spent goes again, should an older file have brought it back; the same for whoever was
    /// erased. Nothing happens where nothing came back.
    /// </summary>
    public void TakeBackAgain(IReadOnlyList<PersonId> erased)
    {
        var all = _takenBack.TakenBack();
        foreach (var (kind, table, column) in Ways)
        {
            var gone = all[kind].ToHashSet();
            foreach (var (person, way) in Of(table, column))
                if (gone.Contains(Store.Digest.Of(Bytes(way))))
                    TakeAway(kind, person, way);
        }
        RemoveAll(erased);
    }

    /// <summary>
    /// Ends in the copy of a backup what must not outlive a restore: sessions, links, personal keys, recoveries that are
    /// under way. Passkeys and cards hold. False where this is no copy.
    /// </summary>
    public bool EndWhatWasCopied()
    {
        if (!_file.Read("PRAGMA application_id", row => row.GetInt64(0)).Contains(Mark))
            return false;
        _file.Together(() =>
        {
            _file.Run(
                "DELETE FROM links; DELETE FROM keys; DELETE FROM sessions; DELETE FROM moves"
            );
            _file.Run(
                "UPDATE recoveries SET state = 'Stopped' WHERE state IN ('Asked', 'Waiting')"
            );
            foreach (var (person, _) in All())
                NewStamp(person);
            _file.Run("PRAGMA application_id=0");
        });
        return true;
    }

    private void TakeAway(Store.WayIn kind, PersonId person, object way)
    {
        if (kind is Store.WayIn.Stamp)
            NewStamp(person);
        else
            foreach (var (_, table, column) in Ways.Where(w => w.Kind == kind))
                _file.Run($"DELETE FROM {table} WHERE {column} = ?1", way);
    }

    private void NewStamp(PersonId person) =>
        _file.Run(
            "UPDATE accounts SET stamp = ?2 WHERE person = ?1",
            person.Value,
            Convert.ToHexStringLower(Draw(16))
        );

    // Written down before it is removed: whatever fails in between, it is gone at the next start.
    private void TakeBack(Store.WayIn kind, PersonId person)
    {
        foreach (var (_, table, column) in Ways.Where(w => w.Kind == kind))
            _takenBack.TakeBack(
                kind,
                _file.Read(
                    $"SELECT {column} FROM {table} WHERE person = ?1",
                    row => Bytes(row.GetValue(0)),
                    person.Value
                )
            );
    }

    private List<(PersonId Person, object Way)> Of(string table, string column) =>
        _file.Read(
            $"SELECT person, {column} FROM {table}",
            row => (new PersonId(row.GetString(0)), row.GetValue(1))
        );

    private static byte[] Bytes(object way) =>
        way is byte[] bytes ? bytes : Encoding.UTF8.GetBytes((string)way);
}
