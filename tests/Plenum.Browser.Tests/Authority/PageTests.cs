using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Plenum.Domain.Matters;

namespace Plenum.Browser.Tests.WhoMay;

/// <summary>Every page and form of the house answers everybody as the reviewed table says.</summary>
public sealed class PageTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    public static TheoryData<string> Persons => [.. PageTable.Persons];

    // Fields that no other form knows; every act has a number of its own.
    private static Dictionary<string, string> Form =>
        new(StringComparer.Ordinal)
        {
            ["_id"] = Guid.NewGuid().ToString("N"),
            ["Matter"] = "999999",
        };

    [Theory]
    [MemberData(nameof(Persons))]
    public async Task Every_page_answers_a_person_as_the_table_says(string person)
    {
        using var caller = await house.As(person);
        var told = new List<string>();
        var found = new List<string>();
        foreach (var row in PageTable.Rows.Where(r => r.Answers.ContainsKey(person)))
        {
            var path = PathOf(row);
            var status =
                row.Method == "GET"
                    ? (await caller.Get(path)).Status
                    : await caller.Post(path, Form);
            told.Add($"{row.Page} {row.Case}: {row.Answers[person]}");
            found.Add($"{row.Page} {row.Case}: {status}");
        }
        var wrong = told.Zip(found)
            .Where(p => p.First != p.Second)
            .Select(p => $"{p.First}, but {p.Second.Split(": ")[^1]}");

        Assert.Equal("", string.Join('\n', wrong));
    }

    [Fact]
    public void Every_route_has_a_row_and_every_row_names_a_route()
    {
        var routes = house
            .Endpoints.Where(e =>
                e.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                && e.RoutePattern.RawText?.TrimStart('/').StartsWith('_') == false
                && !e.RoutePattern.RawText.Contains("{**", StringComparison.Ordinal)
            )
            .Select(e => $"{MethodOf(e)} /{e.RoutePattern.RawText!.TrimStart('/')}");

        Assert.Equal(
            routes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            PageTable
                .Rows.Select(r => r.Page)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>Nobody may be left out of a row by a dash.</summary>
    [Fact]
    public void Every_row_answers_the_same_twelve_persons()
    {
        Assert.Equal(12, PageTable.Persons.Count);
        Assert.All(PageTable.Rows, row => Assert.Equal(12, row.Answers.Count));
    }

    /// <summary>A form is posted, a page is read, whatever else its address would take.</summary>
    private static string MethodOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: var methods }
        && !methods.Contains("GET", StringComparer.Ordinal)
            ? methods[0]
            : "GET";

    private string PathOf(PageRow row)
    {
        var unknown = row.Case == "unknown number";
        var section = row.Case == "unknown section" ? "nosuch" : house.Path.Split('/')[^1];
        return row
            .Route.Replace("{section}", section, StringComparison.Ordinal)
            .Replace("{article}", unknown ? "nosuch" : ArticleId, StringComparison.Ordinal)
            .Replace("{key}", "0", StringComparison.Ordinal)
            .Replace("{body}", unknown ? "nosuch" : "committee", StringComparison.Ordinal)
            .Replace("{first:long}", "1", StringComparison.Ordinal)
            .Replace("errors.csv", "errors.csv?token=none", StringComparison.Ordinal)
            .Replace("{word}/{verb}", "matters/support", StringComparison.Ordinal)
            .Replace("{no:int}", unknown ? "999999" : NumberFor(row), StringComparison.Ordinal);
    }

    private string ArticleId => house.Section.Statutes.Book.Articles.Items[0].Id.Value;

    private string NumberFor(PageRow row) =>
        row.Route switch
        {
            _ when row.Route.Contains("/recompute", StringComparison.Ordinal) => Number(
                house.Section.Ballots.Boxes.Values.First(b => b.Closed).Matter.Value
            ),
            _ when row.Route.Contains("/matters/", StringComparison.Ordinal) => Number(
                house.Recall.No.Value
            ),
            _ when row.Route.Contains("/rank/", StringComparison.Ordinal)
                    || row.Route.Contains("section}/papers/", StringComparison.Ordinal) => Number(
                house.Section.Matters.All.Values.First(m => m.Stage is Stage.Settled).No.Value
            ),
            _ when row.Route.Contains("/mandates/", StringComparison.Ordinal) => Number(
                house.Section.Mandates.Current.Keys.First().Value
            ),
            _ => "1",
        };

    private static string Number(int no) => no.ToString(CultureInfo.InvariantCulture);
}
