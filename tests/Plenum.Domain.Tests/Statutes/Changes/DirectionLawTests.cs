using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class DirectionLawTests
{
    private static readonly string[] Texts =
    [
        .. Templates.Names.SelectMany(n =>
            new[] { Templates.Text(n, small: false), Templates.Text(n, small: true) }
        ),
    ];

    internal static Gen<T> From<T>(params T[] items) =>
        Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static readonly Gen<int> Small = Gen.Int[0, 60];

    private static Gen<string> ValueOf(Kind kind) =>
        kind switch
        {
            Kind.Prose => From("one", "two", "three"),
            Kind.Whole whole => Gen.Int[whole.Least, whole.Most].Select(n => $"{n}"),
            Kind.YesNo => From("true", "false"),
            Kind.Amount => Gen.Select(Small, Small, Gen.Int[0, 4])
                .Select(
                    (a, b, form) =>
                        form switch
                        {
                            0 => $"\"{a}\"",
                            1 => $"\"{a}%\"",
                            2 => $"\"max({a}, {b}%)\"",
                            3 => $"\"min({a}, {b}%)\"",
                            _ => $"\"max({a}, 0.{b + 10} * sqrt(n))\"",
                        }
                ),
            Kind.Majority => Gen.Select(
                    Gen.Int[1, 9],
                    From(">", ">="),
                    From("cast", "present", "eligible", "seats", "sections")
                )
                .Select((tenths, sign, of) => $"\"{sign} {tenths}/10 of {of}\""),
            Kind.Time => Gen.Select(Gen.Int[1, 90], From("D", "W", "M"))
                .Select((n, unit) => $"P{n}{unit}"),
            Kind.Part => Gen.Int[1, 100].Select(n => $"\"{n}%\""),
            Kind.Word word => From([.. word.Words]),
            Kind.Body => From("members", "committee", "chair", "panel"),
            Kind.ListOf list => ValueOf(list.Item)
                .Array[0, 3]
                .Select(items => "[" + string.Join(", ", items.Distinct()) + "]"),
            Kind.Table => Gen.Const("{}"),
        };

    // A text, one value in it, and another value of the same kind.
    private static readonly Gen<(string Before, string After, string Path)> Mutated = Gen.Int[
            0,
            Texts.Length - 1
        ]
        .SelectMany(t =>
        {
            var values = RuleSentences
                .All(Draft.Parse(Texts[t]))
                .Where(v => v.Kind is not Kind.Table && !Points(v.Path.Pattern))
                .ToArray();
            return From(values)
                .SelectMany(v => ValueOf(v.Kind).Select(yaml => (v.Path, Yaml: yaml)))
                .Select(e =>
                    (Texts[t], Edit.Set(Texts[t], ($"{e.Path}", e.Yaml)), $"{e.Path} = {e.Yaml}")
                );
        });

    // A body under another id is another body, and its seat is no single value.
    private static bool Points(string pattern) => pattern == "bodies[].id";

    private static ChangeDirection Of(string before, string after) =>
        Directions.Of(Draft.Parse(before), Draft.Parse(after));

    [Fact]
    public void A_text_held_against_itself_is_wording() =>
        Assert.All(Texts, t => Assert.Equal(ChangeDirection.Wording, Of(t, t)));

    [Fact]
    public void A_widening_or_neutral_change_of_one_value_taken_back_narrows_or_is_neutral() =>
        Mutated.Sample(
            edit =>
                Of(edit.Before, edit.After) switch
                {
                    ChangeDirection.Wording => Of(edit.After, edit.Before)
                        == ChangeDirection.Wording,
                    ChangeDirection.Widening => Of(edit.After, edit.Before)
                        == ChangeDirection.Narrowing,
                    ChangeDirection.Neutral => Of(edit.After, edit.Before)
                        == ChangeDirection.Neutral,
                    ChangeDirection.Narrowing => Of(edit.After, edit.Before)
                        is ChangeDirection.Widening
                            or ChangeDirection.Narrowing,
                },
            iter: 100,
            print: e => e.Path
        );

    [Fact]
    public void Another_value_is_never_wording() =>
        Mutated.Sample(
            edit =>
            {
                var path = KeyPath.Of(edit.Path.Split(" = ")[0]);
                var (old, now) = (
                    Draft.Parse(edit.Before).At(path),
                    Draft.Parse(edit.After).At(path)
                );
                return Of(edit.Before, edit.After) != ChangeDirection.Wording
                    || MeanTheSame(old, now);
            },
            iter: 100,
            print: e => e.Path
        );

    // Not the order under test: the values the engine would work with.
    private static bool MeanTheSame(Node old, Node now) =>
        old is Node.List || now is Node.List
            ? old.Items.Select(n => n.Text).ToHashSet().SetEquals(now.Items.Select(n => n.Text))
            : old.Text == now.Text
                || (Values.Amount(old.Text), Values.Amount(now.Text)) is ({ } a, { } b)
                    && Enumerable.Range(1, 3_000).All(n => a.Among(n) == b.Among(n))
                || (Values.Majority(old.Text), Values.Majority(now.Text)) is ({ } c, { } d)
                    && c.Share.CompareTo(d.Share) == 0
                    && (c.Base, c.Strict) == (d.Base, d.Strict)
                || (Values.Time(old.Text), Values.Time(now.Text)) is ({ } e, { } f)
                    && AsMonths(e).Equals(AsMonths(f));

    // A year is twelve months wherever it begins; a month is no number of days.
    private static Period AsMonths(Period time)
    {
        var (months, normal) = ((12 * time.Years) + time.Months, time.Normalize().ToBuilder());
        (normal.Years, normal.Months) = (0, months);
        return normal.Build();
    }

    [Fact]
    public void Prose_in_front_of_a_change_never_changes_its_direction() =>
        Gen.Select(From([.. Edit.All]), Gen.String[Gen.Char.AlphaNumeric, 1, 200])
            .Sample(
                (edit, prose) =>
                {
                    var after = Edit.Apply(edit.After(), "prose organisation")
                        .Replace("We mean what we say.", prose, StringComparison.Ordinal);
                    return Of(edit.Before(), after) == edit.Direction
                        || edit.What.Contains("x charter", StringComparison.Ordinal);
                },
                iter: 60,
                print: e => e.Item1.Id
            );

    [Fact]
    public void Two_amounts_are_ordered_as_the_engine_counts_them() =>
        Gen.Select(ValueOf(new Kind.Amount()), ValueOf(new Kind.Amount()), Gen.Int[1, 300_000])
            .Sample(
                (one, other, members) =>
                {
                    var (a, b) = (one.Trim('"'), other.Trim('"'));
                    var sign = Values.Amount(b)!.Among(members) - Values.Amount(a)!.Among(members);
                    return Order.Of(new Kind.Amount(), a, b) switch
                    {
                        1 => sign >= 0,
                        -1 => sign <= 0,
                        0 => sign == 0,
                        _ => true,
                    };
                },
                iter: 40
            );

    [Fact]
    public void Every_key_of_the_language_is_decided_and_nothing_else_is()
    {
        var keys = StatuteLanguage
            .Blocks.SelectMany(b => Keys(b.Name, b.Kind))
            .ToHashSet(StringComparer.Ordinal);
        Assert.All(keys, k => Assert.True(Declarations.Knows(k), k));
        Assert.All(Declarations.Patterns, p => Assert.True(keys.Contains(p) || IsTable(p), p));
    }

    private static IEnumerable<string> Keys(string path, Kind kind) =>
        kind switch
        {
            Kind.Table table => table.Keys.Items.SelectMany(k => Keys(path + "." + k.Name, k.Kind)),
            Kind.ListOf { Item: Kind.Table item } => Keys(path + "[]", item).Prepend(path),
            _ => [path],
        };

    private static bool IsTable(string pattern) => At(pattern) is Kind.Table;

    private static Kind? At(string pattern)
    {
        var steps = pattern.Replace("[]", ".[]", StringComparison.Ordinal).Split('.');
        Kind? kind = StatuteLanguage.Blocks.FirstOrDefault(b => b.Name == steps[0])?.Kind;
        foreach (var step in steps.Skip(1))
            kind = kind switch
            {
                Kind.Table table => table.Keys.Items.FirstOrDefault(k => k.Name == step)?.Kind,
                Kind.ListOf list when step == "[]" => list.Item,
                _ => null,
            };
        return kind;
    }
}
