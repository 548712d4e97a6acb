using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>Follows every chain from its first entry and remembers where each stream ends.</summary>
internal sealed class FsckEvents(
    SqliteConnection record,
    Func<StoredEntry, IEnumerable<Digest>> documentsOf
)
{
    private const string File = "record.db";

    private readonly Dictionary<string, Head> heads = new(StringComparer.Ordinal);

    public HashSet<Digest> Named { get; } = [];

    public IEnumerable<string> Sections => heads.Keys;

    public long VersionOf(string section) => heads.GetValueOrDefault(section, Head.None).Version;

    public IEnumerable<Finding> Check()
    {
        using var all = new Statement(
            record,
            $"SELECT {Row.EntryColumns}, open_sum, chain FROM events NOT INDEXED ORDER BY pos"
        );
        using var rows = all.Rows();
        var position = 0L;
        while (rows.Read())
        {
            var entry = Row.Entry(rows);
            if (entry.Position != position + 1)
                yield return Damage("fsck.position-gap", entry);
            position = entry.Position;
            foreach (
                var finding in CheckEntry(
                    entry,
                    rows.GetFieldValue<byte[]>(8),
                    rows.GetFieldValue<byte[]>(9)
                )
            )
                yield return finding;
        }
    }

    public IEnumerable<Finding> CheckSections()
    {
        using var all = new Statement(record, "SELECT section, version, chain FROM sections");
        using var rows = all.Rows();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (rows.Read())
        {
            var section = rows.GetString(0);
            seen.Add(section);
            var head = heads.GetValueOrDefault(section, Head.None);
            if (
                head.Version != rows.GetInt64(1)
                || !head.Chain.AsSpan().SequenceEqual(rows.GetFieldValue<byte[]>(2))
            )
                yield return new(
                    Gravity.Damage,
                    "fsck.stream-end",
                    File,
                    "sections",
                    section,
                    Remedy.RestoreBackup
                );
        }
        foreach (var section in heads.Keys.Where(section => !seen.Contains(section)))
            yield return new(
                Gravity.Damage,
                "fsck.section-missing",
                File,
                "sections",
                section,
                Remedy.RestoreBackup
            );
    }

    private IEnumerable<Finding> CheckEntry(StoredEntry entry, byte[] openSum, byte[] chain)
    {
        var before = heads.GetValueOrDefault(entry.Section, Head.None);
        if (entry.Version != before.Version + 1)
            yield return Damage("fsck.version-gap", entry);
        if (!Chain.Next(before.Chain, entry).AsSpan().SequenceEqual(chain))
            yield return Damage("fsck.chain-broken", entry);
        if (!Chain.OpenSum(entry.Open.Span).AsSpan().SequenceEqual(openSum))
            yield return Damage("fsck.open-changed", entry);
        if (entry.Leaf.Length > Entry.LargestLeaf)
            yield return Damage("fsck.leaf-too-large", entry);
        if (!CanonicalJson.IsCanonical(entry.Leaf.Span))
            yield return Damage("fsck.leaf-not-canonical", entry);
        // The stored chain goes on, so that one bad row is one finding and not one for each row after it.
        heads[entry.Section] = new Head(entry.Version, chain);
        Named.UnionWith(documentsOf(entry));
    }

    private static Finding Damage(string code, StoredEntry entry) =>
        new(
            Gravity.Damage,
            code,
            File,
            "events",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Position}: {entry.Section}/{entry.Version}"
            ),
            Remedy.RestoreBackup
        );
}
