using System.Globalization;
using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Cli.Carrying;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary>An organisation that exists is carried over whole: its tree, its roll, its running mandates.</summary>
public sealed class CarryOverTests : IDisposable
{
    private readonly CarriedFolder _folder = new(
        Templates.Text("local-union", small: true),
        "tree.csv",
        "roll.csv",
        "mandates.csv"
    );

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tree_roll_and_mandates_are_there_with_their_evidence_and_their_own_ends()
    {
        var said = await _folder.CarryOver();
        Assert.Equal((0, ""), (said.Exit, Faults(said.Err)));

        await using var app = _folder.House();
        var front = Hosting.Open(app, Words.In("en"));
        var sections = front.Sections.Select(id => front.Read(id).Section).ToArray();
        var world = sections.Single(s => s.Sections.Tree.Above.Count == 0);
        Assert.Equal("International of Dock Workers", world.Sections.Name);
        Assert.Equal(3, world.Sections.Tree.Affiliates.Count);
        Assert.All(
            world.Sections.Tree.Affiliates.Keys,
            country => Assert.Equal(4, front.Read(country).Section.Sections.Tree.Affiliates.Count)
        );
        Assert.All(
            sections,
            s =>
                Assert.Equal(
                    6,
                    s.Membership.Members.Values.Count(m => m.Standing is Standing.Invited)
                )
        );
        Assert.All(
            sections,
            s =>
            {
                var chair = Assert.Single(s.Mandates.Carried.Values);
                Assert.Equal("chair", chair.Body.Value);
                Assert.StartsWith(
                    "Minutes of the annual meeting",
                    chair.Evidence,
                    StringComparison.Ordinal
                );
                Assert.Equal(
                    new LocalDate(2027, 4, 30),
                    chair.Until.InZone(DateTimeZoneProviders.Tzdb[s.Sections.TimeZone]).Date
                );
            }
        );
        // Of the roll of the world number 1 holds the chair; numbers here follow their own order.
        var persons = app.Services.GetRequiredService<Persons>();
        var holder = world.Membership.Of(world.Mandates.Carried.Values.Single().Holder).Person;
        Assert.Equal(_folder.RollName("world", "1"), persons.NameOf(holder));
    }

    [Fact]
    public async Task Begun_again_it_changes_nothing()
    {
        await _folder.CarryOver();
        var before = await Versions();
        var again = await _folder.CarryOver();

        Assert.Equal(0, again.Exit);
        Assert.Equal(before, await Versions());
    }

    [Trait("pace", "slow")]
    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_and_nobody_is_there_twice()
    {
        var roll = new StringBuilder("section,number,name,email,address,since\n");
        var keys = File.ReadLines(_folder.At("tree.csv")).Skip(1).Select(l => l.Split(',')[0]);
        var people = 0;
        foreach (var key in keys)
            for (var no = 1; no <= 700; no++)
                roll.Append(
                    CultureInfo.InvariantCulture,
                    $"{key},{no},Person {++people},p{people}@example.org,,2019-03-31\n"
                );
        _folder.Write("roll.csv", roll.ToString());

        await _folder.Killed(3, 400);
        var said = await _folder.CarryOver();

        Assert.Equal(0, said.Exit);
        await using var app = _folder.House();
        var front = Hosting.Open(app, Words.In("en"));
        Assert.Equal(
            people,
            front.Sections.Sum(id => front.Read(id).Section.Membership.Members.Count)
        );
        Assert.Equal(people, app.Services.GetRequiredService<Accounts>().All().Length);
    }

    [Theory]
    [InlineData("roll.csv", "world,1,", "world,2,", "number")]
    [InlineData("roll.csv", "world,2,", "nowhere,2,", "section")]
    [InlineData("roll.csv", "p1@example.org", "no address", "email")]
    [InlineData("roll.csv", "1991-02-02", "2/2/91", "since")]
    [InlineData("roll.csv", "1991-02-02", "2999-01-01", "since")]
    [InlineData("tree.csv", "pt,Dock", "uy,Dock", "key")]
    [InlineData("tree.csv", "Europe/Lisbon", "Lisbon", "time_zone")]
    [InlineData("tree.csv", "world,federation.md", "moon,federation.md", "above")]
    [InlineData("tree.csv", "branch.md", "../branch.md", "statutes")]
    [InlineData("mandates.csv", "world,1,", "world,99,", "number")]
    [InlineData("mandates.csv", "2026-05-01", "May", "since")]
    [InlineData("mandates.csv", ",1,\"Minutes", ",0,\"Minutes", "term")]
    public async Task A_faulty_cell_is_named_and_nothing_is_carried_over(
        string table,
        string sound,
        string faulty,
        string column
    )
    {
        await _folder.Change(table, sound, faulty);
        var said = await _folder.CarryOver();

        Assert.Equal(2, said.Exit);
        await _folder.Names(table, column);
    }

    [Theory]
    [InlineData("world,2,", "world,2,\"", "quotation mark")]
    [InlineData("p2@example.org", "p2@example.org,,,,x", "as many as columns")]
    public async Task Rows_that_nobody_read_are_left_out_by_nobody(
        string sound,
        string faulty,
        string expected
    )
    {
        await _folder.Change("roll.csv", sound, faulty);
        var said = await _folder.CarryOver();
        Assert.Equal(2, said.Exit);
        Assert.Contains(expected, said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_never_ends_stops_all_of_it_with_its_place()
    {
        File.Copy(
            Path.Combine(
                Golden.Root,
                "testdata",
                "rolls",
                "07-quote-that-never-ends-carry-over.csv"
            ),
            _folder.At("roll.csv"),
            overwrite: true
        );
        _folder.Write(
            "tree.csv",
            "key,name,above,statutes,programme,time_zone\nb,Branch,,branch.md,programme.md,UTC\n"
        );
        File.Delete(_folder.At("mandates.csv"));
        var said = await Shell.Run(
            "carry-over",
            "--tree",
            _folder.At("tree.csv"),
            "--roll",
            _folder.At("roll.csv"),
            "--data",
            _folder.At("data"),
            "--skip-faulty"
        );

        Assert.Equal(2, said.Exit);
        Assert.Contains("line 7, character 5", said.Err, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("data")));
    }

    [Fact]
    public async Task Columns_that_are_passed_over_are_told()
    {
        await _folder.Change("roll.csv", "address,since", "address,since,telephone");
        var said = await _folder.CarryOver("--try");
        Assert.Contains("passed over: telephone", said.Err, StringComparison.Ordinal);
    }

    [Trait("pace", "slow")]
    [Theory]
    [InlineData("chair", "treasury", "carry-over.no-seats")]
    [InlineData("2027-04-30", "2026-06-30", "carry-over.not-a-running-term")]
    [InlineData("item 4\"", "item 4\",", "carry-over.no-evidence")]
    public async Task What_the_law_refuses_of_a_mandate_is_told_before_anything_is_written(
        string sound,
        string faulty,
        string code
    )
    {
        var lines = await File.ReadAllLinesAsync(
            _folder.At("mandates.csv"),
            TestContext.Current.CancellationToken
        );
        lines[1] = code.EndsWith("evidence", StringComparison.Ordinal)
            ? lines[1].Split('"')[0] + "," + lines[1].Split(',')[^1]
            : lines[1].Replace(sound, faulty, StringComparison.Ordinal);
        await File.WriteAllLinesAsync(
            _folder.At("mandates.csv"),
            lines,
            TestContext.Current.CancellationToken
        );
        var said = await _folder.CarryOver();

        Assert.Equal(2, said.Exit);
        Assert.Contains(code, said.Err, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("data")));
        // What is fine is carried over where that is asked for, and the rest stays in its file.
        var some = await _folder.CarryOver("--skip-faulty", "--json");
        Assert.Equal(1, some.Exit);
        using var told = JsonDocument.Parse(some.Out);
        Assert.Equal(15, told.RootElement.GetProperty("mandates").GetInt32());
        Assert.True(told.RootElement.GetProperty("carried").GetBoolean());
    }

    [Fact]
    public async Task Looking_writes_nothing_and_other_files_are_not_mixed_in()
    {
        var looked = await _folder.CarryOver("--try");
        Assert.Equal((0, false), (looked.Exit, Directory.Exists(_folder.At("data"))));

        await _folder.CarryOver();
        _folder.Write(
            "roll.csv",
            (
                await File.ReadAllTextAsync(
                    _folder.At("roll.csv"),
                    TestContext.Current.CancellationToken
                )
            ) + "world,77,Zoe Vega,,,\n".Replace(",,,", ",,,2020-01-01", StringComparison.Ordinal)
        );
        var before = await Versions();
        var other = await _folder.CarryOver();
        Assert.Equal(1, other.Exit);
        Assert.Equal(before, await Versions());
    }

    [Fact]
    public void Whatever_is_done_to_the_tables_they_are_read_to_their_end_or_to_a_fault()
    {
        var tables = new[] { "tree.csv", "roll.csv", "mandates.csv" };
        var now = SystemClock.Instance.GetCurrentInstant();
        (
            from which in Gen.Int[0, 2]
            from cuts in Gen.Select(Gen.Int[0, 4_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 6]
            select (which, cuts)
        ).Sample(
            broken =>
            {
                var path = _folder.At(tables[broken.which]);
                var whole = File.ReadAllBytes(
                        Path.Combine(CarriedFolder.Example, tables[broken.which])
                    )
                    .ToList();
                foreach (var (at, value, how) in broken.cuts)
                {
                    var place = at % whole.Count;
                    if (how == 0)
                        whole[place] = value;
                    else if (how == 1)
                        whole.Insert(place, value);
                    else if (how == 2)
                        whole.RemoveAt(place);
                    else
                        whole.InsertRange(place, whole.Skip(place / 2).Take(40).ToArray());
                }
                File.WriteAllBytes(path, [.. whole]);
                var plan = Plan.Of(
                    _folder.At(tables[0]),
                    _folder.At(tables[1]),
                    _folder.At(tables[2]),
                    null,
                    now
                );
                Trial.Of(plan, now, _ => { });
                Assert.All(plan.Faults, f => Assert.True(f.Row >= 0 && f.Expected.Length > 0));
                File.Copy(
                    Path.Combine(CarriedFolder.Example, tables[broken.which]),
                    path,
                    overwrite: true
                );
            },
            iter: 60,
            threads: 1
        );
    }

    private async Task<(SectionId, long)[]> Versions()
    {
        await using var app = _folder.House();
        var front = Hosting.Open(app, Words.In("en"));
        return [.. front.Sections.Order().Select(id => (id, front.Read(id).Version))];
    }

    private static string Faults(string errors) =>
        string.Concat(
            errors.Split('\n').Where(l => l.Contains("expected", StringComparison.Ordinal))
        );
}
