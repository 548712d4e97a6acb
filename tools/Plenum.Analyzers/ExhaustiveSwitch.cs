using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Plenum.Analyzers;

/// <summary>
/// A closed hierarchy is an abstract record whose constructors are all private, so that its cases can only be
/// nested in it. C# 14 warns CS8509 on a switch over one even when every case is handled; this silences the
/// warning exactly then. CS8509 being an error, a forgotten case breaks the build.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExhaustiveSwitch : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Covered = new(
        "PLN0001",
        "CS8509",
        "every case of the closed hierarchy is matched"
    );

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Covered];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            var tree = diagnostic.Location.SourceTree;
            var node = tree
                ?.GetRoot(context.CancellationToken)
                .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            var syntax = node?.FirstAncestorOrSelf<SwitchExpressionSyntax>();
            if (tree is null || syntax is null)
                continue;
            var model = context.GetSemanticModel(tree);
            if (
                model.GetOperation(syntax, context.CancellationToken)
                    is ISwitchExpressionOperation { Value.Type: INamedTypeSymbol type } operation
                && IsClosed(type)
                && Leaves(type)
                    .All(leaf =>
                        operation.Arms.Any(arm => arm.Guard is null && Matches(arm.Pattern, leaf))
                    )
            )
                context.ReportSuppression(Suppression.Create(Covered, diagnostic));
        }
    }

    private static bool IsClosed(INamedTypeSymbol type) =>
        type.IsAbstract
        && type.TypeKind == TypeKind.Class
        && type.InstanceConstructors.All(c =>
            c.DeclaredAccessibility == Accessibility.Private || IsCopy(c, type)
        );

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(
            constructor.Parameters[0].Type.OriginalDefinition,
            type.OriginalDefinition
        );

    /// <summary>The concrete cases, through hierarchies nested in hierarchies.</summary>
    private static IEnumerable<INamedTypeSymbol> Leaves(INamedTypeSymbol type)
    {
        if (!type.IsAbstract)
            yield return type;
        if (type.IsSealed)
            yield break;
        var outermost = type;
        foreach (var nested in outermost.GetTypeMembers())
            if (
                nested.BaseType is { } parent
                && SymbolEqualityComparer.Default.Equals(
                    parent.OriginalDefinition,
                    type.OriginalDefinition
                )
            )
                foreach (var leaf in Leaves(nested))
                    yield return leaf;
    }

    private static bool Matches(IPatternOperation pattern, INamedTypeSymbol leaf) =>
        pattern switch
        {
            IDiscardPatternOperation => true,
            IDeclarationPatternOperation declared => Covers(declared.MatchedType, leaf),
            ITypePatternOperation typed => Covers(typed.MatchedType, leaf),
            IRecursivePatternOperation recursive => Covers(recursive.MatchedType, leaf)
                && recursive.DeconstructionSubpatterns.All(Irrefutable)
                && recursive.PropertySubpatterns.All(p => Irrefutable(p.Pattern)),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(
                either.LeftPattern,
                leaf
            ) || Matches(either.RightPattern, leaf),
            _ => false,
        };

    private static bool Irrefutable(IPatternOperation pattern) =>
        pattern switch
        {
            IDiscardPatternOperation => true,
            IDeclarationPatternOperation { MatchesNull: true } => true,
            IDeclarationPatternOperation declared => Covers(
                declared.MatchedType,
                declared.InputType
            ),
            _ => false,
        };

    private static bool Covers(ITypeSymbol? matched, ITypeSymbol leaf)
    {
        for (var type = leaf; type is not null; type = type.BaseType)
            if (
                SymbolEqualityComparer.Default.Equals(
                    matched?.OriginalDefinition,
                    type.OriginalDefinition
                )
            )
                return true;
        return false;
    }
}
