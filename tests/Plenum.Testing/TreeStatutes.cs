using Plenum.Domain.Statutes;

namespace Plenum.Testing;

/// <summary>Statutes of sections that belong together: those who send delegates, and those who call them.</summary>
public static class TreeStatutes
{
    public const string DelegatesArticle = """

        ## Delegates {#delegates}

        We send delegates to the congress of our federation and may call them back.

        ```rule
        bodies:
          - id: delegates
            title: Delegates
            kind: delegation
            seats: 3
            elected_by: members
            method: scottish_stv
            term: P1Y
            max_consecutive: 3
            powers: []
            quorum: "> 1/2 of seats"
            meets_every: P1Y
            notice: P7D
            votes: by_name
        ```

        """;

    public const string AlternatesArticle = """

        ## Alternates {#alternates}

        Whoever cannot come is stood in for by one of those whom we elected for it.

        ```rule
        bodies:
          - id: alternates
            title: Alternates
            kind: alternates
            seats: 2
            elected_by: members
            method: scottish_stv
            term: P1Y
            max_consecutive: 3
            powers: []
            quorum: "> 1/2 of seats"
            meets_every: P1Y
            notice: P7D
            votes: by_name
        ```

        """;

    /// <summary>Of a section whose members themselves decide who is taken in.</summary>
    public static string OfASection =>
        DecidedByMembers(Templates.Text("local-union", small: true)) + DelegatesArticle;

    /// <summary>Of a federation whose seats are shared out so.</summary>
    public static string OfAFederation(string seats)
    {
        var text = DecidedByMembers(Templates.Text("federation", small: true));
        const string start = "apportionment: {";
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf('\n', from);
        return $"{text[..from]}apportionment: {{{seats}}}{text[to..]}";
    }

    private static string DecidedByMembers(string text)
    {
        const string committee = "decided_by: committee #";
        return text.Contains(committee, StringComparison.Ordinal)
            ? text.Replace(committee, "decided_by: members #", StringComparison.Ordinal)
            : throw new InvalidOperationException("the template has changed");
    }
}
