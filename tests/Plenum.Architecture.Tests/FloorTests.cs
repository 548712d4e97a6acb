using System.Collections.Immutable;
using System.Xml.Linq;

namespace Plenum.Architecture.Tests;

/// <summary>The assembly is the layer: each floor may look down, never up (docs/architecture.md).</summary>
public sealed class FloorTests
{
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Floors =
        new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["Plenum.Cli"] = ["Plenum.Texts", "Plenum.Web"],
            ["Plenum.Web"] = ["Plenum.Clerk"],
            ["Plenum.Clerk"] =
            [
                "Plenum.Domain",
                "Plenum.SecretBallot",
                "Plenum.Store",
                "Plenum.Transparency",
            ],
            ["Plenum.Domain"] = ["Plenum.Counting"],
            ["Plenum.Store"] = [],
            ["Plenum.Counting"] = [],
            ["Plenum.SecretBallot"] = [],
            ["Plenum.Texts"] = [],
            ["Plenum.Transparency"] = [],
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static readonly ImmutableArray<string> PackagesOfTheLaw =
    [
        "Microsoft.CodeAnalysis.BannedApiAnalyzers",
        "NodaTime",
        "YamlDotNet",
    ];

    private static readonly ImmutableArray<string> Pure =
    [
        "Plenum.Counting",
        "Plenum.SecretBallot",
        "Plenum.Transparency",
    ];

    [Fact]
    public void Every_project_under_src_stands_on_a_floor() =>
        Rule.Holds(
            "a project under src/ that no floor of docs/architecture.md names",
            Projects.Where(p => !Floors.ContainsKey(p))
        );

    [Fact]
    public void Projects_refer_to_exactly_the_floors_below_them() =>
        Rule.Holds(
            "project references differ from the floors",
            from project in Projects.Where(Floors.ContainsKey)
            let allowed = Floors[project].Where(Projects.Contains).Order(StringComparer.Ordinal)
            let actual = References(project, "ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))
                .Order(StringComparer.Ordinal)
            where !actual.SequenceEqual(allowed, StringComparer.Ordinal)
            select $"src/{project}: refers to [{string.Join(", ", actual)}], the floors say [{string.Join(", ", allowed)}]"
        );

    [Fact]
    public void Compiled_assemblies_refer_only_downwards() =>
        Rule.Holds(
            "an assembly refers to a floor that is not below it",
            from project in Projects.Where(Floors.ContainsKey)
            let below = Below(project).ToArray()
            from name in Assemblies.Of(project).GetReferencedAssemblies()
            where name.Name!.StartsWith("Plenum.", StringComparison.Ordinal)
            where !below.Contains(name.Name, StringComparer.Ordinal)
            select $"src/{project} -> {name.Name}"
        );

    [Fact]
    public void The_law_uses_no_package_but_time_and_yaml() =>
        Rule.Holds(
            "a package the law may not use",
            from package in References("Plenum.Domain", "PackageReference")
            where !PackagesOfTheLaw.Contains(package, StringComparer.Ordinal)
            select $"src/Plenum.Domain: {package}"
        );

    [Fact]
    public void The_library_of_texts_uses_readers_of_what_others_write_and_nothing_else() =>
        Rule.Holds(
            "a package the library of texts may not use",
            from package in References("Plenum.Texts", "PackageReference")
            where
                package
                    is not (
                        "AngleSharp"
                        or "Markdig"
                        or "Microsoft.CodeAnalysis.BannedApiAnalyzers"
                    )
            select $"src/Plenum.Texts: {package}"
        );

    [Fact]
    public void The_pure_libraries_use_no_package_at_all() =>
        Rule.Holds(
            "a pure library with a dependency",
            from project in Pure.Where(Projects.Contains)
            from package in References(project, "PackageReference")
            where package != "Microsoft.CodeAnalysis.BannedApiAnalyzers"
            select $"src/{project}: {package}"
        );

    [Theory]
    [InlineData("Plenum.Domain")]
    [InlineData("Plenum.Counting")]
    [InlineData("Plenum.Texts")]
    public void Clock_randomness_and_files_are_banned_from_the_pure_floors(string project)
    {
        var file = XDocument.Load(Path.Combine(Source.Root, "src", project, project + ".csproj"));
        Assert.Contains(
            "Microsoft.CodeAnalysis.BannedApiAnalyzers",
            References(project, "PackageReference"),
            StringComparer.Ordinal
        );
        Assert.Contains(
            file.Descendants("AdditionalFiles"),
            a =>
                a.Attribute("Include")
                    ?.Value.EndsWith("BannedSymbols.txt", StringComparison.Ordinal) == true
        );
        Assert.DoesNotContain("RS0030", Source.Text(".editorconfig"), StringComparison.Ordinal);
        var banned = Source.Text("BannedSymbols.txt");
        Assert.All(
            [
                "System.DateTime.UtcNow",
                "NodaTime.SystemClock",
                "System.Guid.NewGuid",
                "System.Random",
                "System.IO.File",
            ],
            symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal)
        );
    }

    private static ImmutableArray<string> Projects => Assemblies.Projects;

    private static IEnumerable<string> Below(string project) =>
        Floors[project].SelectMany(p => Below(p).Prepend(p)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> References(string project, string kind) =>
        XDocument
            .Load(Path.Combine(Source.Root, "src", project, project + ".csproj"))
            .Descendants(kind)
            .Select(e => e.Attribute("Include")?.Value)
            .OfType<string>();
}
