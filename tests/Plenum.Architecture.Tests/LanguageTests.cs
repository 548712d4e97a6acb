using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Architecture.Tests;

/// <summary>The law speaks in codes and figures; sentences for people live in resources, in every language.</summary>
public sealed partial class LanguageTests
{
    /// <summary>Files whose literals look like sentences and are none for people; each with its reason.</summary>
    private static readonly ImmutableSortedDictionary<string, string> NotForPeople = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["src/Plenum.Domain/Statutes/Changes/OrderDeclarations.cs"] =
            "words of the language of statutes, from the kinder to the harder",
        ["src/Plenum.Domain/Statutes/Changes/RightsDeclarations.cs"] =
            "words of the language of statutes, from the kinder to the harder",
        ["src/Plenum.Domain/Statutes/Changes/SeatDeclarations.cs"] =
            "words of the language of statutes, from the kinder to the harder",
        ["src/Plenum.Domain/Statutes/Charter/OrderProvisions.cs"] =
            "a repair written in the language of statutes",
        ["src/Plenum.Domain/Statutes/StatutesCommands.cs"] =
            "a mark of provenance in the language of statutes",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    [Fact]
    public void The_law_holds_no_sentences() =>
        Rule.Holds(
            "a string literal of three words or more in the law: give it a code, put the sentence into resources",
            from file in LawSource.Files
            where !NotForPeople.ContainsKey(file.Path)
            from found in Sentences(file.Root)
            select $"{file.Path}({found.Line}): \"{found.Text}\""
        );

    [Theory]
    [InlineData("""var x = "the quorum is missing";""", 1)]
    [InlineData("""var x = $"only {n} members are present";""", 1)]
    [InlineData("""var x = "matter.no-quorum";""", 0)]
    [InlineData("""var x = "> 1/2 of cast";""", 0)]
    [InlineData("""throw new InvalidOperationException("an event nobody knows");""", 0)]
    [InlineData("""[Obsolete("use the other one")] void F() { }""", 0)]
    public void Sentences_for_people_are_told_from_codes(string statement, int sentences) =>
        Assert.Equal(
            sentences,
            Sentences(
                    CSharpSyntaxTree
                        .ParseText(
                            statement,
                            cancellationToken: TestContext.Current.CancellationToken
                        )
                        .GetRoot(TestContext.Current.CancellationToken)
                )
                .Count()
        );

    private static IEnumerable<(int Line, string Text)> Sentences(SyntaxNode root) =>
        from token in root.DescendantTokens()
        where Holds(token) && Sentence().IsMatch(token.ValueText) && !ForProgrammers(token.Parent)
        select (
            token.GetLocation().GetLineSpan().StartLinePosition.Line + 1,
            token.ValueText.Trim()
        );

    private static bool Holds(SyntaxToken token) =>
        token.Kind()
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken;

    // Exceptions and attributes speak to programmers.
    private static bool ForProgrammers(SyntaxNode? node) =>
        node is not null
        && node.AncestorsAndSelf()
            .Any(n =>
                n is AttributeSyntax or ThrowStatementSyntax or ThrowExpressionSyntax
                || n is ObjectCreationExpressionSyntax { Type: var type }
                    && type.ToString().EndsWith("Exception", StringComparison.Ordinal)
            );

    [GeneratedRegex(@"\p{L}{2,},? \p{L}+,? \p{L}{2,}")]
    private static partial Regex Sentence();
}
