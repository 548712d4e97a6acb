using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Plenum.Analyzers;

/// <summary>
/// A closed hierarchy is an abstract record whose constructors are all private, so that its cases can only be nested
/// in it: the compiler itself guarantees that there are no others.
/// </summary>
internal static class ClosedHierarchy
{
    public static bool IsClosed(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: true } named
        && named.InstanceConstructors.All(c =>
            c.DeclaredAccessibility == Accessibility.Private || IsCopy(c, named)
        );

    /// <summary>
    /// The cases, through hierarchies nested in hierarchies. An abstract case that is itself open stands as a case of
    /// its own: only a pattern of that type covers what others may derive from it.
    /// </summary>
    public static ImmutableArray<ITypeSymbol> Cases(ITypeSymbol type) =>
        IsClosed(type)
            ?
            [
                .. ((INamedTypeSymbol)type)
                    .GetTypeMembers()
                    .Where(nested => Same(nested.BaseType, type))
                    .SelectMany(nested => Cases(nested)),
            ]
            : [type];

    /// <summary>Whether every value of <paramref name="type"/> is a <paramref name="wider"/>.</summary>
    public static bool Is(ITypeSymbol type, ITypeSymbol? wider)
    {
        for (var up = type; up is not null; up = up.BaseType)
            if (Same(up, wider))
                return true;
        return wider is { TypeKind: TypeKind.Interface }
            && type.AllInterfaces.Any(i => Same(i, wider));
    }

    private static bool Same(ITypeSymbol? one, ITypeSymbol? other) =>
        SymbolEqualityComparer.Default.Equals(one?.OriginalDefinition, other?.OriginalDefinition);

    // The compiler gives every abstract record a protected copy constructor.
    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type) =>
        constructor.Parameters.Length == 1 && Same(constructor.Parameters[0].Type, type);
}
