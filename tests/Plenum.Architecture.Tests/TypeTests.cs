using System.Collections.Immutable;
using System.Reflection;
using static Plenum.Architecture.Tests.Assemblies;

namespace Plenum.Architecture.Tests;

/// <summary>How types are written here: sealed or closed, immutable, named for what they are.</summary>
public sealed class TypeTests
{
    private static readonly ImmutableArray<string> BannedSuffixes =
    [
        "Helper",
        "Helpers",
        "Manager",
        "Service",
        "Util",
        "Utils",
    ];

    /// <summary>Roots that every verb or word extends in its own file; all others are closed.</summary>
    private static readonly ImmutableArray<string> OpenRoots =
    [
        "Plenum.Domain.Command",
        "Plenum.Domain.Event",
        "Plenum.Domain.Prepared",
        "Plenum.Domain.Reason",
    ];

    private static readonly ImmutableArray<string> MutableCollections =
    [
        "ConcurrentBag`1",
        "ConcurrentDictionary`2",
        "ConcurrentQueue`1",
        "Dictionary`2",
        "HashSet`1",
        "List`1",
        "Queue`1",
        "SortedDictionary`2",
        "Stack`1",
    ];

    [Fact]
    public void Every_record_is_sealed_or_closed() =>
        Rule.Holds(
            "a record is neither sealed nor abstract with only private constructors",
            from type in Types
            where
                IsRecord(type)
                && !type.IsSealed
                && !OpenRoots.Contains(type.FullName!, StringComparer.Ordinal)
            where !type.IsAbstract || !Constructors(type).All(c => c.IsPrivate)
            select type.FullName
        );

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() =>
        Rule.Holds(
            "a class that others could derive from without being meant for it",
            from type in Types
            where type.IsClass && !IsRecord(type) && !type.IsSealed && !type.IsAbstract
            where !IsComponent(type) && type.Name != "Program"
            select type.FullName
        );

    [Fact]
    public void No_type_is_named_after_a_pattern_instead_of_a_thing() =>
        Rule.Holds(
            "a type-name suffix that says nothing: " + string.Join(", ", BannedSuffixes),
            from type in Types
            let name = type.Name.Split('`')[0]
            where BannedSuffixes.Any(s => name.EndsWith(s, StringComparison.Ordinal))
            select type.FullName
        );

    // The base of a share or of an amendment is a word of the law; a base class is named after what it is.
    [Fact]
    public void No_abstract_type_is_called_a_base() =>
        Rule.Holds(
            "an abstract type named Base",
            from type in Types
            where type.IsAbstract && !type.IsSealed
            where type.Name.Split('`')[0].EndsWith("Base", StringComparison.Ordinal)
            select type.FullName
        );

    [Fact]
    public void No_interface_has_exactly_one_implementation() =>
        Rule.Holds(
            "an interface that only one type implements: use the type",
            from contract in Types
            where contract.IsInterface
            let types = Types
                .Where(t => !t.IsInterface && !t.IsAbstract && Implements(t, contract))
                .ToArray()
            where types.Length == 1
            select $"{contract.FullName}, only {types[0].FullName}"
        );

    [Fact]
    public void No_static_field_changes() =>
        Rule.Holds(
            "state shared by the whole program",
            from type in Types
            from field in type.GetFields(
                BindingFlags.Static
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly
            )
            where
                !field.IsLiteral && !field.Name.Contains("__", StringComparison.Ordinal)
                || IsSettableProperty(type, field)
            where
                !field.IsInitOnly
                || IsPure(type)
                    && MutableCollections.Contains(field.FieldType.Name, StringComparer.Ordinal)
            select $"{type.FullName}.{field.Name}"
        );

    // Above the law a field that never changes may hold a cache; below, nothing remembers.
    private static bool IsPure(Type type) =>
        type.Assembly.GetName().Name
            is "Plenum.Domain"
                or "Plenum.Counting"
                or "Plenum.SecretBallot"
                or "Plenum.Texts"
                or "Plenum.Transparency";

    private static bool IsSettableProperty(Type type, FieldInfo field) =>
        field.Name is ['<', .. var rest]
        && rest.Split('>')[0] is var name
        && type.GetProperty(
            name,
            BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        )?.CanWrite == true;

    private static bool Implements(Type type, Type contract) =>
        type.GetInterfaces()
            .Any(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == contract);

    private static bool IsComponent(Type type)
    {
        for (var up = type.BaseType; up is not null; up = up.BaseType)
            if (up.FullName == "Microsoft.AspNetCore.Components.ComponentBase")
                return true;
        return type.Name == "_Imports";
    }
}
