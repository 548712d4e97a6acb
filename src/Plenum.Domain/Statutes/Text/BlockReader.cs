using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Plenum.Domain.Statutes;

/// <summary>
/// Reads one rule block through YAML's events into located nodes. Only plain data is known: no anchors, aliases, tags,
/// directives or second documents. Whatever the parser throws becomes one finding at the last place reached.
/// </summary>
internal sealed class BlockReader
{
    public const int MostCharacters = 64 * 1024;
    public const int MostDepth = 8;

    private readonly Parser _parser;
    private readonly int _firstLine;
    private readonly FindingList _findings;
    private Spot _last;

    private BlockReader(string text, int firstLine, FindingList findings)
    {
        _parser = new(new StringReader(text));
        _firstLine = firstLine;
        _findings = findings;
        _last = new(firstLine, 1, firstLine, 1);
    }

    public static Node Read(string text, int firstLine, FindingList findings)
    {
        var start = new Spot(firstLine, 1, firstLine, 1);
        if (text.Length > MostCharacters)
            findings.Add("syntax", "block-too-long", start, KeyPath.Root);
        else if (text.AsSpan().IndexOfAny(Unreadable) is >= 0 and var at)
            findings.Add(
                "syntax",
                "character",
                At(firstLine + text.AsSpan(0, at).Count('\n')),
                KeyPath.Root,
                $"U+{(int)text[at]:X4}"
            );
        else
            return new BlockReader(text, firstLine, findings).Document();
        return Node.Nothing;
    }

    // Tabs, lone returns and the separators YAML counts as line ends but people do not see.
    private static readonly System.Buffers.SearchValues<char> Unreadable =
        System.Buffers.SearchValues.Create([
            .. Enumerable
                .Range(0, 0xA0)
                .Where(c => c is not '\n' and (< 0x20 or >= 0x7F))
                .Select(c => (char)c),
            '\u2028',
            '\u2029',
            '\uFEFF',
        ]);

    private static Spot At(int line) => new(line, 1, line, 1);

#pragma warning disable CA1031 // The library documents no closed list of exceptions; a text may never crash its reader.
    private Node Document()
    {
        try
        {
            Next();
            Next();
            if (_parser.Current is not DocumentStart opening)
                return Refuse("empty");
            if (!opening.IsImplicit)
                return Refuse("directive");
            Next();
            var node = Value(1);
            if (node is not Node.Map)
                return Refuse("not-a-map");
            Next();
            Next();
            return _parser.Current is StreamEnd ? node : Refuse("second-document");
        }
        catch (TooDeepException)
        {
            return Refuse("too-deep");
        }
        catch (Exception exception)
        {
            if (exception is YamlException yaml && yaml.Start.Line > 0)
                _last = Place(yaml.Start, yaml.End);
            return Refuse("yaml");
        }
    }
#pragma warning restore CA1031

    private Node Refuse(string why)
    {
        _findings.Add("syntax", why, _last, KeyPath.Root);
        return Node.Nothing;
    }

    private void Next()
    {
        if (!_parser.MoveNext())
            throw new YamlException("The block ends early.");
        _last = Place(_parser.Current!.Start, _parser.Current.End);
    }

    private Spot Place(Mark start, Mark end) =>
        new(
            _firstLine + (int)start.Line - 1,
            Math.Max(1, (int)start.Column),
            _firstLine + (int)end.Line - 1,
            Math.Max(1, (int)end.Column)
        );

    private Node Value(int depth)
    {
        if (depth > MostDepth)
            throw new TooDeepException();
        if (_parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            _findings.Add("syntax", "anchor-or-tag", _last, KeyPath.Root);
        switch (_parser.Current)
        {
            case MappingStart map:
                return Map(map, depth);
            case SequenceStart list:
                return List(list, depth);
            case AnchorAlias:
                _findings.Add("syntax", "anchor-or-tag", _last, KeyPath.Root);
                return Node.Nothing;
            case Scalar scalar:
                return new Node.Scalar(_last, scalar.Value);
            default:
                throw new YamlException("A value is missing.");
        }
    }

    private Node.Map Map(MappingStart start, int depth)
    {
        var begin = _last;
        var entries = new List<Entry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (Next(); _parser.Current is not MappingEnd; Next())
        {
            var spot = _last;
            var key = Value(MostDepth);
            Next();
            var value = Value(depth + 1);
            if (key is not Node.Scalar { Written: var name })
                _findings.Add("syntax", "key", spot, KeyPath.Root);
            else if (!names.Add(name))
                _findings.Add("duplicate-key", "", spot, KeyPath.Root.Key(name), name);
            else
                entries.Add(new(name, spot, value));
        }
        var flow = start.Style == MappingStyle.Flow;
        return new(Span(begin, flow), entries.ToEquatable(), flow);
    }

    private Node.List List(SequenceStart start, int depth)
    {
        var begin = _last;
        var items = new List<Node>();
        for (Next(); _parser.Current is not SequenceEnd; Next())
            items.Add(Value(depth + 1));
        var flow = start.Style == SequenceStyle.Flow;
        return new(Span(begin, flow), items.ToEquatable(), flow);
    }

    // The library's mark of a closing bracket stands before it, and ours behind it.
    private Spot Span(Spot begin, bool flow) =>
        begin with
        {
            EndLine = _last.EndLine,
            EndColumn = _last.EndColumn + (flow ? 1 : 0),
        };

#pragma warning disable RCS1194 // It never leaves this file.
    private sealed class TooDeepException : Exception;
#pragma warning restore RCS1194
}
