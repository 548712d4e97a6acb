using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Sections;

namespace Plenum.Cli.Carrying;

/// <summary>An existing organisation as tables tell of it: its tree, its roll, its running mandates, its congress.</summary>
internal sealed partial class Plan
{
    private const int LongestName = 200;
    private const int MostSections = 20_000;

    private static readonly ImmutableArray<string> OfTheTree =
    [
        "key",
        "name",
        "above",
        "statutes",
        "programme",
        "time_zone",
    ];

    private readonly string _folder;
    private readonly Instant _now;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    private readonly string _files;

    private Plan(string folder, string files, Instant now) =>
        (_folder, _files, _now) = (folder, files, now);

    /// <summary>From the top: whoever has sections below stands before them.</summary>
    public List<Place> Places { get; } = [];

    public List<Fault> Faults { get; } = [];

    /// <summary>Columns that nobody asked for, table by table.</summary>
    public List<(string File, ImmutableArray<string> Columns)> PassedOver { get; } = [];

    /// <summary>Rows of the roll that were read and are not wrong.</summary>
    public int People { get; private set; }

    /// <param name="tree">Sections; names of files in it stand beside this one.</param>
    /// <param name="roll">People.</param>
    /// <param name="mandates">Who holds what; absent where nothing runs.</param>
    /// <param name="congress">Which sections have how many seats in the congress above; absent where none sits.</param>
    /// <param name="now">Nothing began later than this.</param>
    public static Plan Of(string tree, string roll, string? mandates, string? congress, Instant now)
    {
        var plan = new Plan(
            Path.GetDirectoryName(Path.GetFullPath(tree))!,
            DigestOf(roll) + DigestOf(mandates ?? "") + DigestOf(congress ?? ""),
            now
        );
        plan.ReadTree(Table.Read(tree, OfTheTree, plan.Faults, plan.PassOver));
        if (congress is not null)
            plan.ReadCongress(Table.Read(congress, OfTheCongress, plan.Faults, plan.PassOver));
        // Neither without a section nor without its seats is it the same organisation: the rest would decide otherwise.
        plan.IsStopped = plan.Faults.Count > 0;
        plan.ReadRoll(Table.Read(roll, OfTheRoll, plan.Faults, plan.PassOver));
        if (mandates is not null)
            plan.ReadMandates(Table.Read(mandates, OfMandates, plan.Faults, plan.PassOver));
        // Rows nobody has read stand in no file of faults: they would be neither here nor there.
        plan.IsStopped |= plan.Faults.Exists(f => f.EndsReading);
        return plan;
    }

    /// <summary>Whether a section is wrong, so that nothing can go on without it.</summary>
    public bool IsStopped { get; private set; }

    public void Stop(Fault fault)
    {
        Faults.Add(fault);
        IsStopped = true;
    }

    private void PassOver(string file, ImmutableArray<string> columns) =>
        PassedOver.Add((file, columns));

    private static string DigestOf(string path)
    {
        if (path.Length == 0)
            return "";
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private void ReadTree(List<Row> rows)
    {
        foreach (var row in rows)
        {
            if (row["key"].Length is 0 or > LongestName || _places.ContainsKey(row["key"]))
                Faults.Add(row.Wrong("key", "a key of its own"));
            else if (row["name"].Length is 0 or > LongestName)
                Faults.Add(row.Wrong("name", "a name"));
            else if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(row["time_zone"]) is not { } zone)
                Faults.Add(row.Wrong("time_zone", "a time zone like Europe/Lisbon"));
            else if (
                TextOf(row, "statutes") is { } statutes
                && TextOf(row, "programme") is { } programme
            )
                _places[row["key"]] = PlaceOf(row, zone, statutes, programme);
        }
        if (_places.Count > MostSections)
            Faults.Add(
                new Fault(rows[0].Of.File, MostSections + 2, "", "", "at most 20000 sections")
            );
        foreach (var place in _places.Values)
            if (place.Above.Length > 0 && !_places.ContainsKey(place.Above))
                Faults.Add(place.Row.Wrong("above", "the key of another section, or nothing"));
            else if (place.Above.Length > 0)
                _places[place.Above].Below.Add(place);
        FromTheTop();
    }

    private Place PlaceOf(Row row, DateTimeZone zone, string statutes, string programme)
    {
        // The same files give the same names again, so that whoever is interrupted goes on; others are another beginning.
        var nonce = Digest.Of($"carried over|{row["key"]}|{row["above"]}|{_files}").Hex[..32];
        return new Place(
            row,
            row["key"],
            row["name"],
            row["above"],
            statutes,
            programme,
            zone,
            Begin.IdOf(row["name"], statutes, programme, nonce),
            nonce
        );
    }

    // A circle of sections has no top, and none of them is reached.
    private void FromTheTop()
    {
        Places.AddRange(_places.Values.Where(p => p.Above.Length == 0));
        for (var i = 0; i < Places.Count; i++)
            Places.AddRange(Places[i].Below);
        if (Faults.Count > 0)
            return;
        var reached = Places.Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var place in _places.Values.Where(p => !reached.Contains(p.Key)))
            Faults.Add(place.Row.Wrong("above", "a way up to a section that belongs to none"));
    }

    private string? TextOf(Row row, string column)
    {
        var name = row[column];
        if (_texts.TryGetValue(name, out var known))
            return known;
        var path = Path.Combine(_folder, name);
        if (name.Length == 0 || Path.GetFileName(name) != name || !File.Exists(path))
        {
            Faults.Add(row.Wrong(column, "a file beside the table"));
            return null;
        }
        if (new FileInfo(path).Length > Begin.LongestStatutes)
        {
            Faults.Add(row.Wrong(column, "at most 256 KiB"));
            return null;
        }
        return _texts[name] = File.ReadAllText(path).ReplaceLineEndings("\n");
    }
}
