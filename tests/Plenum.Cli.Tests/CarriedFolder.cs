using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk.Mail;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary>The tables of an organisation that is carried over, in a folder of their own, and the tool that is run on them.</summary>
internal sealed class CarriedFolder : IDisposable
{
    public static readonly string Example = Path.Combine(Golden.Root, "testdata", "carry-over");

    private readonly PassingFolder _folder = new();

    public CarriedFolder(string ofABranch, params string[] tables)
    {
        foreach (var table in tables)
            File.Copy(Path.Combine(Example, table), At(Path.GetFileName(table)));
        Write("branch.md", ofABranch);
        Write("federation.md", Templates.Text("federation", small: true));
        File.Copy(
            Path.Combine(Golden.Root, "src", "Plenum.Cli", "Demo", "programme.md"),
            At("programme.md")
        );
    }

    public void Dispose() => _folder.Dispose();

    public string At(string name) => _folder.At(name);

    public void Write(string name, string text) => File.WriteAllText(At(name), text);

    public async Task Change(string file, string sound, string faulty)
    {
        var text = await File.ReadAllTextAsync(At(file), TestContext.Current.CancellationToken);
        Assert.Contains(sound, text, StringComparison.Ordinal);
        Write(file, text.Replace(sound, faulty, StringComparison.Ordinal));
    }

    public string RollName(string section, string number) =>
        File.ReadLines(At("roll.csv"))
            .Select(l => l.Split(','))
            .Single(c => c[0] == section && c[1] == number)[2];

    public Task<Said> CarryOver(params string[] more) => Shell.Run(Arguments(more));

    /// <summary>Killed as soon as some are carried over, and each time somewhat later.</summary>
    public async Task Killed(int times, int somewhat, params string[] more)
    {
        for (var kills = 0; kills < times; kills++)
        {
            using var process = Shell.Start("en_GB.UTF-8", Arguments(more));
            var wait = Stopwatch.StartNew();
            while (
                !process.HasExited
                && !File.Exists(At("data/record.db"))
                && wait.Elapsed < TimeSpan.FromMinutes(2)
            )
                await Task.Delay(20, TestContext.Current.CancellationToken);
            await Task.Delay(somewhat * (kills + 1), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The cell stands in the file of what is wrong, and nothing was written.</summary>
    public async Task Names(string table, string column)
    {
        Assert.False(Directory.Exists(At("data")));
        Assert.Contains(
            await File.ReadAllLinesAsync(
                At("tree.csv.errors.csv"),
                TestContext.Current.CancellationToken
            ),
            l =>
                l.Contains($"\"{column}\"", StringComparison.Ordinal)
                && l.Contains($"\"{table}\"", StringComparison.Ordinal)
        );
    }

    public WebApplication House(Action<IServiceCollection>? add = null) =>
        Hosting.Build(
            new Settings(
                At("data"),
                "http://127.0.0.1:0",
                LogForm.Json,
                new MailSettings.OnlyFolder()
            ),
            add: add
        );

    private string[] Arguments(string[] more) =>
        [
            "carry-over",
            "--tree",
            At("tree.csv"),
            "--roll",
            At("roll.csv"),
            "--mandates",
            At("mandates.csv"),
            "--data",
            At("data"),
            .. more,
        ];
}
