using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Tables;

namespace Plenum.Counting.Marks;

/// <summary>Cast vote records in tables: a column a rank in a workbook, a column a candidate in text, a column a mark.</summary>
internal static class MarkTable
{
    /// <summary>A workbook with a column a rank (ES&amp;S).</summary>
    public static MarkReading<List<MarkedPaper>> Ranks(
        ReadOnlyMemory<byte> bytes,
        MarkSource source,
        int ranks
    )
    {
        if (Workbook.Rows(bytes) is not { } rows)
            return Bad("marks.workbook", source, "no workbook", "an Office Open XML workbook");
        var papers = new List<MarkedPaper>();
        foreach (var row in rows.Where(row => row.Number >= source.FirstRow))
        {
            var marks = new List<Mark>();
            var last = 0;
            foreach (var (column, text) in row.Cells)
            {
                var rank = column - source.FirstColumn + 1;
                if (rank < 1 || rank > ranks)
                    continue;
                Blanks(last + 1, rank);
                last = rank;
                string[] choices =
                    source.Between.Length > 0
                        ? text.Trim().Split(source.Between, StringSplitOptions.TrimEntries)
                        : [text.Trim()];
                if (choices.Length > 1 && choices.Any(c => c.Length == 0 || c == source.Skipped))
                    return Bad("marks.overvote", source, text, "names between delimiters");
                foreach (var choice in choices.Where(c => c != source.Skipped))
                    marks.Add(new Mark(rank, Named(choice, source)));
            }
            if (ranks < int.MaxValue)
                Blanks(last + 1, ranks + 1);
            papers.Add(MarkedPaper.Of(marks));

            void Blanks(int from, int to)
            {
                for (var rank = from; source.BlankIsWriteIn && rank < to; rank++)
                    marks.Add(new Mark(rank, Mark.WriteIn));
            }
        }
        return new MarkReading<List<MarkedPaper>>.Read(papers);
    }

    /// <summary>Text with a column a candidate, and the rank in the cell.</summary>
    public static MarkReading<List<MarkedPaper>> Candidates(
        ReadOnlySpan<byte> bytes,
        MarkSource source
    )
    {
        var (table, wrong) = CsvTable.Read(bytes, source.Path);
        if (table is null)
            return new MarkReading<List<MarkedPaper>>.Malformed([wrong!]);
        var papers = new List<MarkedPaper>();
        foreach (var row in table.Rows.Skip(Math.Max(0, source.FirstRow - 2)))
        {
            var marks = new List<Mark>();
            for (var i = source.FirstColumn - 1; i < row.Length; i++)
            {
                var text = row[i].Text.Trim();
                if (text.Length == 0)
                    continue;
                if (i >= table.Head.Length || Rank(text) is not (> 0 and var rank))
                    return new MarkReading<List<MarkedPaper>>.Malformed([
                        new Finding(
                            "marks.rank",
                            source.Path,
                            row[i].Line,
                            row[i].Column,
                            $"\"{text}\"",
                            "a rank under a candidate's name, or nothing"
                        ),
                    ]);
                marks.Add(new Mark(rank, Named(table.Head[i].Text, source)));
            }
            papers.Add(MarkedPaper.Of(marks));
        }
        return new MarkReading<List<MarkedPaper>>.Read(papers);
    }

    /// <summary>Text with a column for each choice at each rank, headed <c>x:contest:rank:...:choice:...</c> (Clear Ballot).</summary>
    public static MarkReading<List<MarkedPaper>> Columns(
        ReadOnlySpan<byte> bytes,
        MarkSource source,
        int ranks
    )
    {
        var (table, wrong) = CsvTable.Read(bytes, source.Path);
        if (table is null)
            return new MarkReading<List<MarkedPaper>>.Malformed([wrong!]);
        var columns = new List<(int Column, Mark Mark)>();
        foreach (var (i, cell) in table.Head.Index().Skip(10))
        {
            var fields = cell.Text.Split(':');
            if (fields.Length != 6)
                return Bad("marks.header", source, cell.Text, "six fields with colons between");
            if (
                fields[1] == source.Contest
                && Rank(fields[2]) is var rank
                && rank > 0
                && rank <= ranks
            )
                columns.Add((i, new Mark(rank, Named(fields[4], source))));
        }
        return new MarkReading<List<MarkedPaper>>.Read([
            .. table.Rows.Select(row =>
                MarkedPaper.Of(
                    columns
                        .Where(c => c.Column < row.Length && row[c.Column].Text.Trim() == "1")
                        .Select(c => c.Mark)
                )
            ),
        ]);
    }

    private static string Named(string choice, MarkSource source) =>
        source.Overvote.Length > 0 && choice == source.Overvote ? Mark.Overvote
        : source.WriteIn.Length > 0 && choice == source.WriteIn ? Mark.WriteIn
        : choice;

    private static int Rank(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
        && rank <= 10_000
            ? rank
            : 0;

    private static MarkReading<List<MarkedPaper>> Bad(
        string code,
        MarkSource source,
        string found,
        string expected
    ) => MarkReading<List<MarkedPaper>>.Bad(code, source.Path, found, expected);
}
