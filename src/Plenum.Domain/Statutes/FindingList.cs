namespace Plenum.Domain.Statutes;

/// <summary>
/// Findings as they are gathered, so that all of them are reported at once. Nobody mends more than so many errors in one
/// go: further ones are kept only where they break a rule that none before them breaks.
/// </summary>
internal sealed class FindingList
{
    public const int MostErrors = 50;

    private const string More = "more";

    private readonly List<Finding> _findings = [];
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private EquatableArray<Article> _articles;
    private int _errors;
    private bool _isMore;

    /// <summary>A list that goes on where the reading of a draft ended.</summary>
    public static FindingList After(Draft draft)
    {
        var list = new FindingList { _articles = draft.Articles };
        foreach (var finding in draft.Findings)
            list.Keep(finding);
        return list;
    }

    public void In(EquatableArray<Article> articles)
    {
        _articles = articles;
        for (var i = 0; i < _findings.Count; i++)
            _findings[i] = _findings[i] with { Article = ArticleAt(articles, _findings[i].Line) };
    }

    public void Add(
        string code,
        string @case,
        Spot spot,
        KeyPath path,
        string found = "",
        string expected = "",
        Repair? repair = null,
        Severity severity = Severity.Error,
        int since = 1
    )
    {
        if (HasRoom(code, severity))
            Keep(
                new(
                    code,
                    @case,
                    severity,
                    ArticleAt(_articles, spot.Line),
                    spot.Line == 0 ? new(1, 1, 1, 1) : spot,
                    path,
                    found,
                    expected,
                    repair ?? Repair.None
                )
                {
                    Since = since,
                }
            );
        else
            _isMore = true;
    }

    public EquatableArray<Finding> Sorted() =>
        Sort(_isMore ? _findings.Append(ThereAreMore) : _findings);

    public static EquatableArray<Finding> Sort(IEnumerable<Finding> findings) =>
        findings.OrderBy(f => f.Severity).ThenBy(f => f.Line).ThenBy(f => f.Column).ToEquatable();

    /// <summary>The last article that begins at or above a line: they stand in the order of the text.</summary>
    public static ArticleId ArticleAt(EquatableArray<Article> articles, int line)
    {
        var (from, behind) = (0, articles.Count);
        while (from < behind)
        {
            var middle = (from + behind) / 2;
            if (articles[middle].Line <= line)
                from = middle + 1;
            else
                behind = middle;
        }
        return from == 0 ? new ArticleId("") : articles[from - 1].Id;
    }

    private Finding ThereAreMore =>
        new(
            More,
            "",
            Severity.Note,
            ArticleAt(_articles, 1),
            new(1, 1, 1, 1),
            KeyPath.Root,
            "",
            MostErrors.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Repair.None
        );

    private bool HasRoom(string code, Severity severity) =>
        severity != Severity.Error || _errors < MostErrors || !_codes.Contains(code);

    private void Keep(Finding finding)
    {
        if (finding.Code == More)
        {
            _isMore = true;
            return;
        }
        _findings.Add(finding);
        if (finding.Severity != Severity.Error)
            return;
        _errors++;
        _codes.Add(finding.Code);
    }
}
