using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace Plenum.Architecture.Tests;

/// <summary>The assemblies of this repository's own projects, loaded beside the tests.</summary>
internal static class Assemblies
{
    public static ImmutableArray<string> Projects { get; } =
    [.. Source.Files("src", ".csproj").Select(p => Path.GetFileNameWithoutExtension(p))];

    public static ImmutableArray<Type> Types { get; } =
    [.. Projects.SelectMany(p => Of(p).GetTypes()).Where(t => !Generated(t))];

    public static Assembly Of(string project) =>
        Assembly.Load(
            XDocument
                .Load(Path.Combine(Source.Root, "src", project, project + ".csproj"))
                .Descendants("AssemblyName")
                .FirstOrDefault()
                ?.Value
                ?? project
        );

    /// <summary>A record class: the compiler gives it a method that copies it.</summary>
    public static bool IsRecord(Type type) =>
        type.IsClass
        && type.GetMethod(
            "<Clone>$",
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        )
            is not null;

    /// <summary>The constructors somebody wrote; not the one that copies a record.</summary>
    public static IEnumerable<ConstructorInfo> Constructors(Type type) =>
        type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(c => c.GetParameters() is not [var only] || only.ParameterType != type);

    private static bool Generated(Type type)
    {
        for (var outer = type; outer is not null; outer = outer.DeclaringType)
            if (
                outer.Name.Contains('<', StringComparison.Ordinal)
                || outer.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
                || outer.IsDefined(
                    typeof(System.CodeDom.Compiler.GeneratedCodeAttribute),
                    inherit: false
                )
            )
                return true;
        return false;
    }
}
