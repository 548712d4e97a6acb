using System.Globalization;
using System.Text;
using Plenum.Web.Speech;

namespace Plenum.Web.Import;

/// <summary>
/// Exactly the lines that have something wrong, with the reason beside each: it is corrected in place and sent again,
/// because its columns are called as the import knows them.
/// </summary>
public static class ErrorFile
{
    private const int FlushEvery = 1000;

    public static async Task Write(Stream stream, Roll roll, Sentences s)
    {
        // Office programs take a table without a mark at its beginning for one in an older encoding.
        await using var file = new StreamWriter(
            stream,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            leaveOpen: true
        );
        var text = new StringBuilder();
        Csv.Write(text, ["line", "name", "email", "since", "address", "rest", "why"]);
        var written = 0;
        foreach (var line in roll.Wrong)
        {
            Csv.Write(
                text,
                [
                    line.Line.ToString(CultureInfo.InvariantCulture),
                    .. line.Cells.Select(cell => cell.Text),
                    string.Join(
                        " ",
                        line.Cells.Where(cell => !cell.IsFine).Select(cell => s.Of(cell.Trouble))
                    ),
                ]
            );
            if (++written % FlushEvery != 0)
                continue;
            await file.WriteAsync(text);
            text.Clear();
        }
        await file.WriteAsync(text);
    }
}
