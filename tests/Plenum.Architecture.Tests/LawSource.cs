using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Architecture.Tests;

/// <summary>One source file of the law and the word whose folder it lies in; the root has none.</summary>
internal sealed record LawFile(string Path, string Word, SyntaxTree Tree)
{
    public SyntaxNode Root => Tree.GetRoot();
}

/// <summary>The source of Plenum.Domain, parsed and bound, to see which file uses which word.</summary>
internal static class LawSource
{
    private const string Folder = "src/Plenum.Domain";

    // The compiler's implicit usings, which the build writes into a generated file.
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    public static ImmutableArray<LawFile> Files { get; } =
    [
        .. Source
            .Files(Folder, ".cs")
            .Select(path => new LawFile(
                path,
                path[(Folder.Length + 1)..] is var rest
                && rest.Contains('/', StringComparison.Ordinal)
                    ? rest.Split('/')[0]
                    : "",
                CSharpSyntaxTree.ParseText(Source.Text(path), Options, path)
            )),
    ];

    private static readonly Lazy<CSharpCompilation> Law = new(() =>
        CSharpCompilation.Create(
            "Plenum.Domain",
            Files.Select(f => f.Tree).Prepend(CSharpSyntaxTree.ParseText(ImplicitUsings, Options)),
            Source.Platform.Where(r =>
                !string.Equals(
                    System.IO.Path.GetFileName(r.Display),
                    "Plenum.Domain.dll",
                    StringComparison.OrdinalIgnoreCase
                )
            ),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        )
    );

    public static ImmutableSortedSet<string> WordsUsedBy(LawFile file)
    {
        var model = Law.Value.GetSemanticModel(file.Tree);
        return
        [
            .. file
                .Root.DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Select(name => model.GetSymbolInfo(name).Symbol)
                .Select(symbol => symbol as INamedTypeSymbol ?? symbol?.ContainingType)
                .OfType<INamedTypeSymbol>()
                .Select(type => type.ContainingNamespace?.ToDisplayString() ?? "")
                .Where(space => space.StartsWith("Plenum.Domain.", StringComparison.Ordinal))
                .Select(space => space.Split('.')[2]),
        ];
    }
}
