using System.Collections.Immutable;

namespace Plenum.Web.Pieces;

/// <summary>Who speaks for me: from the reader up to the highest body, each link sent by the one before.</summary>
public sealed record ChainView(ImmutableArray<ChainLink> Links);

/// <summary>One link: the place, who stands there, and what is to be known, line by line.</summary>
/// <param name="RecallHref">Where this link can be recalled; empty for the reader's own place.</param>
public sealed record ChainLink(
    string Place,
    string Person,
    ImmutableArray<string> Lines,
    ImmutableArray<string> RecallHref
);
