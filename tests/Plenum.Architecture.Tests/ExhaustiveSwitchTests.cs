using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Plenum.Analyzers;

namespace Plenum.Architecture.Tests;

/// <summary>A switch that handles every case of a closed hierarchy builds; one that forgets a case does not.</summary>
public sealed class ExhaustiveSwitchTests
{
    private const string Shapes = """
        #nullable enable
        public abstract record Shape
        {
            private Shape() { }
            public sealed record Circle(int R) : Shape;
            public sealed record Square(int A, bool Hollow) : Shape;
            public abstract record Many : Shape
            {
                private Many() { }
                public sealed record Pair(Shape Left, Shape Right) : Many;
                public sealed record Triple(Colour Colour) : Many;
            }
        }
        public enum Colour { Red, Green }
        public abstract record Found<T>
        {
            private Found() { }
            public sealed record Yes(T Value) : Found<T>;
            public sealed record No : Found<T>;
        }
        public abstract record Leaky
        {
            private Leaky() { }
            public sealed record A : Leaky;
            public abstract record B : Leaky { public sealed record C : B; }
        }
        public abstract record Open { public sealed record A : Open; public sealed record B : Open; }
        public sealed record Box(Shape Content, Shape? Spare);
        """;

    public static TheoryData<string, string> Complete =>
        new()
        {
            { "Shape", "Shape.Circle => 1, Shape.Square => 2, Shape.Many => 3" },
            {
                "Shape",
                "Shape.Circle c => c.R, Shape.Square s => s.A, Shape.Many.Pair => 3, Shape.Many.Triple => 4"
            },
            {
                "Shape",
                "Shape.Circle or Shape.Square => 1, Shape.Many.Pair or Shape.Many.Triple => 2"
            },
            {
                "Shape",
                "Shape.Circle(var r) => r, Shape.Square(_, var hollow) => 2, Shape.Many { } => 3"
            },
            {
                "Shape",
                "Shape.Circle => 1, Shape.Square { Hollow: true } => 2, Shape.Square { Hollow: false } => 3, Shape.Many => 4"
            },
            {
                "Shape",
                "Shape.Circle { R: > 3 } => 0, Shape.Circle => 1, Shape.Square => 2, Shape.Many => 3"
            },
            {
                "Shape",
                "Shape.Many.Triple(Colour.Red) => 1, Shape.Many.Triple { Colour: Colour.Green } => 2, Shape.Many.Pair => 3, Shape.Circle => 4, Shape.Square => 5"
            },
            {
                "Shape.Many",
                "Shape.Many.Pair(Shape.Circle, _) => 1, Shape.Many.Pair(Shape.Square or Shape.Many, _) => 2, Shape.Many.Triple => 3"
            },
            {
                "Shape",
                "Shape.Many.Pair(Shape.Circle, Shape.Circle) => 1, Shape.Many.Pair(not Shape.Circle, _) => 2, Shape.Many.Pair { Right: not Shape.Circle } => 3, Shape.Many.Triple => 3, Shape.Circle => 4, Shape.Square => 5"
            },
            { "Shape?", "Shape.Circle => 1, Shape.Square => 2, Shape.Many => 3, null => 4" },
            { "Found<string>", "Found<string>.Yes => 1, Found<string>.No => 2" },
            {
                "Found<Shape>",
                "Found<Shape>.Yes(Shape.Circle) => 1, Found<Shape>.Yes { Value: Shape.Square or Shape.Many } => 2, Found<Shape>.No => 3"
            },
            {
                "(Shape, Shape.Many)",
                "(Shape.Circle, Shape.Many.Pair) => 1, (Shape.Circle, Shape.Many.Triple) => 2, (Shape.Square or Shape.Many, _) => 3"
            },
            {
                "(Shape Left, Found<int> Right)",
                "(Shape.Circle, _) => 1, (_, Found<int>.Yes) => 2, (not Shape.Circle, Found<int>.No) => 3"
            },
            {
                "Box",
                "{ Content: Shape.Circle or Shape.Square } => 1, { Content: Shape.Many } => 2"
            },
            {
                "Box",
                "{ Spare: null } => 1, { Spare: Shape.Many } => 2, { Spare: Shape.Circle or Shape.Square } => 3"
            },
            { "Leaky", "Leaky.A => 1, Leaky.B => 2" },
        };

    public static TheoryData<string, string> Incomplete =>
        new()
        {
            { "Shape", "Shape.Circle => 1, Shape.Square => 2" },
            { "Shape", "Shape.Circle => 1, Shape.Square => 2, Shape.Many.Pair => 3" },
            { "Shape", "Shape.Circle or Shape.Square => 1, Shape.Many.Triple => 2" },
            { "Shape", "Shape.Circle(3) => 1, Shape.Square => 2, Shape.Many => 3" },
            { "Shape", "Shape.Circle { R: > 3 } => 1, Shape.Square => 2, Shape.Many => 3" },
            { "Shape", "Shape.Circle => 1, Shape.Square { Hollow: true } => 2, Shape.Many => 4" },
            { "Shape", "Shape.Circle c when c.R > 1 => 1, Shape.Square => 2, Shape.Many => 3" },
            {
                "Shape.Many",
                "Shape.Many.Pair(Shape.Circle, _) => 1, Shape.Many.Pair(_, Shape.Circle) => 2, Shape.Many.Triple => 3"
            },
            { "Shape?", "Shape.Circle => 1, Shape.Square => 2, Shape.Many => 3" },
            { "Found<string>", "Found<string>.Yes => 1" },
            { "Found<Shape>", "Found<Shape>.Yes(Shape.Circle) => 1, Found<Shape>.No => 3" },
            {
                "(Shape, Shape.Many)",
                "(Shape.Circle, Shape.Many.Pair) => 1, (Shape.Square or Shape.Many, _) => 3"
            },
            { "(Shape, Found<int>)", "(Shape.Circle, _) => 1, (_, Found<int>.Yes) => 2" },
            { "Box", "{ Content: Shape.Circle } => 1, { Content: Shape.Many } => 2" },
            { "Box", "{ Spare: Shape.Many } => 2, { Spare: Shape.Circle or Shape.Square } => 3" },
            { "Leaky", "Leaky.A => 1, Leaky.B.C => 2" },
            { "Open", "Open.A => 1, Open.B => 2" },
        };

    [Theory, MemberData(nameof(Complete))]
    public async Task A_switch_over_every_case_builds(string type, string arms) =>
        Assert.Empty(await Warnings(type, arms));

    [Theory, MemberData(nameof(Incomplete))]
    public async Task A_switch_that_forgets_a_case_does_not_build(string type, string arms) =>
        Assert.Equal(["CS8509"], await Warnings(type, arms));

    [Theory, MemberData(nameof(Complete))]
    public void Without_the_suppressor_the_compiler_would_refuse_some_complete_switches(
        string type,
        string arms
    ) =>
        Assert.All(
            Compile(type, arms).GetDiagnostics(TestContext.Current.CancellationToken),
            d => Assert.Equal("CS8509", d.Id)
        );

    private static async Task<ImmutableArray<string>> Warnings(string type, string arms)
    {
        var all = await Compile(type, arms)
            .WithAnalyzers([new ExhaustiveSwitch()])
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. all.Where(d => !d.IsSuppressed).Select(d => d.Id)];
    }

    private static CSharpCompilation Compile(string type, string arms) =>
        CSharpCompilation.Create(
            "Probe",
            [
                CSharpSyntaxTree.ParseText(Shapes),
                CSharpSyntaxTree.ParseText(
                    $$"""
                    #nullable enable
                    public static class Probe { public static int Of({{type}} value) => value switch { {{arms}} }; }
                    """
                ),
            ],
            Source.Platform,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
}
