namespace Plenum.Domain.Statutes;

/// <summary>Findings as they are gathered, so that all of them are reported at once.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];
    private EquatableArray<Article> _articles;

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
    ) =>
        _findings.Add(
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

    public EquatableArray<Finding> Sorted() => Sort(_findings);

    public static EquatableArray<Finding> Sort(IEnumerable<Finding> findings) =>
        findings.OrderBy(f => f.Severity).ThenBy(f => f.Line).ThenBy(f => f.Column).ToEquatable();

    public static ArticleId ArticleAt(EquatableArray<Article> articles, int line) =>
        articles.Items.LastOrDefault(a => a.Line <= line)?.Id ?? new ArticleId("");
}
