using System.Globalization;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Marks;

/// <summary>
/// Cast vote records in the common data format of NIST SP 1500-103, JSON or XML: one contest's papers from the current
/// snapshot of each record.
/// </summary>
/// <remarks>
/// The rank of a selection may stand on it or on its positions; without any, it is the first. Positions without an
/// indication, or that are not allocable, are no marks; selections that need adjudication are none yet. Records without the
/// contest are no papers of it.
/// </remarks>
internal sealed class CommonFormat
{
    /// <summary>A contest: its name, candidates in order, and papers that name them.</summary>
    public sealed record Contest(string Name, List<string> Names, List<MarkedPaper> Papers);

    // One shape for both syntaxes: an element has attributes or fields, and lists of elements.
    private abstract class Node
    {
        public abstract string Text(string name);

        public abstract IEnumerable<Node> Each(string name);

        public virtual string Id => Text("@id");

        public abstract IEnumerable<string> Words(string name);
    }

    private sealed class JsonNode(JsonElement element) : Node
    {
        public override string Text(string name) =>
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind
                is JsonValueKind.String
                    or JsonValueKind.Number
                    or JsonValueKind.True
                    or JsonValueKind.False
                ? value.ToString()
                : "";

        public override IEnumerable<Node> Each(string name) =>
            Elements(name).Select(each => new JsonNode(each));

        public override IEnumerable<string> Words(string name) =>
            Elements(name).Select(each => each.ToString());

        private IEnumerable<JsonElement> Elements(string name) =>
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty(name, out var value)
                ? []
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
            : [value];
    }

    private sealed class XmlNode(XElement element) : Node
    {
        public override string Id => (string?)element.Attribute("ObjectId") ?? "";

        public override string Text(string name) =>
            Elements(name).FirstOrDefault()?.Value.Trim() ?? "";

        public override IEnumerable<Node> Each(string name) =>
            Elements(name).Select(each => new XmlNode(each));

        public override IEnumerable<string> Words(string name) =>
            Elements(name)
                .SelectMany(each =>
                    each.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                );

        private IEnumerable<XElement> Elements(string name) =>
            element.Elements().Where(each => each.Name.LocalName == name);
    }

    private readonly MarkSource source;
    private readonly Dictionary<string, string> choices = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<MarkedPaper> papers = [];

    private CommonFormat(MarkSource source) => this.source = source;

    public static bool Fits(string text) =>
        text.AsSpan(0, Math.Min(text.Length, 4_000)).TrimStart() is ['<' or '{', ..]
        && text.Contains("CastVoteRecordReport", StringComparison.Ordinal);

    public static MarkReading<Contest> Read(string text, MarkSource source)
    {
        try
        {
            return text.AsSpan().TrimStart() is ['<', ..]
                ? OfXml(text, source)
                : OfJson(text, source);
        }
        catch (Exception wrong) when (wrong is JsonException or XmlException)
        {
            var (line, column) = wrong switch
            {
                XmlException xml => (xml.LineNumber, xml.LinePosition),
                JsonException json => (
                    (int)(json.LineNumber ?? 0) + 1,
                    Column(text, json.LineNumber ?? 0, json.BytePositionInLine ?? 0)
                ),
                _ => (1, 1),
            };
            return new MarkReading<Contest>.Malformed([
                new Finding(
                    "cvr.syntax",
                    source.Path,
                    line,
                    column,
                    "a broken document",
                    "JSON or XML as NIST SP 1500-103 has it"
                ),
            ]);
        }
    }

    // The reader counts bytes of UTF-8, whatever the bytes of the file were; a column counts characters.
    private static int Column(string text, long line, long bytes)
    {
        var begin = 0;
        for (var passed = 0; passed < line; passed++)
            begin = text.IndexOf('\n', begin) + 1;
        var column = 1;
        foreach (var rune in text.AsSpan(begin).EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0)
                break;
            column += rune.Utf16SequenceLength;
        }
        return column;
    }

    private static MarkReading<Contest> OfJson(string text, MarkSource source)
    {
        using var json = JsonDocument.Parse(text);
        return new CommonFormat(source).Read(new JsonNode(json.RootElement));
    }

    private static MarkReading<Contest> OfXml(string text, MarkSource source)
    {
        using var reader = XmlReader.Create(
            new StringReader(text.TrimStart('\uFEFF')),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }
        );
        return new CommonFormat(source).Read(new XmlNode(XDocument.Load(reader).Root!));
    }

    private MarkReading<Contest> Read(Node report)
    {
        var people = new Dictionary<string, string>(StringComparer.Ordinal);
        Node? contest = null;
        foreach (var election in report.Each("Election"))
        {
            foreach (var candidate in election.Each("Candidate"))
                people[candidate.Id] = candidate.Text("Name");
            contest ??= election
                .Each("Contest")
                .FirstOrDefault(each =>
                    source.Contest.Length == 0 || each.Text("Name") == source.Contest
                );
        }
        if (contest is null)
            return Bad("cvr.contest", source.Contest, "a contest of that name");
        foreach (var selection in contest.Each("ContestSelection"))
        {
            var person = selection.Words("CandidateIds").FirstOrDefault() ?? "";
            var named = people.GetValueOrDefault(person, "");
            var name =
                Yes(selection.Text("IsWriteIn")) ? Mark.WriteIn
                : source.Overvote.Length > 0 && named == source.Overvote ? Mark.Overvote
                : named;
            choices[selection.Id] = name;
            if (name.Length > 0 && name != Mark.Overvote && !names.Contains(name))
                names.Add(name);
        }
        foreach (var record in report.Each("CVR"))
        {
            if (Paper(record, contest.Id) is { } wrong)
                return wrong;
        }
        return new MarkReading<Contest>.Read(new Contest(contest.Text("Name"), names, papers));
    }

    private MarkReading<Contest>? Paper(Node record, string contest)
    {
        var current = record.Text("CurrentSnapshotId");
        var mine = record
            .Each("CVRSnapshot")
            .FirstOrDefault(each => each.Id == current)
            ?.Each("CVRContest")
            .FirstOrDefault(each => each.Text("ContestId") == contest);
        if (mine is null)
            return null;
        var marks = new List<Mark>();
        foreach (var selection in mine.Each("CVRContestSelection"))
        {
            if (selection.Text("Status") == "needs-adjudication")
                continue;
            var id = selection.Text("ContestSelectionId");
            if (choices.GetValueOrDefault(id, "") is not { Length: > 0 } choice)
                return Bad("cvr.selection", $"\"{id}\"", "a selection of the contest");
            foreach (var (position, rank) in Positions(selection))
            {
                if (rank is < 1 or > 10_000)
                    return Bad("cvr.rank", "a rank out of range", "1 to 10,000");
                var writeIn = position?.Each("CVRWriteIn").Any() == true;
                marks.Add(new Mark(rank, writeIn ? Mark.WriteIn : choice));
            }
        }
        papers.Add(MarkedPaper.Of(marks));
        return null;
    }

    private static IEnumerable<(Node? Position, int Rank)> Positions(Node selection)
    {
        if (selection.Text("Rank") is { Length: > 0 } own)
            return [(null, Rank(own))];
        return selection
            .Each("SelectionPosition")
            .Where(each => each.Text("HasIndication") != "no" && each.Text("IsAllocable") != "no")
            .Select(each =>
                ((Node?)each, each.Text("Rank") is { Length: > 0 } rank ? Rank(rank) : 1)
            );
    }

    private static bool Yes(string text) => text is "true" or "True" or "1" or "yes";

    private static int Rank(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            ? rank
            : 0;

    private MarkReading<Contest> Bad(string code, string found, string expected) =>
        MarkReading<Contest>.Bad(code, source.Path, found, expected);
}
