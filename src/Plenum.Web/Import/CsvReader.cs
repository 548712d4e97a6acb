using System.Collections.Immutable;
using System.Text;

namespace Plenum.Web.Import;

/// <summary>Reads one table, character by character, and counts its lines as an editor of texts does.</summary>
internal sealed class CsvReader(TextReader text)
{
    private const int EndOfText = -1;

    // The row of names is looked at before it is read, to find what stands between its cells.
    private const int LongestLookAhead = 64 * 1024;

    private readonly StringBuilder _cell = new();
    private string _ahead = "";
    private int _at;
    private char _comma = ',';
    private int _line = 1;
    private int _column = 1;

    public IEnumerable<CsvLine> All()
    {
        Begin();
        while (Peek() != EndOfText)
        {
            var row = Row();
            yield return row;
            if (row is CsvLine.Broken)
                yield break;
        }
    }

    private void Begin()
    {
        LookAhead();
        if (_ahead.TrimEnd('\n', '\r') is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var named])
        {
            while (_at < _ahead.Length)
                Next();
            _comma = named;
            return;
        }
        foreach (var other in ";\t")
            if (Outside(other) > Outside(_comma))
                _comma = other;
    }

    // The first line, with its end.
    private void LookAhead()
    {
        var first = new StringBuilder();
        while (first.Length < LongestLookAhead && text.Peek() != EndOfText)
        {
            var c = (char)text.Read();
            first.Append(c);
            if (c is '\n' or '\r')
                break;
        }
        (_ahead, _at) = (first.ToString(), 0);
    }

    // What stands inside quotes parts no cells.
    private int Outside(char comma)
    {
        var (count, quoted) = (0, false);
        foreach (var c in _ahead)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == comma && !quoted)
                count++;
        }
        return count;
    }

    private CsvLine Row()
    {
        var (line, cells) = (_line, ImmutableArray.CreateBuilder<string>());
        while (true)
        {
            var (cellLine, cellColumn) = (_line, _column);
            if (Cell() is { } why)
                return new CsvLine.Broken(cellLine, cellColumn, why);
            if (cells.Count == Csv.MostCells)
                return new CsvLine.Broken(cellLine, cellColumn, CsvTrouble.TooManyCells);
            cells.Add(Csv.Plain(_cell.ToString()));
            if (Next() != _comma)
                return new CsvLine.Row(line, cells.ToImmutable());
        }
    }

    // Up to what ends it: the sign between cells, the end of a line, the end of the text.
    private CsvTrouble? Cell()
    {
        _cell.Clear();
        if (Peek() == '"')
            return Quoted();
        while (!IsEnd(Peek()))
            if (!Keep((char)Next()))
                return CsvTrouble.CellTooLong;
        return null;
    }

    private CsvTrouble? Quoted()
    {
        Next();
        while (true)
        {
            var next = Next();
            if (next == EndOfText)
                return CsvTrouble.QuoteNotClosed;
            if (next == '"' && Peek() != '"')
                break;
            if (next == '"')
                Next();
            // A quote that swallows its neighbours runs into the longest cell long before the end of the file.
            if (!Keep((char)next))
                return _cell.ToString().Contains('\n', StringComparison.Ordinal)
                    ? CsvTrouble.QuoteNotClosed
                    : CsvTrouble.CellTooLong;
        }
        while (Peek() is ' ' or '\t' && Peek() != _comma)
            Next();
        return IsEnd(Peek()) ? null : CsvTrouble.QuoteNotClosed;
    }

    private bool IsEnd(int c) => c is EndOfText or '\n' or '\r' || c == _comma;

    private bool Keep(char c)
    {
        if (_cell.Length == Csv.LongestCell)
            return false;
        _cell.Append(c);
        return true;
    }

    private int Peek() => _at < _ahead.Length ? _ahead[_at] : text.Peek();

    // Every end of a line is one '\n' to whoever reads.
    private int Next()
    {
        var c = _at < _ahead.Length ? _ahead[_at++] : text.Read();
        if (c == '\r')
        {
            if (Peek() == '\n')
                _ = _at < _ahead.Length ? _ahead[_at++] : text.Read();
            c = '\n';
        }
        if (c == '\n')
            (_line, _column) = (_line + 1, 1);
        else
            _column++;
        return c;
    }
}
