using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.Web.Speech;

/// <summary>
/// One sentence with places to fill: <c>{name}</c>, or <c>{n, plural, one {# vote} other {# votes}}</c> after the
/// ICU message format (Unicode Technical Standard 35, messages), of which only these two forms are read.
/// </summary>
public sealed class Pattern
{
    private abstract record Part
    {
        private Part() { }

        public sealed record Said(string Text) : Part;

        public sealed record Filled(string Name) : Part;

        public sealed record Counted(string Name, Pattern One, Pattern Other) : Part;

        public sealed record Number : Part;
    }

    private readonly ImmutableArray<Part> parts;

    private Pattern(ImmutableArray<Part> parts) => this.parts = parts;

    /// <summary>The names a caller has to give, each once, in order.</summary>
    public ImmutableSortedSet<string> Names =>
        parts
            .SelectMany(part =>
                part switch
                {
                    Part.Said => [],
                    Part.Number => [],
                    Part.Filled filled => [filled.Name],
                    Part.Counted counted => counted
                        .One.Names.Union(counted.Other.Names)
                        .Add(counted.Name),
                }
            )
            .ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The sentence with its places filled; <paramref name="shown"/> turns a value into words.</summary>
    public string Fill(IReadOnlyDictionary<string, object> data, Func<object, string> shown) =>
        Fill(data, shown, "#");

    private string Fill(
        IReadOnlyDictionary<string, object> data,
        Func<object, string> shown,
        string number
    )
    {
        var said = new StringBuilder();
        foreach (var part in parts)
            said.Append(
                part switch
                {
                    Part.Said text => text.Text,
                    Part.Number => number,
                    Part.Filled filled => shown(Value(data, filled.Name)),
                    Part.Counted counted => (
                        IsOne(Value(data, counted.Name)) ? counted.One : counted.Other
                    ).Fill(data, shown, shown(Value(data, counted.Name))),
                }
            );
        return said.ToString();
    }

    private static object Value(IReadOnlyDictionary<string, object> data, string name) =>
        data.TryGetValue(name, out var value)
            ? value
            : throw new KeyNotFoundException($"The sentence needs a value for {{{name}}}.");

    private static bool IsOne(object value) =>
        value is IConvertible number && number.ToDecimal(CultureInfo.InvariantCulture) == 1m;

    /// <summary>Reads a sentence; throws <see cref="FormatException"/> where the braces do not match.</summary>
    public static Pattern Parse(string text)
    {
        var at = 0;
        var pattern = Parse(text, ref at, counted: false);
        return at == text.Length
            ? pattern
            : throw new FormatException($"A brace closes nothing at {at}: {text}");
    }

    private static Pattern Parse(string text, ref int at, bool counted)
    {
        var read = ImmutableArray.CreateBuilder<Part>();
        var said = new StringBuilder();
        while (at < text.Length && text[at] != '}')
        {
            if (text[at] != '{' && !(counted && text[at] == '#'))
            {
                said.Append(text[at++]);
                continue;
            }
            if (said.Length > 0)
                read.Add(new Part.Said(said.ToString()));
            said.Clear();
            if (text[at++] == '#')
                read.Add(new Part.Number());
            else
                read.Add(Place(text, ref at));
        }
        if (said.Length > 0)
            read.Add(new Part.Said(said.ToString()));
        return new Pattern(read.ToImmutable());
    }

    private static Part Place(string text, ref int at)
    {
        var name = Word(text, ref at);
        if (Take(text, ref at, '}'))
            return new Part.Filled(name);
        Expect(text, ref at, ',');
        if (Word(text, ref at) != "plural")
            throw new FormatException($"Only plural is known: {text}");
        Expect(text, ref at, ',');
        var one = Form(text, ref at, "one");
        var other = Form(text, ref at, "other");
        Expect(text, ref at, '}');
        return new Part.Counted(name, one, other);
    }

    private static Pattern Form(string text, ref int at, string form)
    {
        if (Word(text, ref at) != form)
            throw new FormatException($"The form {form} is expected at {at}: {text}");
        Expect(text, ref at, '{');
        var pattern = Parse(text, ref at, counted: true);
        Expect(text, ref at, '}');
        return pattern;
    }

    private static string Word(string text, ref int at)
    {
        Skip(text, ref at);
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '-'))
            at++;
        return at > start
            ? text[start..at]
            : throw new FormatException($"A name is expected at {at}: {text}");
    }

    private static bool Take(string text, ref int at, char mark)
    {
        Skip(text, ref at);
        if (at >= text.Length || text[at] != mark)
            return false;
        at++;
        return true;
    }

    private static void Expect(string text, ref int at, char mark)
    {
        if (!Take(text, ref at, mark))
            throw new FormatException($"'{mark}' is expected at {at}: {text}");
    }

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
            at++;
    }
}
