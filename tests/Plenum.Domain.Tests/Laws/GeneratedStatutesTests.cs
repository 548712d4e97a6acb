using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Laws;

/// <summary>The laws are worth what their statutes are: these conform, differ, and are no templates.</summary>
public sealed class GeneratedStatutesTests
{
    [Fact]
    public void Generated_statutes_conform_and_hardly_two_of_them_rule_alike()
    {
        var books = Enumerable
            .Range(0, 60)
            .Select(seed => GeneratedStatutes.Of(seed))
            .Select(text => Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(text)).Book)
            .ToArray();
        var distances = books.Select(ChangedLines).Order().ToArray();
        Assert.True(distances[10] >= 10 && distances[30] >= 25, string.Join(' ', distances));
        Assert.True(books.Select(b => b.Rules).Distinct().Count() >= 55);
        Assert.True(books.Select(b => b.Rules.Recall).Distinct().Count() >= 20);
        Assert.True(books.Select(b => b.Rules.Elections).Distinct().Count() >= 30);
        Assert.Contains(books, b => b.Articles.Items.Any(a => a.Blocks.Count == 0));
    }

    // Against the template that is nearest.
    private static int ChangedLines(StatuteBook book) =>
        Templates
            .Names.SelectMany(n => new[] { Templates.Text(n, true), Templates.Text(n, false) })
            .Select(t => t.Split('\n').ToHashSet())
            .Min(t => book.Draft.Text.Split('\n').Count(line => !t.Contains(line)));
}
