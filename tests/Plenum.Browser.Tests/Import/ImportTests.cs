using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Plenum.Browser.Tests.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Import;

namespace Plenum.Browser.Tests.Import;

public sealed partial class ImportTests : IAsyncLifetime
{
    private const string List = """
        name;email;since;address
        Fay;fay@example.org;31.3.2019;Mill 1
        "Gil ""the"" Great";;2020-02-29;
        ;nobody@example.org;;
        Hal;not one;2019-01-01;
        Fay;FAY@example.org;;
        Ivo;;30.2.2019;
        Ana;;;
        =1+1;x;2999-01-01;
        """;

    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 9, 0);

    private Household _house = null!;
    private PersonId _ana;
    private SectionId _section;

    private string Page => $"/s/{_section.Value[..10]}/import";

    public async ValueTask InitializeAsync()
    {
        _house = await Household.Open();
        _ana = _house.Person("Ana");
        _section = await _house.Circle(_ana, _house.Person("Ben"));
        await Accept(_ana);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"id\" value=\"([0-9a-f]+)\"")]
    private static partial Regex ImportId();

    private Task Accept(PersonId person) =>
        _house.Front.Send(
            _section,
            new GivenId("accept-" + person),
            new AcceptInvitation(1, ""),
            Actor.Self(person)
        );

    private static MultipartFormDataContent File(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        return new MultipartFormDataContent { { content, "roll", "roll.csv" } };
    }

    private static Roll Read(string text) =>
        Roll.Of(
            RollFile.Read(Encoding.UTF8.GetBytes(text)),
            DateTimeZone.Utc,
            Now,
            (name, _) => name == "Ana"
        );

    private int Invited =>
        _house
            .Front.Read(_section)
            .Section.Membership.Members.Values.Count(m => m.Standing is Standing.Invited);

    [Fact]
    public void Every_cell_says_what_is_wrong_with_it()
    {
        var roll = Read(List);
        Assert.Equal(["Fay", "Gil \"the\" Great"], roll.Fine.Select(l => l.Name.Text));
        Assert.Equal(Instant.FromUtc(2019, 3, 31, 0, 0), roll.Lines[0].MemberSince);
        Assert.Equal(
            [
                (4, CellTrouble.NameMissing),
                (5, CellTrouble.AddressUnreadable),
                (6, CellTrouble.TwiceInTheFile),
                (7, CellTrouble.DateUnreadable),
                (8, CellTrouble.AlreadyOnTheRoll),
                (9, CellTrouble.AddressUnreadable),
                (9, CellTrouble.DateInTheFuture),
            ],
            roll.Wrong.SelectMany(l =>
                l.Cells.Where(c => !c.IsFine).Select(c => (l.Line, c.Trouble))
            )
        );
    }

    [Fact]
    public void A_file_that_is_no_list_says_why()
    {
        Assert.Equal(FileTrouble.Empty, Read("name\n").Trouble);
        Assert.Equal(FileTrouble.NoNameColumn, Read("a,b\n1,2\n").Trouble);
        Assert.Equal(FileTrouble.Damaged, Read("PK\u0003\u0004 no such archive").Trouble);
        Assert.Equal(
            FileTrouble.TooManyRows,
            Read("name\n" + string.Concat(Enumerable.Repeat("x\n", RollFile.MostRows + 1))).Trouble
        );
    }

    [Fact]
    public void A_spreadsheet_is_read_like_a_table_of_text()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in Workbook)
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
        var roll = Roll.Of(RollFile.Read(file.ToArray()), DateTimeZone.Utc, Now, (_, _) => false);
        var line = Assert.Single(roll.Lines);
        Assert.True(line.IsFine, line.ToString());
        Assert.Equal(("Fay", "fay@example.org"), (line.Name.Text, line.Email.Text));
    }

    [Fact]
    public async Task Nothing_is_imported_before_somebody_says_so_and_an_import_can_be_taken_back()
    {
        using var ana = await _house.Visit(_ana);
        var (_, preview) = await ana.Send(Page, Page + "/look", File(Encoding.UTF8.GetBytes(List)));
        Assert.Contains("This is no e-mail address.", preview, StringComparison.Ordinal);
        Assert.Equal(1, Invited);
        var token = Token().Match(preview).Groups[1].Value;
        var errors = (await ana.Read($"{Page}/errors.csv?token={token}")).Text;
        Assert.Contains("\"9\",\"'=1+1\"", errors, StringComparison.Ordinal);

        var done = await ana.Send(Page, Page + "/confirm", ("token", token));
        Assert.Equal($"{Page}?said=done&n=2", done.Next);
        Assert.Equal(3, Invited);
        var again = await ana.Send(Page, Page + "/confirm", ("token", token));
        Assert.Equal($"{Page}?said=gone", again.Next);
        var fay = Assert.Single(_house.Accounts.FindByEmail("fay@example.org"));
        Assert.Equal("Fay", _house.Persons.NameOf(fay));
        await Accept(fay);

        var id = ImportId().Match((await ana.Read(Page)).Text).Groups[1].Value;
        var undone = await ana.Send(Page, Page + "/undo", ("id", id));
        Assert.Equal($"{Page}?said=undone&n=1", undone.Next);
        Assert.Equal(1, Invited);
        Assert.Equal("Fay", _house.Persons.NameOf(fay));
    }

    [Fact]
    public async Task An_import_is_taken_back_after_the_program_was_started_again_and_its_letters_with_it()
    {
        using (var ana = await _house.Visit(_ana))
        {
            var (_, preview) = await ana.Send(
                Page,
                Page + "/look",
                File(Encoding.UTF8.GetBytes(List))
            );
            await ana.Send(
                Page,
                Page + "/confirm",
                ("token", Token().Match(preview).Groups[1].Value)
            );
        }
        Assert.Equal(["fay@example.org"], _house.Letters.Select(l => l.To));

        _house = await _house.Restarted();
        using (var ana = await _house.Visit(_ana))
        {
            var id = ImportId().Match((await ana.Read(Page)).Text).Groups[1].Value;
            var undone = await ana.Send(Page, Page + "/undo", ("id", id));
            Assert.Equal($"{Page}?said=undone&n=2", undone.Next);
            var unknown = await ana.Send(Page, Page + "/undo", ("id", "abc"));
            Assert.Equal($"{Page}?said=gone", unknown.Next);
        }
        Assert.Equal(1, Invited);
        Assert.Empty(_house.Letters);
        Assert.Empty(_house.Accounts.FindByEmail("fay@example.org"));
    }

    [Fact]
    public async Task Nobody_imports_who_may_not_invite()
    {
        using var ben = await _house.Visit(_house.Person("Eve"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Read(Page)).Status);
        var tried = await ben.Send("/me", Page + "/look", File(Encoding.UTF8.GetBytes(List)));
        Assert.Equal(HttpStatusCode.Forbidden, tried.Status);
    }

    [Fact]
    public async Task A_file_of_more_than_a_megabyte_is_read_and_one_larger_than_the_most_is_not()
    {
        using var ana = await _house.Visit(_ana);
        var long_ =
            "name,address\n"
            + string.Concat(
                Enumerable.Range(0, 12_000).Select(i => $"P{i},{new string('x', 120)}\n")
            );
        var (_, preview) = await ana.Send(
            Page,
            Page + "/look",
            File(Encoding.UTF8.GetBytes(long_))
        );
        Assert.Contains("12,000 lines are fine", preview, StringComparison.Ordinal);
        var large = await ana.Send(Page, Page + "/look", File(new byte[RollFile.MostBytes + 1]));
        Assert.Equal(Page + "?said=none", large.Next);
    }

    internal static readonly (string, string)[] Workbook =
    [
        (
            "[Content_Types].xml",
            """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
        ),
        (
            "_rels/.rels",
            """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
        ),
        (
            "xl/_rels/workbook.xml.rels",
            """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""
        ),
        (
            "xl/workbook.xml",
            """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Roll" sheetId="1" r:id="rId1"/></sheets></workbook>"""
        ),
        (
            "xl/worksheets/sheet1.xml",
            """<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Nombre</t></is></c><c r="B1" t="inlineStr"><is><t>Correo</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Fay</t></is></c><c r="B2" t="inlineStr"><is><t>fay@example.org</t></is></c></row></sheetData></worksheet>"""
        ),
    ];
}
