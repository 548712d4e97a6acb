using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Plenum.Analyzers;

/// <summary>
/// Do these patterns match every value? Each pattern is a row of demands on places in the value (the value itself,
/// a property of it, an element of a tuple). A place is split into its alternatives and each row followed into each
/// alternative; where a row has no demand left, it matches. What is not understood counts as not matching, so that
/// an incomplete switch is never silenced.
/// </summary>
internal static class Coverage
{
    public static bool Complete(
        IEnumerable<IPatternOperation> patterns,
        ITypeSymbol type,
        bool maybeNull
    ) =>
        Complete([
            .. patterns.Select(p => ImmutableArray.Create(new Demand("", p, type, maybeNull))),
        ]);

    private static bool Complete(ImmutableArray<ImmutableArray<Demand>> rows)
    {
        if (rows.Any(row => row.IsEmpty))
            return true;
        if (rows.IsEmpty)
            return false;
        var place = rows.SelectMany(row => row).OrderBy(d => d.Place.Length).First();
        return place
            .Alternatives()
            .All(alternative =>
                Complete([.. rows.SelectMany(row => Follow(row, place.Place, alternative))])
            );
    }

    private static IEnumerable<ImmutableArray<Demand>> Follow(
        ImmutableArray<Demand> row,
        string place,
        Alternative alternative
    )
    {
        IEnumerable<ImmutableArray<Demand>> followed =
        [
            row.RemoveAll(d => string.Equals(d.Place, place, System.StringComparison.Ordinal)),
        ];
        foreach (
            var demand in row.Where(d =>
                string.Equals(d.Place, place, System.StringComparison.Ordinal)
            )
        )
            followed = Both(followed, Rest(demand.Pattern, place, alternative));
        return followed;
    }

    /// <summary>The ways in which the pattern still can match, each a row of further demands.</summary>
    private static ImmutableArray<ImmutableArray<Demand>> Rest(
        IPatternOperation pattern,
        string place,
        Alternative alternative
    ) =>
        pattern switch
        {
            IDiscardPatternOperation => Always,
            IDeclarationPatternOperation { MatchesNull: true } => Always,
            IDeclarationPatternOperation declared => When(alternative.Is(declared.MatchedType)),
            ITypePatternOperation typed => When(alternative.Is(typed.MatchedType)),
            IConstantPatternOperation constant => When(alternative.IsConstant(constant.Value)),
            IRecursivePatternOperation parts => alternative.Is(parts.MatchedType)
                ? Parts(parts, place)
                : Never,
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            [
                .. Rest(either.LeftPattern, place, alternative),
                .. Rest(either.RightPattern, place, alternative),
            ],
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            [
                .. Both(
                    Rest(both.LeftPattern, place, alternative),
                    Rest(both.RightPattern, place, alternative)
                ),
            ],
            INegatedPatternOperation negated => When(Excluded(negated.Pattern, alternative)),
            _ => Never,
        };

    private static readonly ImmutableArray<ImmutableArray<Demand>> Never = [];
    private static readonly ImmutableArray<ImmutableArray<Demand>> Always =
    [
        [],
    ];

    private static ImmutableArray<ImmutableArray<Demand>> When(bool matches) =>
        matches ? Always : Never;

    private static IEnumerable<ImmutableArray<Demand>> Both(
        IEnumerable<ImmutableArray<Demand>> left,
        IEnumerable<ImmutableArray<Demand>> right
    ) => left.SelectMany(_ => right, (l, r) => l.AddRange(r));

    private static ImmutableArray<ImmutableArray<Demand>> Parts(
        IRecursivePatternOperation pattern,
        string place
    )
    {
        var properties = pattern.PropertySubpatterns.Select(sub =>
            sub.Member is IMemberReferenceOperation { Member: var member }
                ? Demand.On(place, member.Name, sub.Pattern, TypeOf(member))
                : Demand.Unknown(place, sub.Pattern)
        );
        var elements = pattern.DeconstructionSubpatterns.Select(
            (sub, index) => Element(pattern, place, sub, index)
        );
        return
        [
            [.. elements, .. properties],
        ];
    }

    // A record deconstructs into the properties of the same names; a tuple into its elements.
    private static Demand Element(
        IRecursivePatternOperation pattern,
        string place,
        IPatternOperation sub,
        int index
    ) =>
        pattern.DeconstructSymbol switch
        {
            IMethodSymbol method => Demand.On(
                place,
                method.Parameters[index].Name,
                sub,
                method.Parameters[index].Type
            ),
            _ when pattern.InputType is INamedTypeSymbol { IsTupleType: true } tuple => Demand.On(
                place,
                tuple.TupleElements[index].CorrespondingTupleField?.Name
                    ?? tuple.TupleElements[index].Name,
                sub,
                tuple.TupleElements[index].Type
            ),
            _ => Demand.Unknown(place, sub),
        };

    private static ITypeSymbol? TypeOf(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };

    // "not X" surely matches only where X surely does not: by type, by null or by another constant.
    private static bool Excluded(IPatternOperation pattern, Alternative alternative) =>
        pattern switch
        {
            IConstantPatternOperation constant => alternative.IsNot(constant.Value),
            ITypePatternOperation typed => alternative.CannotBe(typed.MatchedType),
            IDeclarationPatternOperation { MatchesNull: false } declared => alternative.CannotBe(
                declared.MatchedType
            ),
            IRecursivePatternOperation parts => alternative.CannotBe(parts.MatchedType),
            IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Excluded(
                either.LeftPattern,
                alternative
            ) && Excluded(either.RightPattern, alternative),
            _ => false,
        };
}
