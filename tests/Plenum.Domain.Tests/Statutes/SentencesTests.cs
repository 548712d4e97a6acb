using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class SentencesTests
{
    private static IEnumerable<(string Pattern, Kind Kind)> Leaves(string path, Kind kind) =>
        kind switch
        {
            Kind.Table table => table.Keys.Items.SelectMany(k =>
                Leaves(path + "." + k.Name, k.Kind)
            ),
            Kind.ListOf { Item: Kind.Table table } => Leaves(path + "[]", table),
            _ => [(path, kind)],
        };

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_key_of_the_language_has_its_sentence(string language)
    {
        var words = Wording.In(language);
        foreach (
            var (pattern, kind) in StatuteLanguage.Blocks.SelectMany(b => Leaves(b.Name, b.Kind))
        )
            Assert.True(
                kind is Kind.YesNo
                    ? words.Has($"sentences/{pattern}=true")
                        && words.Has($"sentences/{pattern}=false")
                    : words.Has("sentences/" + pattern),
                pattern
            );
    }

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public void Every_word_of_the_language_is_a_word_of_people(string language)
    {
        var words = Wording.In(language);
        var all = StatuteLanguage
            .Blocks.SelectMany(b => Leaves(b.Name, b.Kind))
            .Select(l => l.Kind is Kind.ListOf list ? list.Item : l.Kind)
            .OfType<Kind.Word>();
        foreach (var word in all.SelectMany(w => w.Words.Items))
            Assert.True(words.Has("words/" + word), word);
    }

    [Fact]
    public void Both_languages_say_the_same_things() =>
        Assert.Equal(
            Wording.In("en").Texts.Keys.Order(StringComparer.Ordinal),
            Wording.In("es").Texts.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_rule_becomes_sentences_that_members_vote_on()
    {
        var draft = Draft.Parse(Templates.Text("local-union", small: true));
        var recall = draft.Articles.Items.Single(a => a.Id.Value == "recall");
        var english = RuleSentences.Of(draft, recall, "en").Items.Select(s => s.Text).ToList();
        Assert.Contains(
            "A petition for recall needs the signatures of the larger of 2, 10% of the electors; where several seats are filled together never more than half an electing quota.",
            english
        );
        Assert.Contains("Recall needs more than 1/2 of the votes cast.", english);
        Assert.Contains(
            "Las firmas se recogen durante 30 días.",
            RuleSentences.Of(draft, recall, "es").Items.Select(s => s.Text)
        );
        var chair = draft.Articles.Items.Single(a => a.Id.Value == "chair");
        Assert.Contains(
            "Chair: the term lasts 1 year.",
            RuleSentences.Of(draft, chair, "en").Items.Select(s => s.Text)
        );
    }

    [Fact]
    public void Every_value_of_every_template_says_where_it_comes_from()
    {
        foreach (
            var text in Templates.Names.SelectMany(n =>
                new[] { Templates.Text(n, true), Templates.Text(n, false) }
            )
        )
        {
            var draft = Draft.Parse(text);
            foreach (var value in RuleSentences.All(draft))
                Assert.False(
                    Provenance.Of(draft, value.Path) is Provenance.Unmarked,
                    value.Path + " of " + draft.Title
                );
        }
    }
}
