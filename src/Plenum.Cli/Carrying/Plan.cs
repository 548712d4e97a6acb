using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using NodaTime;
using NodaTime.Text;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Carrying;

/// <summary>An existing organisation as three tables tell of it: its tree, its roll, its running mandates.</summary>
internal sealed class Plan
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

    private static readonly ImmutableArray<string> OfTheRoll =
    [
        "section",
        "number",
        "name",
        "email",
        "address",
        "since",
    ];

    private static readonly ImmutableArray<string> OfMandates =
    [
        "section",
        "number",
        "body",
        "since",
        "until",
        "term",
        "evidence",
        "paper",
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

    /// <summary>Rows of the roll that were read and are not wrong.</summary>
    public int People { get; private set; }

    /// <param name="tree">Sections; names of files in it stand beside this one.</param>
    /// <param name="roll">People.</param>
    /// <param name="mandates">Who holds what; absent where nothing runs.</param>
    /// <param name="now">Nothing began later than this.</param>
    public static Plan Of(string tree, string roll, string? mandates, Instant now)
    {
        var plan = new Plan(
            Path.GetDirectoryName(Path.GetFullPath(tree))!,
            DigestOf(roll) + DigestOf(mandates ?? ""),
            now
        );
        plan.ReadTree(Table.Read(tree, OfTheTree, plan.Faults));
        plan.ReadRoll(Table.Read(roll, OfTheRoll, plan.Faults));
        if (mandates is not null)
            plan.ReadMandates(Table.Read(mandates, OfMandates, plan.Faults));
        return plan;
    }

    /// <summary>Whether a section is wrong, so that nothing can go on without it.</summary>
    public bool IsStopped { get; private set; }

    public void Stop(Fault fault)
    {
        Faults.Add(fault);
        IsStopped = true;
    }

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
        IsStopped = Faults.Count > 0;
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

    private void ReadRoll(List<Row> rows)
    {
        var seen = new HashSet<(Place, string)>();
        foreach (var row in rows)
        {
            var place = _places.GetValueOrDefault(row["section"]);
            if (place is null)
                Faults.Add(row.Wrong("section", "the key of a section of the tree"));
            else if (
                row["number"].Length is 0 or > LongestName
                || !seen.Add((place, row["number"]))
            )
                Faults.Add(row.Wrong("number", "a number nobody else has in the section"));
            else if (row["name"].Length is 0 or > LongestName)
                Faults.Add(row.Wrong("name", "a name of at most 200 characters"));
            else if (row["email"].Length > 0 && !Mailer.IsAddress(row["email"]))
                Faults.Add(row.Wrong("email", "an address, or nothing"));
            else if (row["address"].Length > LongestName)
                Faults.Add(row.Wrong("address", "at most 200 characters"));
            else if (DayIn(row, "since") is not { } day || place.Day(day) > _now)
                Faults.Add(row.Wrong("since", "a day until today, as 2019-03-31"));
            else
            {
                place.Roll.Add(
                    new Somebody(
                        row,
                        row["number"],
                        new PersonalData(row["name"], row["email"], row["address"]),
                        place.Day(day)
                    )
                );
                People++;
            }
        }
        foreach (var place in Places.Where(p => p.Roll.Count < Begin.FoundersNeeded))
            Stop(
                place.Row.Wrong(
                    "key",
                    $"a roll of at least {Begin.FoundersNeeded}, who constitute the section"
                )
            );
    }

    private void ReadMandates(List<Row> rows)
    {
        var known = Places
            .SelectMany(p => p.Roll.Select(s => (p.Key, s.Number, s)))
            .ToDictionary(p => (p.Key, p.Number), p => p.s);
        foreach (var row in rows)
        {
            var place = _places.GetValueOrDefault(row["section"]);
            if (place is null)
                Faults.Add(row.Wrong("section", "the key of a section of the tree"));
            else if (!known.TryGetValue((row["section"], row["number"]), out var holder))
                Faults.Add(row.Wrong("number", "somebody on the roll of the section"));
            else if (DayIn(row, "since") is not { } since)
                Faults.Add(row.Wrong("since", "a day, as 2019-03-31"));
            else if (DayIn(row, "until") is not { } until)
                Faults.Add(row.Wrong("until", "a day, as 2019-03-31"));
            else if (
                !int.TryParse(
                    row["term"],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var term
                ) || term is < 1 or > 99
            )
                Faults.Add(row.Wrong("term", "which term in a row, from 1"));
            else
                place.Mandates.Add(
                    new Held(
                        row,
                        holder,
                        new BodyId(row["body"]),
                        place.Day(since),
                        place.Day(until),
                        term,
                        row["evidence"],
                        new Digest(row["paper"])
                    )
                );
        }
    }

    private static LocalDate? DayIn(Row row, string column) =>
        LocalDatePattern.Iso.Parse(row[column]) is { Success: true, Value: { Year: >= 1850 } day }
            ? day
            : null;
}
