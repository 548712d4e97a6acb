using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>Version 1 of the language: every block and every key there is. Nothing else can be said in a rule.</summary>
public static partial class StatuteLanguage
{
    public const int Version = 1;

    private static readonly Kind Prose = new Kind.Prose();
    private static readonly Kind YesNo = new Kind.YesNo();
    private static readonly Kind Amount = new Kind.Amount();
    private static readonly Kind Majority = new Kind.Majority();
    private static readonly Kind Time = new Kind.Time();
    private static readonly Kind Part = new Kind.Part();
    private static readonly Kind Body = new Kind.Body();

    public static ImmutableArray<Block> Blocks { get; } =
    [
        new("charter", CharterBlock, Presence.Must, Runs: true),
        new("language", Whole(1, 1), Presence.Must, Runs: true),
        .. EngineBlocks,
        .. RightsBlocks,
        .. OrderBlocks,
    ];

    /// <summary>What may stand at a key, in the language's own notation: no sentence, so the same in every language.</summary>
    public static string Describe(Kind kind) =>
        kind switch
        {
            Kind.Prose => "text",
            Kind.Whole whole => $"{whole.Least}..{whole.Most}",
            Kind.YesNo => "true | false",
            Kind.Amount => "5 | 10% | 1/10 | 0.5 * sqrt(n) | max(3, 5%)",
            Kind.Majority => "> 1/2 of cast | >= 2/3 of eligible",
            Kind.Time => "P30D",
            Kind.Part => "1/5 | 20%",
            Kind.Word word => string.Join(" | ", word.Words),
            Kind.Body => "body id",
            Kind.ListOf list => "[" + Describe(list.Item) + "]",
            Kind.Table table => "{" + string.Join(", ", table.Keys.Items.Select(k => k.Name)) + "}",
        };

    private static Kind.Table CharterBlock =>
        Table(Key.Must("version", Whole(1, 999)), Key.Must("digest", Prose));

    private static Kind.Whole Whole(int least, int most) => new(least, most);

    private static Kind.Word OneOf(params ReadOnlySpan<string> words) =>
        new(EquatableArray.Create(words));

    private static Kind.Word OneOf<T>()
        where T : struct, Enum => new(new(Words.Of<T>()));

    private static Kind.ListOf ListOf(Kind item) => new(item);

    private static Kind.Table Table(params ReadOnlySpan<Key> keys) =>
        new(EquatableArray.Create(keys));

    private static Block Run(string name, params ReadOnlySpan<Key> keys) =>
        new(name, Table(keys), Presence.Must, Runs: true);

    private static Block Known(string name, params ReadOnlySpan<Key> keys) =>
        new(name, Table(keys), Presence.Must, Runs: false);

    private static Block Extra(string name, Kind kind) =>
        new(name, kind, Presence.May, Runs: false);
}
