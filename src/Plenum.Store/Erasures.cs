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
}

/// <summary>
/// The list of erasures: a file of lines beside the databases. It is written before anything is erased and applied
/// again at every start, so laying the newest list into a restored folder is enough.
/// </summary>
internal sealed class Erasures(DataFolder folder)
{
    private readonly Lock writing = new();

    public void Add(Erasure erasure) => AddAll([erasure]);

    public void AddAll(IEnumerable<Erasure> all)
    {
        lock (writing)
        {
            DataFolder.CreateFile(folder.ErasuresFile);
            using var file = new FileStream(
                folder.ErasuresFile,
                FileMode.Open,
                FileAccess.ReadWrite
            );
            CutTornLine(file);
            file.Seek(0, SeekOrigin.End);
            file.Write(
                Encoding.UTF8.GetBytes(string.Concat(all.Select(erasure => Line(erasure) + "\n")))
            );
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>Takes over what another list knows and this one does not, then removes it.</summary>
    public void Take(string other)
    {
        AddAll(Parse(File.ReadAllText(other)).Read.Except(Read()));
        File.Delete(other);
    }

    public HashSet<string> Persons() =>
        Read().OfType<Erasure.OfPerson>().Select(e => e.Person).ToHashSet(StringComparer.Ordinal);

    public ImmutableArray<Erasure> Read() =>
        File.Exists(folder.ErasuresFile) ? Parse(File.ReadAllText(folder.ErasuresFile)).Read : [];

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
        else
            return false;
        return true;
    }

    private static bool Number(string text, out long number) =>
        long.TryParse(
            text,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number
        );

    private static void CutTornLine(FileStream file)
    {
        var whole = file.Length;
        for (; whole > 0; whole--)
        {
            file.Seek(whole - 1, SeekOrigin.Begin);
            if (file.ReadByte() == '\n')
                break;
        }
        file.SetLength(whole);
    }
}
