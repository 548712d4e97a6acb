using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;

namespace Plenum.Domain.Tests.Statutes;

/// <summary>A list is read as what it holds: with items never as empty, each of them named, and empty never as a gap.</summary>
public sealed class ListSentencesTests
{
    private static readonly (string Pattern, Kind.ListOf Kind)[] Lists =
    [
        .. StatuteLanguage.Blocks.SelectMany(b => In(b.Name, b.Kind)),
    ];

    private static IEnumerable<(string, Kind.ListOf)> In(string path, Kind kind) =>
        kind switch
        {
            Kind.Table table => table.Keys.Items.SelectMany(k => In(path + "." + k.Name, k.Kind)),
            Kind.ListOf { Item: Kind.Table table } => In(path + "[]", table),
            Kind.ListOf list => [(path, list)],
            _ => [],
        };

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_list_has_a_sentence_for_its_items_and_one_for_none(string language)
    {
        var words = Wording.In(language);
        foreach (var (pattern, kind) in Lists)
        {
            var none = RuleSentences.Of(pattern, List(), kind, language);
            Assert.True(words.Has($"sentences/{pattern}="), pattern);
            Assert.Contains(
                words[$"sentences/{pattern}="].Split('}')[^1],
                none,
                StringComparison.Ordinal
            );
            var items = Items(kind.Item);
            var some = RuleSentences.Of(pattern, List(items), kind, language);
            Assert.NotEqual(none, some);
            foreach (var item in items)
                Assert.Contains(Word(item, kind.Item, words), some, StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, bool> Templates_ => TemplatesTests.All();

    [Theory]
    [MemberData(nameof(Templates_))]
    public void No_list_of_a_template_reads_as_empty_while_it_has_items(string name, bool small) =>
        EveryListSaysWhatItHolds(Draft.Parse(Templates.Text(name, small)));

    [Fact]
    public void Nor_does_one_of_statutes_that_nobody_wrote()
    {
        for (var seed = 0; seed < 20; seed++)
            EveryListSaysWhatItHolds(Draft.Parse(GeneratedStatutes.Of(seed)));
    }

    [Fact]
    public void A_new_body_with_powers_is_told_with_its_powers()
    {
        var before = Templates.Text("local-union", small: true);
        var after =
            before
            + "\n## Stewards {#stewards}\n\n```rule\nbodies:\n  - {id: stewards, title: Stewards, kind: committee, seats: 2, elected_by: members, method: scottish_stv, term: P1Y, max_consecutive: 3, powers: [contact, register], quorum: \"> 1/2 of seats\", meets_every: P1M, notice: P3D}\n```\n";
        var told = StatutesDiff.Diff(before, after, "en", json: false).Text;
        Assert.Contains(
            "Stewards may: write to members, keep the roll.",
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("no powers", told, StringComparison.Ordinal);
    }

    private static void EveryListSaysWhatItHolds(Draft draft)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var words = Wording.In(language);
            var values = RuleSentences.All(draft).Where(v => v.Kind is Kind.ListOf).ToList();
            Assert.NotEmpty(values);
            var said = draft
                .Articles.Items.SelectMany(a => RuleSentences.Of(draft, a, language).Items)
                .ToDictionary(s => s.Path.ToString(), s => s.Text, StringComparer.Ordinal);
            foreach (var value in values)
            {
                var pattern = value.Path.Pattern;
                var sentence = said[value.Path.ToString()];
                var none = words[$"sentences/{pattern}="].Split('}')[^1];
                Assert.Equal(
                    value.Node.Items.Count == 0,
                    sentence.EndsWith(none, StringComparison.Ordinal)
                );
                foreach (var item in value.Node.Items)
                    Assert.Contains(
                        RuleSentences.Write(draft, item, ((Kind.ListOf)value.Kind).Item, words),
                        sentence,
                        StringComparison.Ordinal
                    );
            }
        }
    }

    private static Node List(params string[] items) =>
        new Node.List(
            default,
            items.Select(i => (Node)new Node.Scalar(default, i)).ToEquatable(),
            Flow: true
        );

    private static string[] Items(Kind item) =>
        item is Kind.Word word ? [.. word.Words.Items.Take(2)] : ["first", "second"];

    private static string Word(string item, Kind kind, Wording words) =>
        kind is Kind.Word ? words["words/" + item] : item;
}
