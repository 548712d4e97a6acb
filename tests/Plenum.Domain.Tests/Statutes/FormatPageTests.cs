using System.Text;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class FormatPageTests
{
    [Fact]
    public void The_page_about_the_format_lists_every_block_and_key_of_the_language()
    {
        var page = File.ReadAllText(CautionaryTests.Testdata("../docs/formats/statutes.md"));
        Assert.EndsWith(Tables(), page, StringComparison.Ordinal);
    }

    internal static string Tables()
    {
        var page = new StringBuilder();
        foreach (var block in StatuteLanguage.Blocks)
        {
            page.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\n### {block.Name}\n\n{Needed(block.Presence)}, {(block.Runs ? "runs" : "bound")}\n\n"
            );
            page.Append("| key | | value | carried out |\n|---|---|---|---|\n");
            Rows(
                page,
                block.Name,
                new(block.Name, block.Kind, block.Presence),
                block.Runs ? "yes" : "no"
            );
        }
        return page.ToString();
    }

    private static void Rows(StringBuilder page, string path, Key key, string above)
    {
        var carried = CarriedOut(key.Carried, above);
        if (key.Kind is Kind.Table or Kind.ListOf { Item: Kind.Table })
        {
            var (table, prefix) = key.Kind is Kind.ListOf { Item: Kind.Table item }
                ? (item, path + "[].")
                : ((Kind.Table)key.Kind, path + ".");
            foreach (var inner in table.Keys)
                Rows(page, prefix + inner.Name, inner, carried);
        }
        else
            page.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| `{path}` | {Needed(key.Presence)} | {Value(key.Kind)} | {carried} |\n"
            );
    }

    private static string CarriedOut(Carried carried, string above) =>
        above == "no"
            ? "no"
            : carried switch
            {
                Carried.Always => above,
                Carried.Only only => "as " + Quoted(only.Values),
                Carried.Except except => (above == "yes" ? "" : above + ", ")
                    + "except "
                    + Quoted(except.Values),
                Carried.On on => $"of a `{on.Kind.ToString().ToLowerInvariant()}`",
                Carried.Never => "no",
            };

    private static string Quoted(EquatableArray<string> values) =>
        string.Join(", ", values.Items.Select(v => $"`{v}`"));

    private static string Needed(Presence presence) =>
        presence switch
        {
            Presence.Must => "must",
            Presence.May => "may",
            Presence.MustOnElectedBodies => "elected",
        };

    private static string Value(Kind kind) =>
        kind switch
        {
            Kind.Prose => "text",
            Kind.Whole whole => $"`{whole.Least}..{whole.Most}`",
            Kind.YesNo => "`true`, `false`",
            Kind.Amount => "amount",
            Kind.Majority => "threshold",
            Kind.Time => "time",
            Kind.Part => "share",
            Kind.Body => "body",
            Kind.Word word => "one of " + string.Join(", ", word.Words.Items.Select(w => $"`{w}`")),
            Kind.ListOf list => "list: " + Value(list.Item),
            Kind.Table => "map",
        };
}
