using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Plenum.Browser.Tests.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Import;

namespace Plenum.Browser.Tests.Import;

/// <summary>
/// The roll of a whole organisation, with faulty lines among the others: 30,000 people in every check, 300,000 with
/// PLENUM_LONG. The file is the same each time.
/// </summary>
[Trait("pace", "slow")]
public sealed partial class LongRollTests : IAsyncLifetime
{
    private static readonly int People = Environment.GetEnvironmentVariable("PLENUM_LONG")
        is { Length: > 0 }
        ? 300_000
        : 30_000;

    // Four thousand of three hundred thousand.
    private static readonly int Faulty = People * 4 / 300;

    private Household _house = null!;
    private PersonId _ana;
    private SectionId _section;

    private string Page => $"/s/{_section.Value[..10]}/import";

    public async ValueTask InitializeAsync()
    {
        _house = await Household.Open();
        _ana = _house.Person("Ana", "ana@example.org");
        _section = await _house.Circle(_ana, _house.Person("Ben"));
        await _house.Front.Send(
            _section,
            new GivenId("accept"),
            new AcceptInvitation(1, ""),
            Actor.Self(_ana)
        );
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f]+)\"")]
    private static partial Regex ImportId();

    private int Invited =>
        _house
            .Front.Read(_section)
            .Section.Membership.Members.Values.Count(m => m.Standing is Standing.Invited);

    [Fact]
    public async Task A_long_roll_is_looked_at_imported_corrected_and_taken_back_with_nothing_lost()
    {
        var before = Invited;
        var fine = People - Faulty;
        var began = Stopwatch.GetTimestamp();
        using var ana = await _house.Visit(_ana);
        var preview = await Ended(ana, await ana.Send(Page, Page + "/look", File(List())));
        Told("looked at", began);
        Assert.Contains(Number(fine) + " lines are fine", preview, StringComparison.Ordinal);
        Assert.Contains(
            Number(Faulty) + " have something wrong",
            preview,
            StringComparison.Ordinal
        );
        foreach (var sentence in Sentences)
            Assert.Contains(
                $"{Number(Faulty / Kinds)}: {sentence}",
                preview,
                StringComparison.Ordinal
            );
        Assert.Equal(before, Invited);

        var token = Token().Match(preview).Groups[1].Value;
        var errors = (await ana.Read($"{Page}/errors.csv?token={token}")).Text;
        Assert.Equal(FaultyLines, Lines(errors));

        var done = await Ended(ana, await ana.Send(Page, Page + "/confirm", ("token", token)));
        Told("imported", began);
        Assert.Equal($"{Page}?said=done&n={fine}", done);
        Assert.Equal(before + fine, Invited);
        var first = ImportId().Match((await ana.Read(Page)).Text).Groups[1].Value;

        // Corrected in the file of errors and sent again: now everybody is on the roll, once.
        var again = await Ended(ana, await ana.Send(Page, Page + "/look", File(Corrected(errors))));
        Assert.Contains(Number(Faulty) + " lines are fine", again, StringComparison.Ordinal);
        Assert.Contains("0 have something wrong", again, StringComparison.Ordinal);
        token = Token().Match(again).Groups[1].Value;
        await Ended(ana, await ana.Send(Page, Page + "/confirm", ("token", token)));
        Told("corrected", began);
        Assert.Equal(before + People, Invited);

        var undone = await Ended(ana, await ana.Send(Page, Page + "/undo", ("id", first)));
        Told("taken back", began);
        Assert.Equal($"{Page}?said=undone&n={fine}", undone);
        Assert.Equal(before + Faulty, Invited);
        Assert.Empty(_house.Accounts.FindByEmail(EmailOf(1)));
        Assert.Single(_house.Accounts.FindByEmail(EmailOf(0)));
    }

    [Fact]
    public async Task Long_work_has_a_page_that_says_how_far_it_is_and_nobody_else_sees_it()
    {
        var works = _house.Of<ImportWorks>();
        var hold = new TaskCompletionSource();
        var work = works.Begin(
            _section,
            _ana,
            async begun =>
            {
                begun.At(ImportPhase.Checking, 1234, 5678);
                await hold.Task;
                return new ImportEnd.TakenBack(7);
            }
        );
        using var ana = await _house.Visit(_ana);
        using var eve = await _house.Visit(_house.Person("Eve"));
        while (work.Step.Of == 0)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        var (_, text) = await ana.Read($"{Page}/work?id={work.Id}");
        Assert.Contains("1,234 of 5,678 lines", text, StringComparison.Ordinal);
        Assert.Contains("<progress", text, StringComparison.Ordinal);
        var other = await eve.Read($"{Page}/work?id={work.Id}");
        Assert.Equal(HttpStatusCode.Redirect, other.Status);
        hold.SetResult();
        await work.Ended;
        Assert.Equal(HttpStatusCode.Redirect, (await ana.Read($"{Page}/work?id={work.Id}")).Status);
    }

    // As a browser does that is told to ask again.
    private static async Task<string> Ended(
        Visitor visitor,
        (HttpStatusCode Status, string Next) answer
    )
    {
        var (_, next) = answer;
        while (next.Contains("/import/work?", StringComparison.Ordinal))
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            var (status, shown) = await visitor.Open(next);
            if (
                status == HttpStatusCode.Redirect
                || !shown.Contains("<progress", StringComparison.Ordinal)
                    && !shown.Contains("id=\"phase\"", StringComparison.Ordinal)
            )
                return shown;
        }
        return next;
    }

    private static void Told(string what, long began) =>
        TestContext.Current.SendDiagnosticMessage(
            FormattableString.Invariant(
                $"{People}: {what} after {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s, {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB at most {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}"
            )
        );

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static MultipartFormDataContent File(string text) =>
        new() { { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "roll", "roll.csv" } };

    private const int Kinds = 5;

    private static readonly string[] Sentences =
    [
        "This is no e-mail address.",
        "There is no name.",
        "This is no date we can read.",
        "This day has not come yet.",
        "The same name and address stand on an earlier line.",
    ];

    // The faulty lines lie all over the list, a kind after the other.
    private static int Every => People / Faulty;

    private static bool IsFaulty(int no) => no % Every == 0 && no / Every < Faulty;

    private static int[] FaultyLines =>
        [.. Enumerable.Range(0, People).Where(IsFaulty).Select(no => no + 2)];

    private static string EmailOf(int no) =>
        string.Create(CultureInfo.InvariantCulture, $"p{no}@example.org");

    private static string List()
    {
        var text = new StringBuilder("name;email;since;address\r\n");
        for (var no = 0; no < People; no++)
            text.AppendLine(Line(no));
        return text.ToString();
    }

    private static string Line(int no)
    {
        var (name, email, since) = (
            FormattableString.Invariant($"Given {no % 97} Family {no}"),
            EmailOf(no),
            FormattableString.Invariant($"{1 + no % 28}.{1 + no % 12}.{1990 + no % 30}")
        );
        if (IsFaulty(no))
            (name, email, since) = (no / Every % Kinds) switch
            {
                0 => (name, "no address", since),
                1 => ("", email, since),
                2 => (name, email, "31.2.2020"),
                3 => (name, email, "2999-01-01"),
                _ => (
                    FormattableString.Invariant($"Given {(no - 1) % 97} Family {no - 1}"),
                    EmailOf(no - 1),
                    since
                ),
            };
        return $"{name};{email};{since};\"Street {no % 400}; Town\"";
    }

    private static IEnumerable<string[]> Rows(string errors) =>
        Csv.Read(new StringReader(errors.TrimStart('\uFEFF')))
            .Cast<CsvLine.Row>()
            .Select(row => row.Cells.ToArray());

    private static int[] Lines(string errors) =>
        [.. Rows(errors).Skip(1).Select(row => int.Parse(row[0], CultureInfo.InvariantCulture))];

    // What somebody does in an office program: every line gets its name, its address and its day.
    private static string Corrected(string errors)
    {
        var text = new StringBuilder();
        foreach (var (row, at) in Rows(errors).Select((r, i) => (r, i)))
        {
            if (at > 0)
            {
                var no = int.Parse(row[0], CultureInfo.InvariantCulture) - 2;
                (row[1], row[2], row[3]) = (
                    FormattableString.Invariant($"Given {no % 97} Family {no}"),
                    EmailOf(no),
                    "2019-03-31"
                );
            }
            Csv.Write(text, row);
        }
        return text.ToString();
    }
}
