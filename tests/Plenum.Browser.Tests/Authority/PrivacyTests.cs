using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plenum.Domain.Matters;

namespace Plenum.Browser.Tests.WhoMay;

/// <summary>What pages must not say, read on every page that links lead to.</summary>
public sealed partial class PrivacyTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private const int MostPages = 120;

    [GeneratedRegex("href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [Theory]
    [InlineData("nobody")]
    [InlineData("stranger")]
    [InlineData("invited")]
    [InlineData("refused")]
    public async Task No_page_shows_an_outsider_the_name_of_a_member(string person)
    {
        var pages = await Crawl(person);

        Assert.True(pages.Count >= 20, $"{pages.Count} pages");
        Assert.Empty(
            from page in pages
            from name in DemoHouse.Names
            where name != house.NameOf(person)
            where page.Value.Contains(name, StringComparison.Ordinal)
            select $"{page.Key}: {name}"
        );
    }

    [Theory]
    [InlineData("member")]
    [InlineData("secretary")]
    public async Task No_page_shows_a_member_where_another_can_be_reached(string person)
    {
        var pages = await Crawl(person);

        Assert.Contains(
            pages.Values,
            t => t.Contains(DemoHouse.Names[0], StringComparison.Ordinal)
        );
        Assert.Empty(
            from page in pages
            where page.Key != "/me"
            from no in Enumerable.Range(1, DemoHouse.Names.Length)
            from secret in ImmutableArray.Create(DemoHouse.EmailOf(no), DemoHouse.PostalOf(no))
            where page.Value.Contains(secret, StringComparison.Ordinal)
            select $"{page.Key}: {secret}"
        );
    }

    /// <summary>Calendars are kept by companies.</summary>
    [Fact]
    public async Task The_calendar_of_a_member_names_nobody()
    {
        using var caller = await house.As("member");
        var (_, calendar) = await caller.Get($"{house.Path}/calendar.ics");
        var unfolded = calendar.Replace("\r\n ", "", StringComparison.Ordinal);

        Assert.Contains("BEGIN:VEVENT", unfolded, StringComparison.Ordinal);
        Assert.DoesNotContain(
            DemoHouse.Names,
            name => unfolded.Contains(name, StringComparison.Ordinal)
        );
    }

    /// <summary>R5: only under half, over half; and no line of its history is a signature.</summary>
    [Theory]
    [InlineData("member")]
    [InlineData("chair")]
    public async Task Of_a_running_recall_nobody_sees_how_many_signed_or_who(string person)
    {
        var recall = house.Recall;
        using var caller = await house.As(person);
        var page = (await caller.Get($"{house.Path}/matters/{recall.No}")).Text;
        var needed = recall.Procedure.SupportNeeded;

        Assert.NotEmpty(recall.Supporters);
        Assert.NotEqual(needed, recall.Supporters.Count);
        Assert.Matches("(Fewer than|At least) half of the", page);
        Assert.DoesNotMatch($@"\b{recall.Supporters.Count}\b (of|members|signatures)", page);
        Assert.DoesNotContain("gave support", page, StringComparison.Ordinal);
    }

    /// <summary>Neither in words nor in the entry as it is kept, which stands folded beside them.</summary>
    [Fact]
    public async Task The_record_never_says_who_voted_in_a_secret_box_or_signed_what()
    {
        using var caller = await house.As("secretary");
        var record = await Record(caller);
        var hidden = record.Where(line => Hidden().IsMatch(line)).ToArray();

        Assert.Contains(hidden, l => l.Contains("ballot.marked/", StringComparison.Ordinal));
        Assert.Contains(hidden, l => l.Contains("matter.supported/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            hidden,
            line => DemoHouse.Names.Any(n => line.Contains(n, StringComparison.Ordinal))
        );
        Assert.DoesNotContain(hidden, line => NamesSomebody().IsMatch(line));
        Assert.DoesNotContain(
            hidden,
            line =>
                line.Contains("matter.supported/", StringComparison.Ordinal)
                && NamesAMatter().IsMatch(line)
        );
    }

    [GeneratedRegex(
        "ballot\\.(marked|paper-issued|paper-posted)/|matter\\.(supported|support-withdrawn)/"
    )]
    private static partial Regex Hidden();

    [GeneratedRegex("\"(member|by|person)\":\\s*[0-9]")]
    private static partial Regex NamesSomebody();

    [GeneratedRegex("\"matter\":\\s*[0-9]|/matters/[0-9]|item [0-9]")]
    private static partial Regex NamesAMatter();

    // The whole of it, page by page, a string a line.
    private async Task<IReadOnlyList<string>> Record(Caller caller)
    {
        var lines = new List<string>();
        var next = $"{house.Path}/record";
        while (next.Length > 0)
        {
            var (_, text) = await caller.Get(next);
            lines.AddRange(text.Split("<li id=\"v").Skip(1).Select(l => l.Split("</li>")[0]));
            next = Older().Match(text).Groups[1].Value;
        }
        return lines;
    }

    [GeneratedRegex("href=\"(/[^\"]*/record\\?before=[0-9]+)\"")]
    private static partial Regex Older();

    // Breadth first; of pages that differ only in a number a few are enough.
    private async Task<IReadOnlyDictionary<string, string>> Crawl(string person)
    {
        using var caller = await house.As(person);
        var pages = new Dictionary<string, string>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>(Beginnings);
        while (waiting.TryDequeue(out var path) && pages.Count < MostPages)
        {
            if (pages.ContainsKey(path))
                continue;
            var (status, text) = await caller.Get(path);
            Assert.True(status < 500, $"{path}: {status}");
            pages[path] = text;
            foreach (Match link in Link().Matches(text))
            {
                var next = link.Groups[1].Value;
                var kind = string.Concat(next.Where(c => !char.IsDigit(c)));
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (
                    kinds[kind] <= 6
                    && !Path.HasExtension(next.Split('?')[0])
                    && !next.StartsWith("/enter", StringComparison.Ordinal)
                )
                    waiting.Enqueue(next);
            }
        }
        return pages;
    }

    // Also what no link leads an outsider to: they may type.
    private IEnumerable<string> Beginnings =>
        PageTable
            .Rows.Where(r => r.Method == "GET" && r.Route != "/enter")
            .Select(r =>
                r.Route.Replace("/s/{section}", house.Path, StringComparison.Ordinal)
                    .Replace("{no:int}", $"{house.Recall.No}", StringComparison.Ordinal)
                    .Replace("{body}", "committee", StringComparison.Ordinal)
                    .Replace("{article}", "recall", StringComparison.Ordinal)
                    .Replace("{key}", "0", StringComparison.Ordinal)
            )
            .Distinct(StringComparer.Ordinal);
}
