using System.Text;
using NodaTime;
using Plenum.Testing;
using Plenum.Web.Import;

namespace Plenum.Browser.Tests.Import;

/// <summary>
/// Every row of a list that is read is answered for: it is taken as it was meant, or what is wrong with it is told before
/// anything is written. The lists in testdata/rolls are such as other programs have read wrongly.
/// </summary>
public sealed class RowsAnsweredForTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 9, 0);

    private static readonly string[] Pieces =
    [
        "name",
        "nom",
        "a",
        "\"",
        ",",
        ";",
        "\n",
        "\r",
        "é",
        "\u200B",
        "\uFFFD",
        " ",
        "1/2/2019",
        "=",
        "sep=;",
        "@x.org",
    ];

    private static Roll Of(byte[] file) =>
        Roll.Of(RollFile.Read(file), DateTimeZone.Utc, Now, (_, _) => false);

    private static Roll Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    private static Roll File(string name) =>
        Of(
            System.IO.File.ReadAllBytes(
                Directory
                    .EnumerateFiles(Path.Combine(Golden.Root, "testdata", "rolls"), name + "*")
                    .Single()
            )
        );

    private static string[] Names(Roll roll) => [.. roll.Fine.Select(l => l.Name.Text)];

    private static (int, CellTrouble)[] Wrong(Roll roll) =>
        [
            .. roll.Wrong.SelectMany(l =>
                l.Cells.Where(c => !c.IsFine).Select(c => (l.Line, c.Trouble))
            ),
        ];

    [Fact]
    public void A_roll_saved_by_windows_is_read_with_its_own_signs_and_says_so()
    {
        var roll = File("04-");
        Assert.Equal(["Maeve O’Dowd", "Jasna Župan", "Tomáš Horák", "Ute Müller"], Names(roll));
        Assert.Equal("Haus „Am Anger“ 3", roll.Lines[0].Postal.Text);
        Assert.Equal(FileReading.WesternWindows, roll.Reading);
    }

    [Fact]
    public void Signs_that_control_are_wrong_in_an_address_as_in_a_name()
    {
        var roll = Of("name,address\nAna,Mill\u0084 1\nBen\u0007,Mill 2\nCem,\"Mill 3\nPorto\"\n");
        Assert.Equal([(2, CellTrouble.Signs), (3, CellTrouble.Signs)], Wrong(roll));
        Assert.Equal(["Cem"], Names(roll));
    }

    [Theory]
    [InlineData("05-nombre", "María Soler Vidal", "María Puig Roca")]
    [InlineData("05-nom-", "Lise Martin", "Paul Martin", "Anne Roux")]
    public void Given_name_and_family_name_in_two_columns_make_whole_names(
        string file,
        params string[] names
    ) => Assert.Equal(names, Names(File(file)));

    [Theory]
    [InlineData("Vorname;Nachname;E-Mail")]
    [InlineData("Name;Vorname;E-Mail")]
    [InlineData("name,surname,email")]
    [InlineData("First name,Last name,Email address")]
    [InlineData("nome;cognome;mail")]
    public void Names_in_halves_are_joined_given_name_first(string heads)
    {
        var comma = heads.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var familyFirst = heads.StartsWith("Name;Vorname", StringComparison.Ordinal);
        var roll = Of(
            $"{heads}\n{(familyFirst ? "Roux" : "Ana")}{comma}{(familyFirst ? "Ana" : "Roux")}{comma}a@example.org\n"
        );
        Assert.Equal(["Ana Roux"], Names(roll));
        Assert.Equal("a@example.org", roll.Lines[0].Email.Text);
    }

    [Theory]
    [InlineData("Prénom,Courriel")]
    [InlineData("Apellidos,Correo")]
    public void Half_of_a_name_is_no_name(string heads)
    {
        var roll = Of(heads + "\nLise,l@example.org\n");
        Assert.Equal(FileTrouble.HalfNames, roll.Trouble);
        Assert.Empty(roll.Lines);
    }

    [Fact]
    public void Which_columns_were_read_and_which_were_passed_over_is_told()
    {
        var roll = File("06-");
        Assert.Equal(
            [
                (RollColumn.Name, "Name"),
                (RollColumn.Email, "Email address"),
                (RollColumn.Since, "Date joined"),
            ],
            roll.Columns.Read.Select(r => (r.As, r.Head))
        );
        Assert.Equal("lise@example.org", roll.Lines[0].Email.Text);
        var other = Of("Name,Electronic post,Email,E-mail\nAna,a@example.org,b@example.org,c\n");
        Assert.Equal(["Electronic post", "E-mail"], other.Columns.PassedOver);
        Assert.Equal("b@example.org", other.Lines[0].Email.Text);
    }

    [Fact]
    public void A_quote_that_never_ends_is_told_with_its_place_and_nobody_is_taken()
    {
        var roll = File("07-quote-that-never-ends.csv");
        Assert.Equal(
            (FileTrouble.QuoteNotClosed, (7, 1), 0),
            (roll.Trouble, roll.Place, roll.Lines.Length)
        );
    }

    [Theory]
    [InlineData("name,email\n\"Ana,a@x.org\nBen,b@x.org\n\"Cem, C\",c@x.org\n", 2, 1)]
    [InlineData("name,email\nAna,\"a@x.org\"b\n", 2, 5)]
    public void A_quote_that_ends_in_another_row_is_told_as_well(string text, int line, int column)
    {
        var roll = Of(text);
        Assert.Equal((FileTrouble.QuoteNotClosed, (line, column)), (roll.Trouble, roll.Place));
    }

    [Fact]
    public void Lines_are_counted_as_an_editor_counts_them()
    {
        var roll = Of("name,address\nAna,\"Mill 1\nPorto\"\n\nBen,Mill 2\n,Mill 3\n");
        Assert.Equal([2, 5, 6], roll.Lines.Select(l => l.Line));
    }

    [Fact]
    public void Where_one_day_can_only_be_month_first_no_day_between_slashes_is_taken()
    {
        Assert.Equal(
            [
                (2, CellTrouble.DayOrMonthFirst),
                (3, CellTrouble.DayOrMonthFirst),
                (4, CellTrouble.DayOrMonthFirst),
            ],
            Wrong(File("08-"))
        );
        var dayFirst = Of("name,since\nAna,03/04/2019\nBen,31/12/2018\nCem,2019-02-28\n");
        Assert.Empty(Wrong(dayFirst));
        Assert.Equal(Instant.FromUtc(2019, 4, 3, 0, 0), dayFirst.Lines[0].MemberSince);
    }

    [Fact]
    public void One_name_in_two_encodings_is_one_person()
    {
        Assert.Equal([(3, CellTrouble.TwiceInTheFile)], Wrong(File("09-")));
        var here = Roll.Of(
            RollFile.Read(Encoding.UTF8.GetBytes("name\nJose\u0301\n")),
            DateTimeZone.Utc,
            Now,
            (name, _) => name == "Jos\u00E9"
        );
        Assert.Equal([(2, CellTrouble.AlreadyOnTheRoll)], Wrong(here));
    }

    [Fact]
    public void Names_of_any_script_are_kept_and_those_with_hidden_signs_are_told()
    {
        var roll = File("10-");
        Assert.Equal(
            [(5, CellTrouble.Signs), (6, CellTrouble.Signs), (7, CellTrouble.Signs)],
            Wrong(roll)
        );
        Assert.Equal(162, roll.Fine.Max(l => l.Name.Text.Length));
        Assert.Contains("🌹 Rosa", Names(roll));
    }

    [Fact]
    public void Addresses_that_hold_hidden_signs_are_told()
    {
        Assert.Equal(
            [
                (3, CellTrouble.TwiceInTheFile),
                (5, CellTrouble.Signs),
                (6, CellTrouble.AddressUnreadable),
            ],
            Wrong(File("11-"))
        );
    }

    [Theory]
    [InlineData("12-lines", "Ana Ruiz", "Ben Ode", "Cem Ates")]
    [InlineData("12-first", "Ana Ruiz")]
    public void Tables_of_older_office_programs_are_read(string file, params string[] names) =>
        Assert.Equal(names, Names(File(file)));

    [Fact]
    public void Text_in_two_bytes_a_letter_is_read()
    {
        var roll = Of([
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes("name\temail\r\nJasna Župan\tj@example.org\r\n"),
        ]);
        Assert.Equal(["Jasna Župan"], Names(roll));
        Assert.Equal(FileReading.Plain, roll.Reading);
    }

    [Fact]
    public void A_separator_inside_a_name_moves_nothing_into_another_column_unseen()
    {
        var roll = Of("name,email\nOde, Ben,b@example.org\nAna,a@example.org,\n");
        Assert.Contains((2, CellTrouble.MoreCellsThanColumns), Wrong(roll));
        Assert.Equal("b@example.org", roll.Lines[0].Rest.Text);
        Assert.Equal(["Ana"], Names(roll));
    }

    [Fact]
    public async Task The_file_of_errors_holds_all_that_was_not_taken_and_can_be_sent_again()
    {
        var roll = Of(
            "name,email,since\nOde, Ben,b@x.org\nAna,a@x.org,03/04/2019\nCem,c@x.org,12/31/2018\n"
        );
        using var stream = new MemoryStream();
        await ErrorFile.Write(
            stream,
            roll,
            new Plenum.Web.Speech.Sentences("en", DateTimeZone.Utc)
        );
        var again = Of(
            Encoding.UTF8.GetString(stream.ToArray()).Replace("/2019", "", StringComparison.Ordinal)
        );
        Assert.Equal(roll.Wrong.Count(), again.Lines.Length);
        Assert.Empty(again.Columns.PassedOver);
        Assert.Equal(["Ode", "Ana", "Cem"], again.Lines.Select(l => l.Name.Text));
    }

    [Fact]
    public void Whatever_bytes_are_sent_every_row_is_a_line_or_the_file_is_refused() =>
        Gen.Int[0, Pieces.Length - 1]
            .Array[0, 60]
            .Select(picked => picked.Select(at => Pieces[at]))
            .Sample(parts =>
            {
                var text = "name,email\n" + string.Concat(parts);
                var roll = Of(text);
                if (roll.Trouble == FileTrouble.None)
                    Assert.Equal(
                        Csv.Read(new StringReader(text))
                            .OfType<CsvLine.Row>()
                            .Skip(1)
                            .Count(r => r.Cells.Any(c => c.Length > 0)),
                        roll.Lines.Length
                    );
            });
}
