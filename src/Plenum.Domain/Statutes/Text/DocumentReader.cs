namespace Plenum.Domain.Statutes;

/// <summary>Splits a Markdown document into articles, their prose and their rule blocks.</summary>
internal static class DocumentReader
{
    public const int MostCharacters = 1024 * 1024;
    private const string Fence = "```";

    public static (string Title, EquatableArray<Article> Articles) Read(
        string text,
        FindingList findings
    )
    {
        if (text.Length > MostCharacters)
        {
            findings.Add(
                "syntax",
                "document-too-long",
                new(1, 1, 1, 1),
                KeyPath.Root,
                Show(text.Length),
                Show(MostCharacters)
            );
            return ("", []);
        }
        var lines = text.Split('\n');
        var reading = new Reading(findings);
        for (var i = 0; i < lines.Length; i++)
            reading.Take(lines[i].TrimEnd('\r'), i + 1);
        return reading.End(lines.Length);
    }

    private static string Show(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // "## Recall {#recall}" is the title and the id.
    private static (string Title, string Id) Heading(string line)
    {
        var text = line[2..].Trim();
        var mark = text.EndsWith('}') ? text.LastIndexOf("{#", StringComparison.Ordinal) : -1;
        return mark < 0 ? (text, "") : (text[..mark].Trim(), text[(mark + 2)..^1]);
    }

    private sealed class Reading(FindingList findings)
    {
        private readonly List<Article> _articles = [];
        private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
        private readonly List<string> _prose = [];
        private readonly List<string> _rule = [];
        private readonly List<RuleBlock> _blocks = [];
        private string _title = "";
        private Article _open = new(new(""), 0, "", 0, 0, "", []);
        private int _fenceLine;
        private bool _inRule;

        public void Take(string line, int number)
        {
            if (_fenceLine > 0)
                InsideFence(line);
            else if (line.StartsWith(Fence, StringComparison.Ordinal))
                OpenFence(line, number);
            else if (line.StartsWith("## ", StringComparison.Ordinal))
                OpenArticle(line, number);
            else if (line.StartsWith("# ", StringComparison.Ordinal) && _open.Number == 0)
                _title = line[2..].Trim();
            else
                _prose.Add(line);
        }

        public (string, EquatableArray<Article>) End(int lines)
        {
            if (_fenceLine > 0)
                findings.Add("syntax", "fence-not-closed", At(_fenceLine), KeyPath.Root);
            CloseArticle(lines);
            if (_articles.Count == 0)
                findings.Add("syntax", "no-articles", At(1), KeyPath.Root, "", "## … {#charter}");
            return (_title, _articles.ToEquatable());
        }

        private void InsideFence(string line)
        {
            if (line.TrimEnd() == Fence)
            {
                if (_inRule)
                    CloseRule();
                else
                    _prose.Add(line);
                _fenceLine = 0;
            }
            else if (_inRule)
                _rule.Add(line);
            else
                _prose.Add(line);
        }

        private void OpenFence(string line, int number)
        {
            _fenceLine = number;
            _inRule = line.TrimEnd() == Fence + "rule";
            if (!_inRule)
                _prose.Add(line);
        }

        private void CloseRule()
        {
            var text = string.Join('\n', _rule);
            _rule.Clear();
            if (_open.Number == 0)
                findings.Add("syntax", "rule-outside-article", At(_fenceLine), KeyPath.Root);
            _blocks.Add(new(text, _fenceLine, BlockReader.Read(text, _fenceLine + 1, findings)));
        }

        private void OpenArticle(string line, int number)
        {
            CloseArticle(number - 1);
            var (title, id) = Heading(line);
            if (!KeyPath.IsName(id))
                findings.Add("syntax", "article-id", At(number), KeyPath.Root, id, "{#id}");
            else if (!_ids.Add(id))
                findings.Add("duplicate-key", "article", At(number), KeyPath.Root, id);
            else if (_articles.Count == 0 && id != "charter")
                findings.Add("syntax", "first-article", At(number), KeyPath.Root, id, "{#charter}");
            _open = new(new(id), _articles.Count + 1, title, number, 0, "", []);
        }

        private void CloseArticle(int lastLine)
        {
            if (_open.Number > 0)
                _articles.Add(
                    _open with
                    {
                        EndLine = lastLine,
                        Prose = string.Join('\n', _prose).Trim(),
                        Blocks = _blocks.ToEquatable(),
                    }
                );
            _prose.Clear();
            _blocks.Clear();
        }

        private static Spot At(int line) => new(line, 1, line, 1);
    }
}
