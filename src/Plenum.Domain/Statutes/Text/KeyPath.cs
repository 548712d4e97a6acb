using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Plenum.Domain.Statutes;

/// <summary>One step of a path: a key of a map or an item of a list.</summary>
public readonly record struct Step(string Name, bool IsItem);

/// <summary>The address of a value in a text of statutes, for instance <c>bodies[committee].term</c>.</summary>
public readonly partial record struct KeyPath(EquatableArray<Step> Steps)
{
    public static readonly KeyPath Root = new([]);

    public KeyPath Key(string name) => new(Steps.Add(new(name, false)));

    public KeyPath Item(string name) => new(Steps.Add(new(name, true)));

    /// <summary>The path one step up; the root stays the root.</summary>
    public KeyPath Parent => Steps.Count == 0 ? this : new(new(Steps.Items[..^1]));

    public Step Last => Steps.Count == 0 ? default : Steps[^1];

    /// <summary>The same path without the names of items: how the schema and the sentences name a key.</summary>
    public string Pattern => Write(static step => step.IsItem ? "[]" : step.Name);

    public static KeyPath Of(string text)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (Match match in Steps_().Matches(text))
            steps.Add(
                match.Groups["a"].Success
                    ? new(match.Groups["a"].Value, true)
                    : new(match.Groups["b"].Value, false)
            );
        return new(new(steps.ToImmutable()));
    }

    public static bool IsName(string text) => Name_().IsMatch(text);

    public override string ToString() =>
        Write(static step => step.IsItem ? "[" + step.Name + "]" : step.Name);

    private string Write(Func<Step, string> name) =>
        string.Concat(Steps.Items.Select((s, i) => (i > 0 && !s.IsItem ? "." : "") + name(s)));

    [GeneratedRegex(
        @"\[(?<a>[^\]]*)\]|(?<b>[^.\[\]]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Steps_();

    [GeneratedRegex(
        @"^[a-z][a-z0-9_-]{0,63}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Name_();
}
