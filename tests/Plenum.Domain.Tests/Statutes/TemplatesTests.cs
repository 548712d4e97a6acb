using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class TemplatesTests
{
    public static TheoryData<string, bool> All()
    {
        var data = new TheoryData<string, bool>();
        foreach (var name in Templates.Names)
        {
            data.Add(name, true);
            data.Add(name, false);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_template_conforms_without_a_single_error_or_warning(string name, bool small)
    {
        var draft = Draft.Parse(Templates.Text(name, small));
        var findings = CharterCheck
            .Examine(draft, SectionFacts.None)
            .Items.Where(f => f.Severity != Severity.Note);
        Assert.Equal(
            "X",
            "X"
                + string.Join(
                    '\n',
                    findings.Select(f =>
                        $"{f.Line}: {f.Code}.{f.Case} {f.Path} {f.Found} / {f.Expected}"
                    )
                )
        );
        Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(draft, SectionFacts.None));
    }

    [Fact]
    public void The_small_local_union_gives_the_engine_its_rules()
    {
        var adoption = StatuteBook.Adopt(Templates.Text("local-union", small: true));
        var book = Assert.IsType<Adoption.Conforms>(adoption).Book;
        Assert.Equal(3, book.Body(new("committee")).Seats);
        Assert.Equal(1, book.Body(new("chair")).Seats);
        Assert.Equal(BodyKind.Assembly, book.Body(BodyId.Members).Kind);
        Assert.Equal(new ArticleId("recall"), book.Rules.Recall.Article);
        Assert.Equal(2, book.Rules.Recall.Signatures.Among(12));
        Assert.Equal(new ArticleId("treasurer"), book.Body(new("treasurer")).Article);
        Assert.Contains("factions", book.NotYetRun, StringComparer.Ordinal);
        Assert.DoesNotContain("recall", book.NotYetRun, StringComparer.Ordinal);
    }
}
