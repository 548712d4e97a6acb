using System.Collections.Immutable;

namespace Plenum.Web.Pieces;

/// <summary>What was not possible, which rule says so, and what would make it possible.</summary>
/// <param name="Rules">The article and, where it binds, the rule of the charter.</param>
/// <param name="Remedies">What would make it possible, each a sentence; empty where nothing would.</param>
public sealed record RefusalView(
    string What,
    string Because,
    ImmutableArray<Reference> Rules,
    ImmutableArray<string> Remedies
);
