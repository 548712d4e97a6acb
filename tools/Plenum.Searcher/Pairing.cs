using System.Collections.Immutable;
using System.Text;

namespace Plenum.Searcher;

/// <summary>A member, and the paper they really cast: what a searcher of the disk would like to know.</summary>
internal sealed record Voter(string Person, string Paper);

/// <summary>
/// Ties marks and papers by the order in which they came to the disk: the mark of a vote names the member, the paper of
/// the same vote comes with it. Voters are given in the order in which they voted, to judge what was tied.
/// </summary>
internal static class Pairing
{
    private const string Mark = "ballot.marked/1";

    // The envelope with the member's id stands behind the name of the event, in the same row.
    private const int RowLength = 1_500;

    /// <summary>How many were tied to the paper they cast, which stands there for everybody to read.</summary>
    public static int Right(IReadOnlyList<Write> writes, ImmutableArray<Voter> voters) =>
        Right(writes, voters, v => First(writes, v.Paper));

    /// <summary>The same, where it has to be told otherwise when a paper first came.</summary>
    public static int Right(
        IReadOnlyList<Write> writes,
        ImmutableArray<Voter> voters,
        Func<Voter, (int No, int Place)> first
    )
    {
        var marks = Ordered(voters, v => FirstMark(writes, v.Person));
        var moments = voters
            .Select(v => (Voter: v, At: first(v)))
            .Where(p => p.At.No >= 0)
            .ToArray();
        // What first came all at once, in the order of what is written on it, tells nothing about anybody.
        var telling = moments
            .GroupBy(p => p.At.No)
            .Where(g => g.Count() == 1 || !IsSorted([.. g.OrderBy(p => p.At.Place)]))
            .SelectMany(g => g)
            .ToArray();
        var forwards = telling.OrderBy(p => p.At.No).ThenBy(p => p.At.Place);
        var backwards = telling.OrderBy(p => p.At.No).ThenByDescending(p => p.At.Place);
        return Math.Max(
            Count(marks, [.. forwards.Select(p => p.Voter)]),
            Count(marks, [.. backwards.Select(p => p.Voter)])
        );
    }

    /// <summary>The papers that stand anywhere in what was written, in the clear.</summary>
    public static ImmutableArray<Voter> Seen(
        IReadOnlyList<Write> writes,
        ImmutableArray<Voter> voters
    ) => [.. voters.Where(v => Forms(v.Paper).Any(form => First(writes, form).No >= 0))];

    /// <summary>The forms in which a paper could stand somewhere: as cast, in wide letters, in hexadecimal, as a form's fields.</summary>
    public static IEnumerable<byte[]> Forms(string paper)
    {
        var text = Encoding.ASCII.GetBytes(paper);
        yield return text;
        yield return Encoding.Unicode.GetBytes(paper);
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(text));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(text));
        yield return Encoding.ASCII.GetBytes(
            string.Join('&', paper.Split(',').Select((option, at) => $"rank{option}={at + 1}"))
        );
    }

    public static (int No, int Place) First(IReadOnlyList<Write> writes, string text) =>
        First(writes, Encoding.ASCII.GetBytes(text));

    private static (int No, int Place) First(IReadOnlyList<Write> writes, byte[] bytes)
    {
        foreach (var write in writes)
            if (write.Bytes.AsSpan().IndexOf(bytes) is var at and >= 0)
                return (write.No, at);
        return (-1, 0);
    }

    private static (int No, int Place) FirstMark(IReadOnlyList<Write> writes, string person)
    {
        var (mark, id) = (Encoding.ASCII.GetBytes(Mark), Encoding.ASCII.GetBytes(person));
        foreach (var write in writes)
            for (var from = 0; write.Bytes.AsSpan(from).IndexOf(mark) is var at and >= 0; )
            {
                from += at + mark.Length;
                var row = write.Bytes.AsSpan(from);
                if (row.IndexOf(mark) is var next and >= 0)
                    row = row[..next];
                if (row[..Math.Min(row.Length, RowLength)].IndexOf(id) >= 0)
                    return (write.No, from);
            }
        return (-1, 0);
    }

    private static Voter[] Ordered(
        ImmutableArray<Voter> voters,
        Func<Voter, (int No, int Place)> first
    ) =>
        [
            .. voters
                .Select(v => (Voter: v, At: first(v)))
                .Where(v => v.At.No >= 0)
                .OrderBy(v => v.At.No)
                .Select(v => v.Voter),
        ];

    private static bool IsSorted((Voter Voter, (int, int) At)[] papers)
    {
        var texts = papers.Select(p => p.Voter.Paper).ToArray();
        return texts.SequenceEqual(texts.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            || texts.SequenceEqual(
                texts.OrderDescending(StringComparer.Ordinal),
                StringComparer.Ordinal
            );
    }

    private static int Count(Voter[] marks, Voter[] papers) =>
        marks.Length == papers.Length ? marks.Zip(papers).Count(p => p.First == p.Second) : 0;
}
