using Plenum.Domain.Ballots;
using Plenum.Domain.Statutes;

namespace Plenum.Domain;

/// <summary>The chair's word on a command: in order, with what happens; or out of order, with the reason.</summary>
public abstract record Ruling
{
    private Ruling() { }

    /// <summary>
    /// It happens. Every event is stored with the authority it happened under and the article that gives it; papers
    /// go into the box without anything that ties them to a person or a moment.
    /// </summary>
    public sealed record InOrder(
        Authority Authority,
        ArticleId Article,
        EquatableArray<Event> Events,
        EquatableArray<Paper> Papers
    ) : Ruling;

    /// <summary>It does not happen, and nothing is stored.</summary>
    public sealed record OutOfOrder(Reason Reason) : Ruling;

    public static implicit operator Ruling(Reason reason) => new OutOfOrder(reason);

    /// <summary>In order under an authority and an article.</summary>
    public static Ruling Under(
        Authority authority,
        ArticleId article,
        params ReadOnlySpan<Event> events
    ) => new InOrder(authority, article, EquatableArray.Create(events), []);
}

/// <summary>
/// Why something is not allowed: a stable code, the article and the charter rule that say so, and the figures.
/// Sentences live in resources, so that a page, the command line and the API say the same in every language.
/// Each verb declares its own, one line each; their properties are the data.
/// </summary>
public abstract record Reason(string Code, ReasonKind Kind = ReasonKind.NotNow)
{
    public ArticleId Article { get; init; }

    /// <summary>The charter rule behind it, for instance <c>C3</c>; empty when only the statutes say so.</summary>
    public string Charter { get; init; } = "";

    /// <summary>The same reason, with the article that gives it.</summary>
    public Reason By(ArticleId article) => this with { Article = article };

    public Reason ByCharter(string rule) => this with { Charter = rule };
}

/// <summary>What kind of no it is; mapped once to a status of HTTP.</summary>
public enum ReasonKind
{
    /// <summary>This person may not (403).</summary>
    NotYou,

    /// <summary>There is no such thing (404).</summary>
    NoSuchThing,

    /// <summary>Not in this state, not any more, not yet (409).</summary>
    NotNow,

    /// <summary>The content cannot be accepted (422).</summary>
    NotThis,
}
