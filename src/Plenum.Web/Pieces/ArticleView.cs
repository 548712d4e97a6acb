using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Web.Pieces;

/// <summary>An article of the statutes: the prose, the rule the engine runs, and where both come from.</summary>
/// <param name="Rule">The rule in generated sentences; empty marks prose that nothing enforces (charter, C15).</param>
/// <param name="Change">A change put forward, run by run; empty where none is.</param>
public sealed record ArticleView(
    string Number,
    string Title,
    ImmutableArray<string> Paragraphs,
    ImmutableArray<RuleLine> Rule,
    ImmutableArray<ArticleVersion> History,
    ImmutableArray<WordRun> Change
);

/// <summary>One line of a rule: what it is about and what it says.</summary>
public sealed record RuleLine(string About, string Says);

/// <summary>A version of an article: since when it holds and by which decision.</summary>
public sealed record ArticleVersion(Instant Since, Reference By);
