using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Checker;

/// <summary>The papers of a plain BLT file, and the root of their hash tree.</summary>
public sealed class Papers
{
    private static readonly char[] Blanks = [' ', '\t', '\r', '\n'];
    private readonly SortedDictionary<int[], long> lines = new(
        Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right))
    );

    private readonly List<int> withdrawn = [];

    public Papers(string blt)
    {
        var tokens = new Queue<string>(blt.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        Candidates = Number(tokens.Dequeue());
        Seats = Number(tokens.Dequeue());
        while (tokens.Peek().StartsWith('-'))
            withdrawn.Add(-Number(tokens.Dequeue()));
        // [withdrawn 2 5]; the order for ties stands in the certificate.
        while (tokens.Peek().StartsWith('['))
        {
            var kind = tokens.Dequeue();
            var last = false;
            while (!last)
            {
                var token = tokens.Dequeue();
                last = token.EndsWith(']');
                if (kind == "[withdrawn")
                    withdrawn.Add(Number(token.TrimEnd(']')));
            }
        }
        while (tokens.Dequeue() is var weight && weight != "0")
        {
            var marks = new List<int>();
            while (tokens.Dequeue() is var token && token != "0")
                marks.AddRange(Marks(token));
            while (marks.Count > 0 && marks[^1] == 0)
                marks.RemoveAt(marks.Count - 1);
            var number = long.Parse(weight, CultureInfo.InvariantCulture);
            if (number > 0)
                lines[[.. marks]] = lines.GetValueOrDefault([.. marks]) + number;
        }
    }

    public int Candidates { get; }

    public int Seats { get; }

    public IReadOnlyList<int> Withdrawn => withdrawn;

    /// <summary>Marks and how many papers carry them: n at a new rank, -n beside the mark before, 0 a skipped rank.</summary>
    public IReadOnlyDictionary<int[], long> Lines => lines;

    private static int Number(string token) => int.Parse(token, CultureInfo.InvariantCulture);

    private static IEnumerable<int> Marks(string token) =>
        token == "-"
            ? [0]
            : token
                .Split('=')
                .Select(Number)
                .Order()
                .Select((number, i) => i == 0 ? number : -number);

    /// <summary>A leaf hashes 0 and a line, a node 1 and its halves, the left one the largest smaller power of two.</summary>
    public string Root()
    {
        var leaves = lines
            .Select(line =>
                SHA256.HashData([0, .. Encoding.ASCII.GetBytes($"{line.Value} {Text(line.Key)}")])
            )
            .ToArray();
        return Convert.ToHexStringLower(leaves.Length == 0 ? SHA256.HashData([]) : Node(leaves));
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

    private static string Text(int[] marks)
    {
        var text = new StringBuilder();
        foreach (var mark in marks)
        {
            if (mark >= 0 && text.Length > 0)
                text.Append(' ');
            text.Append(mark < 0 ? "=" : "")
                .Append(mark == 0 ? "-" : Math.Abs(mark).ToString(CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    /// <summary>
    /// Whom a paper prefers, among those who stand: repeats say nothing, a skipped rank closes up, and a shared one ends
    /// the paper.
    /// </summary>
    public IReadOnlyList<int> Preferences(int[] marks)
    {
        var order = new List<int>();
        var named = new HashSet<int>(Withdrawn);
        for (var i = 0; i < marks.Length; )
        {
            var rank = new List<int>();
            do
            {
                var candidate = Math.Abs(marks[i]);
                if (candidate > 0 && named.Add(candidate))
                    rank.Add(candidate);
                i++;
            } while (i < marks.Length && marks[i] < 0);
            if (rank.Count > 1)
                break;
            order.AddRange(rank);
        }
        return order;
    }
}
