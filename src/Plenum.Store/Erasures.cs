using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.Store;

/// <summary>An erasure that was ordered and holds for ever, also over every older backup.</summary>
public abstract record Erasure
{
    private Erasure() { }

    /// <summary>The key of a person was destroyed, and with it everything the vault held of them.</summary>
    public sealed record OfPerson(string Person, long At) : Erasure;

    /// <summary>The open values of one entry were emptied.</summary>
    public sealed record OfOpen(string Section, long Version, long At) : Erasure;

    /// <summary>A way in was taken back or spent; the list holds a digest of it and not whose it was.</summary>
    public sealed record OfWayIn(WayIn Kind, Digest Digest) : Erasure;
}

/// <summary>What somebody comes in by and can take back.</summary>
public enum WayIn
{
    Passkey,
    Card,
    Key,

    /// <summary>All sessions that were begun under one stamp: signed out everywhere.</summary>
    Stamp,
}

/// <summary>
/// The list of erasures: a file of lines beside the databases. It is written before anything is erased or taken back,
/// and applied again at every start, so laying the newest list into a restored folder is enough.
/// </summary>
public sealed class Erasures(string file)
{
    public const string Name = "erasures";

    // Record, vault and accounts write the same file.
    private static readonly Lock Writing = new();

    /// <summary>These are taken back for good: to be written down before they are removed.</summary>
    public void TakeBack(WayIn kind, IEnumerable<byte[]> all) =>
        AddAll(all.Select(one => new Erasure.OfWayIn(kind, Digest.Of(one))));

    /// <summary>What was taken back, each kind as digests.</summary>
    public ILookup<WayIn, Digest> TakenBack() =>
        Read().OfType<Erasure.OfWayIn>().ToLookup(e => e.Kind, e => e.Digest);

    internal void Add(Erasure erasure) => AddAll([erasure]);

    internal void AddAll(IEnumerable<Erasure> all) => AddLines([.. all.Select(Line)]);

    internal void AddLines(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        lock (Writing)
        {
            DataFolder.CreateFile(file);
            using var list = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
            CutTornLine(list);
            list.Seek(0, SeekOrigin.End);
            list.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
            list.Flush(flushToDisk: true);
        }
    }

    /// <summary>Takes over what another list knows and this one does not, then removes it.</summary>
    internal void Take(string other)
    {
        AddAll(Parse(File.ReadAllText(other)).Read.Except(Read()));
        File.Delete(other);
    }

    internal HashSet<string> Persons() =>
        Read().OfType<Erasure.OfPerson>().Select(e => e.Person).ToHashSet(StringComparer.Ordinal);

    internal ImmutableArray<Erasure> Read() => File.Exists(file) ? Parse(Text()).Read : [];

    private string Text()
    {
        lock (Writing)
            return File.ReadAllText(file);
    }

    /// <summary>A line without its end was never answered for; any other line must be understood.</summary>
    internal static (ImmutableArray<Erasure> Read, ImmutableArray<int> Unreadable) Parse(
        string text
    )
    {
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        var lines = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var read = ImmutableArray.CreateBuilder<Erasure>();
        var unreadable = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < lines.Length; i++)
            if (TryParse(lines[i], out var erasure))
                read.Add(erasure);
            else
                unreadable.Add(i + 1);
        return (read.DrainToImmutable(), unreadable.DrainToImmutable());
    }

    internal static string Line(Erasure erasure)
    {
        var line = erasure switch
        {
            Erasure.OfPerson(var person, var at) => string.Create(
                CultureInfo.InvariantCulture,
                $"person {Word(person)} {at}"
            ),
            Erasure.OfOpen(var section, var version, var at) => string.Create(
                CultureInfo.InvariantCulture,
                $"open {Word(section)} {version} {at}"
            ),
            Erasure.OfWayIn(var kind, var digest) => $"{WordOf(kind)} {digest.Hex}",
        };
        return $"{line} {Sum(line)}";
    }

    // A line that lost a bit must not erase somebody else.
    private static string Sum(string line) => Digest.Of(Encoding.UTF8.GetBytes(line)).Hex[..8];

    private static string Word(string id) =>
        id.Length > 0 && !id.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? id
            : throw new ArgumentException("An id in the list of erasures is one word.", nameof(id));

    private static bool TryParse(string line, out Erasure erasure)
    {
        var end = Math.Max(line.LastIndexOf(' '), 0);
        erasure = new Erasure.OfPerson("", 0);
        if (end == 0 || line[(end + 1)..] != Sum(line[..end]))
            return false;
        var words = line[..end].Split(' ');
        if (words is ["person", { Length: > 0 } person, var at] && Number(at, out var erasedAt))
            erasure = new Erasure.OfPerson(person, erasedAt);
        else if (
            words is ["open", { Length: > 0 } section, var version, var then]
            && Number(version, out var erasedVersion)
            && Number(then, out var openedAt)
        )
            erasure = new Erasure.OfOpen(section, erasedVersion, openedAt);
        else if (
            words is [var kind, var hex]
            && Enum.GetValues<WayIn>().Where(way => WordOf(way) == kind).ToArray() is [var way]
            && Digest.TryParse(hex, out var digest)
        )
            erasure = new Erasure.OfWayIn(way, digest);
        else
            return false;
        return true;
    }

    private static string WordOf(WayIn kind) =>
        kind switch
        {
            WayIn.Passkey => "passkey",
            WayIn.Card => "card",
            WayIn.Key => "key",
            WayIn.Stamp => "stamp",
        };

    private static bool Number(string text, out long number) =>
        long.TryParse(
            text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number
        );

    private static void CutTornLine(FileStream list)
    {
        var whole = list.Length;
        for (; whole > 0; whole--)
        {
            list.Seek(whole - 1, SeekOrigin.Begin);
            if (list.ReadByte() == '\n')
                break;
        }
        list.SetLength(whole);
    }
}
