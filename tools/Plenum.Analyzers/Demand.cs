using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Plenum.Analyzers;

/// <summary>A pattern that one place in the value has to match for its row to match.</summary>
internal sealed class Demand(
    string place,
    IPatternOperation pattern,
    ITypeSymbol? type,
    bool maybeNull
)
{
    public string Place { get; } = place;
    public IPatternOperation Pattern { get; } = pattern;

    public static Demand On(
        string place,
        string member,
        IPatternOperation pattern,
        ITypeSymbol? type
    ) =>
        new(
            place + "." + member,
            pattern,
            type,
            type?.NullableAnnotation == NullableAnnotation.Annotated
        );

    public static Demand Unknown(string place, IPatternOperation pattern) =>
        new(place + ".?", pattern, null, maybeNull: true);

    /// <summary>The alternatives of the place: cases of a closed hierarchy, true and false, named values, null.</summary>
    public ImmutableArray<Alternative> Alternatives()
    {
        var some = type is null ? [Alternative.Any(null)] : Values(Underlying(type));
        return maybeNull ? [.. some, Alternative.Nothing] : some;
    }

    private static ImmutableArray<Alternative> Values(ITypeSymbol type) =>
        type switch
        {
            { SpecialType: SpecialType.System_Boolean } =>
            [
                Alternative.Constant(type, true),
                Alternative.Constant(type, false),
            ],
            { TypeKind: TypeKind.Enum } =>
            [
                .. type.GetMembers()
                    .OfType<IFieldSymbol>()
                    .Where(f => f.HasConstantValue)
                    .Select(f => Alternative.Constant(type, f.ConstantValue!)),
            ],
            _ => [.. ClosedHierarchy.Cases(type).Select(Alternative.Any)],
        };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T
            } nullable
            ? nullable.TypeArguments[0]
            : type;
}
