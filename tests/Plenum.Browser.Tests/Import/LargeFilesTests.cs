using System.IO.Compression;
using System.Text;
using NodaTime;
using Plenum.Web.Import;

namespace Plenum.Browser.Tests.Import;

/// <summary>
/// Half a megabyte that unpacks to gigabytes takes no memory: what a reader would hold is counted before it holds it. A
/// refused file is looked at within a few megabytes, whatever it unpacks to.
/// </summary>
public sealed class LargeFilesTests
{
    private const int Enough = 64 * 1024 * 1024;

    private static byte[] Packed(string head, string piece, int times, string tail, string part)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ImportTests.Workbook.Where(w => w.Item1 != part))
            {
                using var entry = new StreamWriter(archive.CreateEntry(name).Open());
                entry.Write(text);
            }
            using var large = new StreamWriter(archive.CreateEntry(part).Open());
            large.Write(head);
            for (var i = 0; i < times; i++)
                large.Write(piece);
            large.Write(tail);
        }
        return file.ToArray();
    }

    private static readonly string Long = new('x', 1000);

    private const string Sheet = "xl/worksheets/sheet1.xml";

    private const string SheetHead =
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>";

    public static TheoryData<string, string, string, int, string> Bombs =>
        new()
        {
            {
                "one cell of 500 MB",
                SheetHead,
                Long,
                500_000,
                "</t></is></c></row></sheetData></worksheet>"
            },
            {
                "one cell in many runs",
                SheetHead + "a</t>",
                "<r><t>" + Long + "</t></r>",
                100_000,
                "</is></c></row></sheetData></worksheet>"
            },
            {
                "one mark of 100 MB",
                "<?xml version=\"1.0\"?><worksheet a=\"",
                Long + ">",
                100_000,
                "\"/>"
            },
            {
                "a comment of 100 MB",
                "<?xml version=\"1.0\"?><!--",
                Long + "<",
                100_000,
                "--><worksheet/>"
            },
            {
                "an instruction of 100 MB",
                "<?xml version=\"1.0\"?><worksheet><?a ",
                Long + "<",
                100_000,
                "?></worksheet>"
            },
            {
                "a cell beyond every column",
                SheetHead
                    + "name</t></is></c></row><row r=\"2\"><c r=\"ZZZZZZ2\" t=\"inlineStr\"><is><t>",
                "Zed Zon",
                1,
                "</t></is></c></row></sheetData></worksheet>"
            },
            {
                "a row beyond every row",
                SheetHead
                    + "name</t></is></c></row><row r=\"2147483646\"><c r=\"A2147483646\" t=\"inlineStr\"><is><t>",
                "Zed Zon",
                1,
                "</t></is></c></row></sheetData></worksheet>"
            },
            {
                "a sheet that says how wide it is",
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:ZZZZZZ2\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
                "name",
                1,
                "</t></is></c></row></sheetData></worksheet>"
            },
            { "ten million marks deep", "<?xml version=\"1.0\"?>", "<a>", 10_000_000, "" },
            {
                "ten million cells",
                SheetHead + "a</t></is></c>",
                "<c/>",
                10_000_000,
                "</row></sheetData></worksheet>"
            },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_small_file_that_unpacks_to_much_is_refused_before_memory_is_spent(
        string what,
        string head,
        string piece,
        int times,
        string tail
    )
    {
        var file = Packed(head, piece, times, tail, Sheet);
        Assert.True(file.Length < 4 * 1024 * 1024, what);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = RollFile.Read(file);
        var spent = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(new RollFile.Unreadable(FileTrouble.UnpacksToTooMuch), read);
        Assert.True(spent < Enough, $"{what}: {spent} bytes");
    }

    [Fact]
    public void Millions_of_shared_texts_are_refused_before_memory_is_spent()
    {
        var file = Packed(
            "<?xml version=\"1.0\"?><sst>",
            "<si><t/></si>",
            12_000_000,
            "</sst>",
            "xl/sharedStrings.xml"
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(new RollFile.Unreadable(FileTrouble.UnpacksToTooMuch), RollFile.Read(file));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Enough);
    }

    [Fact]
    public void A_quoted_cell_of_60_megabytes_is_refused_before_memory_is_spent()
    {
        var file = Encoding.ASCII.GetBytes("name\n\"" + new string('x', 60_000_000) + "\"\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(new RollFile.Unreadable(FileTrouble.CellTooLong, 2, 1), RollFile.Read(file));
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < Enough);
    }

    [Fact]
    public void A_row_of_a_million_cells_is_refused_with_its_line()
    {
        var file = Encoding.ASCII.GetBytes("name\nAna\n" + new string(',', 1_000_000));
        Assert.True(
            RollFile.Read(file) is RollFile.Unreadable { Why: FileTrouble.TooManyCells, Line: 3 }
        );
    }

    [Fact]
    public void A_list_of_a_hundred_thousand_in_a_workbook_is_read()
    {
        const string row =
            "<row><c t=\"inlineStr\"><is><t>Fay Somebody</t></is></c><c t=\"inlineStr\"><is><t>fay@example.org</t></is></c></row>";
        var file = Packed(
            SheetHead
                + "name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>email</t></is></c></row>",
            row,
            100_000,
            "</sheetData></worksheet>",
            Sheet
        );
        var roll = Roll.Of(
            RollFile.Read(file),
            DateTimeZone.Utc,
            Instant.FromUtc(2026, 5, 1, 9, 0),
            (_, _) => false
        );
        Assert.Equal((FileTrouble.None, 100_000), (roll.Trouble, roll.Lines.Length));
        Assert.Equal("fay@example.org", roll.Lines[0].Email.Text);
    }
}
