using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Checker;

/// <summary>A plain BLT file, and the root of the hash tree of its papers.</summary>
public sealed class Papers
{
    private readonly SortedDictionary<int[], long> lines = new(
        Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right))
    );

    private readonly string text;
    private int at;

    public Papers(string blt)
    {
        text = blt;
        var (candidates, withdrawn) = (Number(Next()), new SortedSet<int>());
        Seats = Number(Next());
        var token = Next();
        for (; token.StartsWith('-'); token = Next())
            withdrawn.Add(-Number(token));
        for (; token is "[withdrawn" or "[tie"; token = Next())
        {
            ICollection<int> named = token == "[tie" ? TieOrder : withdrawn;
            do named.Add(Number((token = Next()).TrimEnd(']')));
            while (!token.EndsWith(']'));
        }
        for (; token != "0"; token = Next())
        {
            var number = long.Parse(token, CultureInfo.InvariantCulture);
            var marks = new List<int>();
            while ((token = Next()) != "0")
                marks.AddRange(Marks(token));
            while (marks.Count > 0 && marks[^1] == 0)
                marks.RemoveAt(marks.Count - 1);
            if (number > 0)
                lines[[.. marks]] = lines.GetValueOrDefault([.. marks]) + number;
        }
        var names = text[at..].Split('\n').Select(Name).Where(name => name.Length > 0).ToList();
        if (names.Count < candidates)
            throw new FormatException($"{names.Count} names of {candidates} candidates");
        Names = [.. names.Take(candidates).Select(Unquoted)];
        Title = names.Count > candidates ? Unquoted(names[candidates]) : "";
        Withdrawn = [.. withdrawn];
    }

    public IReadOnlyList<string> Names { get; }
    public string Title { get; }
    public int Seats { get; }
    public IReadOnlyList<int> Withdrawn { get; }
    public IList<int> TieOrder { get; } = [];

    /// <summary>Marks and how many papers carry them: n at a new rank, -n beside the mark before, 0 a skipped rank.</summary>
    public IReadOnlyDictionary<int[], long> Lines => lines;

    /// <summary>A leaf hashes 0 and a line, a node 1 and its halves, the left one the largest smaller power of two.</summary>
    public string Root()
    {
        var leaves = lines
            .Select(line => $"{line.Value} {string.Join(' ', line.Key.Select(Mark))}")
            .Select(line => line.Replace(" =", "=", StringComparison.Ordinal))
            .Select(line => SHA256.HashData([0, .. Encoding.ASCII.GetBytes(line)]))
            .ToArray();
        return Convert.ToHexStringLower(leaves.Length == 0 ? SHA256.HashData([]) : Node(leaves));
    }

    /// <summary>Who stands of those whom a paper names, rank by rank: repeats say nothing, a skipped rank closes up.</summary>
    public IReadOnlyList<List<int>> Ranks(int[] marks)
    {
        var (ranks, named) = (new List<List<int>>(), new HashSet<int>([0, .. Withdrawn]));
        foreach (var mark in marks)
        {
            if (mark >= 0)
                ranks.Add([]);
            if (named.Add(Math.Abs(mark)))
                ranks[^1].Add(Math.Abs(mark));
        }
        return ranks.FindAll(rank => rank.Count > 0);
    }

    private static byte[] Node(byte[][] leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([1, .. Node(leaves[..half]), .. Node(leaves[half..])]);
    }

    private static string Mark(int mark) =>
        (mark < 0 ? "=" : "")
        + (mark == 0 ? "-" : Math.Abs(mark).ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<int> Marks(string token) =>
        token == "-"
            ? [0]
            : token.Split('=').Select(Number).Order().Select((n, i) => i == 0 ? n : -n);

    private static int Number(string token) => int.Parse(token, CultureInfo.InvariantCulture);

    private static string Name(string line) => line.Trim().TrimEnd(',');

    private static string Unquoted(string name) =>
        name is ['"', .. var inner, '"']
            ? inner.Replace("\"\"", "\"", StringComparison.Ordinal).Trim()
            : name;

    private string Next()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
            at++;
        var start = at;
        while (at < text.Length && text[at] is not (' ' or '\t' or '\r' or '\n'))
            at++;
        return at > start ? text[start..at] : throw new FormatException("the file ends too soon");
    }
}
