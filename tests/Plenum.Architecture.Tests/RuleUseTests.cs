using System.Collections.Immutable;
using System.Reflection;
using Plenum.Domain.Statutes;

namespace Plenum.Architecture.Tests;

/// <summary>
/// What the reader of statutes makes of a text is used by the engine: a rule that is read and obeyed by nothing would be
/// a sentence that members vote on in vain. Which keys are read is tested beside the language.
/// </summary>
public sealed class RuleUseTests
{
    private const string Statutes = "Plenum.Domain.Statutes";

    private const BindingFlags All =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    // Call, callvirt, newobj, ldftn behind its prefix: what is followed by the token of a method.
    private static readonly ImmutableArray<byte> BeforeAMethod = [0x28, 0x6F, 0x73, 0x06];

    [Fact]
    public void Every_rule_that_statutes_can_state_is_used_outside_of_them()
    {
        var used = Used();
        Rule.Holds(
            "a rule that is read from statutes and that no part of the engine uses: flag its key as not carried out, and do not read it",
            from property in Rules(typeof(Rules), [])
            where !used.Contains(property.GetMethod!)
            select $"{property.DeclaringType!.Name}.{property.Name}"
        );
    }

    [Fact]
    public void A_rule_that_nothing_uses_is_found() =>
        Assert.DoesNotContain(typeof(Unread).GetProperty(nameof(Unread.Value))!.GetMethod!, Used());

    private sealed record Unread(int Value);

    private static IEnumerable<PropertyInfo> Rules(Type type, HashSet<Type> seen) =>
        !seen.Add(type)
            ? []
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.Name != "Article" && !IsDerived(p))
                .SelectMany(p => Inside(p.PropertyType, seen).Prepend(p));

    private static IEnumerable<PropertyInfo> Inside(Type type, HashSet<Type> seen) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(t => Inside(t, seen))
        : type.Namespace == Statutes
        && Assemblies.IsRecord(type)
        && (
            type.Name.EndsWith("Rule", StringComparison.Ordinal)
            || type == typeof(Band)
            || type == typeof(ConstituencyShare)
            || type == typeof(NamedSubject)
        )
            ? Rules(type, seen)
        : [];

    // What the text states is set; what is worked out from it is not.
    private static bool IsDerived(PropertyInfo property) => property.SetMethod is null;

    // From all code outside of statutes, through what statutes offer, to the properties of rules.
    private static HashSet<MethodBase> Used()
    {
        var types = Assemblies
            .Projects.Select(Assemblies.Of)
            .SelectMany(a => a.GetTypes())
            .ToImmutableArray();
        var reached = new HashSet<MethodBase>();
        var waiting = new Queue<MethodBase>(types.Where(t => !IsOfStatutes(t)).SelectMany(Methods));
        while (waiting.TryDequeue(out var method))
            foreach (var called in Called(method))
                if (IsOfStatutes(called.DeclaringType) && !IsWritten(called) && reached.Add(called))
                    foreach (var inner in Closures(called).Prepend(called))
                        waiting.Enqueue(inner);
        return reached;
    }

    // Comparing, copying and printing whole rules is no use of any; nor is reading them or holding them against the charter.
    private static bool IsWritten(MethodBase method) =>
        method.Name
            is "Equals"
                or "GetHashCode"
                or "PrintMembers"
                or "ToString"
                or "Deconstruct"
                or "op_Equality"
                or "op_Inequality"
                or "<Clone>$"
                or ".ctor"
                or ".cctor"
        || method.DeclaringType!.FullName!.StartsWith(
            Statutes + ".RulesReader",
            StringComparison.Ordinal
        );

    // What the compiler makes of lambdas and iterators lies beside the method they stand in.
    private static IEnumerable<MethodBase> Closures(MethodBase method) =>
        method
            .DeclaringType!.GetNestedTypes(BindingFlags.NonPublic)
            .Where(t => t.Name.StartsWith('<'))
            .SelectMany(Methods)
            .Where(m =>
                m.Name.Contains("<" + method.Name + ">", StringComparison.Ordinal)
                || m.DeclaringType!.Name.Contains("<" + method.Name + ">", StringComparison.Ordinal)
            );

    private static bool IsOfStatutes(Type? type) => type?.Namespace == Statutes;

    private static IEnumerable<MethodBase> Methods(Type type) =>
        type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All));

    private static IEnumerable<MethodBase> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at + 4 < code.Length; at++)
            if (
                BeforeAMethod.Contains(code[at])
                && BitConverter.ToInt32(code, at + 1) is var token
                && token >>> 24 is 0x06 or 0x0A or 0x2B
                && Resolved(method, token) is { } called
            )
                yield return called;
    }

    private static MethodBase? Resolved(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(
                token,
                method.DeclaringType is { IsGenericType: true } type
                    ? type.GetGenericArguments()
                    : [],
                method.IsGenericMethod ? method.GetGenericArguments() : []
            );
        }
        // Bytes that only look like a call.
        catch (ArgumentException)
        {
            return null;
        }
    }
}
