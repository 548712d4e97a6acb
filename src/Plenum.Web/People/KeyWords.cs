using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Claims;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>Which words of the law a key may be given, and what the one at hand may.</summary>
public static class KeyWords
{
    private const string Ballots = "ballots";

    /// <summary>
    /// What enters a vote. A vote by key could be sold by handing the key over, and cast by whoever copies the file it lies in.
    /// </summary>
    public static FrozenSet<Type> Votes { get; } = [typeof(Cast), typeof(Judge)];

    public static ImmutableArray<string> Given { get; } =
    [
        .. Verbs
            .All.Keys.Select(WordOf)
            .Where(word => word != Ballots)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whoever is signed in at a screen is bound by the law alone; a key by its words besides.</summary>
    public static bool MayAct(this ClaimsPrincipal user, string verb) =>
        user.Identity?.AuthenticationType != KeyHandler.Name
        || (
            user.HasClaim(KeyHandler.WordClaim, WordOf(verb))
            && !Votes.Contains(Verbs.All[verb].Command)
        );

    /// <summary>The id of the key at hand; empty where somebody is signed in at a screen.</summary>
    public static string KeyOf(this ClaimsPrincipal user) =>
        user.FindFirstValue(KeyHandler.KeyClaim) ?? "";

    private static string WordOf(string verb) =>
        verb[..verb.IndexOf('/', StringComparison.Ordinal)].ToLowerInvariant();
}
