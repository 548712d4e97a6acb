using System.Collections.Immutable;

namespace Plenum.Web.Pieces;

/// <summary>A verdict as people read it: the word, why, the figures against what was needed, the article.</summary>
/// <param name="Derivation">The sentence that derives the word from the figures and the rule.</param>
/// <param name="Figures">The parts of the base, in the order of the bar.</param>
/// <param name="Needed">How many the first figure had to reach.</param>
/// <param name="Base">What the bar's whole length stands for.</param>
/// <param name="BaseLabel">The base in words: "of 60 who voted".</param>
public sealed record VerdictView(
    string Subject,
    bool Adopted,
    string Derivation,
    ImmutableArray<VerdictFigure> Figures,
    int Needed,
    int Base,
    string BaseLabel,
    Reference Article,
    string RecomputeHref
);

/// <summary>One part of the base and how many it holds.</summary>
public sealed record VerdictFigure(string Label, int Count, Weight Weight);

/// <summary>How a part is drawn: each has its own pattern, so that colour is never alone.</summary>
public enum Weight
{
    For,
    Against,
    Neither,
}
