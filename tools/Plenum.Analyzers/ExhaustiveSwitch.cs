using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Plenum.Analyzers;

/// <summary>
/// C# 14 warns CS8509 on a switch expression over a closed hierarchy even when every case is handled; this silences
/// the warning exactly then. CS8509 being an error, a forgotten case breaks the build.
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
            var syntax = tree
                ?.GetRoot(context.CancellationToken)
                .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<SwitchExpressionSyntax>();
            if (tree is null || syntax is null)
                continue;
            var model = context.GetSemanticModel(tree);
            if (
                model.GetOperation(syntax, context.CancellationToken)
                    is ISwitchExpressionOperation { Value.Type: { } type } operation
                && Coverage.Complete(
                    operation.Arms.Where(a => a.Guard is null).Select(a => a.Pattern),
                    type,
                    MaybeNull(model, syntax.GoverningExpression)
                )
            )
                context.ReportSuppression(Suppression.Create(Covered, diagnostic));
        }
    }

    private static bool MaybeNull(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Nullability.FlowState == NullableFlowState.MaybeNull;
}
