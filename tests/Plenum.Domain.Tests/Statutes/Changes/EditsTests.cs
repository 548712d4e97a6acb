using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class EditsTests
{
    public static TheoryData<string> Ids() => [.. Edit.All.Select(e => e.Id)];

    private static Edit Of(string id) => Edit.All.Single(e => e.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_direction_of_a_labelled_edit_is_the_label(string id)
    {
        var edit = Of(id);
        var (before, after) = (edit.Before(), edit.After());
        Assert.NotEqual(before, after);
        var changes = Changes.Between(Draft.Parse(before), Draft.Parse(after));
        Assert.True(
            edit.Direction == Directions.Of(changes),
            $"{edit.What}: {edit.Why}, but found {string.Join("; ", changes.Items.Select(c => $"{c.Path} {c.Before} -> {c.After} {c.Direction} {c.Case}"))}"
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_verdict_of_the_charter_on_a_labelled_edit_is_the_label(string id)
    {
        var edit = Of(id);
        var errors = CharterCheck
            .Examine(Draft.Parse(edit.After()), SectionFacts.None)
            .Items.Where(f => f.Severity == Severity.Error)
            .ToList();
        var codes = errors.Select(f => f.Code).Distinct(StringComparer.Ordinal);
        var verdict =
            errors.Count == 0
                ? "conforms"
                : "breaks " + string.Join(' ', codes.Order(StringComparer.Ordinal));
        Assert.True(
            edit.Verdict == verdict,
            $"{edit.What}: {edit.Verdict}, but found {string.Join("; ", errors.Select(f => $"{f.Code}.{f.Case} {f.Path} {f.Found} / {f.Expected}"))}"
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_change_of_a_labelled_edit_is_said_in_every_language(string id)
    {
        var (before, after) = (Draft.Parse(Of(id).Before()), Draft.Parse(Of(id).After()));
        foreach (var change in Changes.Between(before, after))
        foreach (var language in ChangeText.Languages)
        {
            var sentence = ChangeText.Of(change, before, after, language);
            Assert.True(sentence.Length > 20, sentence);
            Assert.DoesNotContain("{key}", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{before}", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("{after}", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_corpus_is_large_names_no_edit_twice_and_covers_every_block()
    {
        Assert.InRange(Edit.All.Count, 160, 1_000);
        Assert.Equal(Edit.All.Count, Edit.All.Select(e => e.Id).Distinct().Count());
        var touched = Edit
            .All.SelectMany(e =>
                Changes.Between(Draft.Parse(e.Before()), Draft.Parse(e.After())).Items
            )
            .Select(c => c.Path.Steps.Count == 0 ? "" : c.Path.Steps[0].Name)
            .ToHashSet();
        Assert.All(StatuteLanguage.Blocks, b => Assert.Contains(b.Name, touched));
    }
}
