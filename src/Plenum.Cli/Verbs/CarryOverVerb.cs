using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Cli.Carrying;
using Plenum.Web.Import;
using Command = System.CommandLine.Command;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum carry-over</c>: the tree, the roll and the running mandates of an organisation that exists already.</summary>
internal static class CarryOverVerb
{
    private const int Shown = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Command(Words words)
    {
        var tree = ServeVerb.Text("--tree", "CSV", words["carry.tree"]);
        var roll = ServeVerb.Text("--roll", "CSV", words["carry.roll"]);
        (tree.Required, roll.Required) = (true, true);
        var mandates = ServeVerb.Text("--mandates", "CSV", words["carry.mandates"]);
        var congress = ServeVerb.Text("--congress", "CSV", words["carry.congress"]);
        var data = Options.Data(words);
        var attempt = new Option<bool>("--try") { Description = words["carry.try"] };
        var skip = new Option<bool>("--skip-faulty") { Description = words["carry.skip"] };
        var errors = ServeVerb.Text("--errors", "CSV", words["carry.errors"]);
        var json = Options.Json(words);
        var command = new Command("carry-over", words["carry"])
        {
            tree,
            roll,
            mandates,
            congress,
            data,
            attempt,
            skip,
            errors,
            json,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var plan = Read(
                    parsed.GetValue(tree)!,
                    parsed.GetValue(roll)!,
                    parsed.GetValue(mandates),
                    parsed.GetValue(congress),
                    words
                );
                var told = parsed.GetValue(errors) ?? parsed.GetValue(tree) + ".errors.csv";
                foreach (var (file, columns) in plan.PassedOver)
                    Console.Error.WriteLine(
                        words[
                            "carry.passed-over",
                            ("file", file),
                            ("columns", string.Join(", ", columns))
                        ]
                    );
                if (plan.Faults.Count > 0)
                    Write(told, plan.Faults, words);
                var goesOn = plan.Faults.Count == 0 || parsed.GetValue(skip) && !plan.IsStopped;
                if (goesOn && !parsed.GetValue(attempt))
                    await Act(plan, parsed.GetValue(data)!, words);
                Tell(plan, goesOn && !parsed.GetValue(attempt), parsed.GetValue(json), words);
                return plan.Faults.Count == 0 ? Exit.Yes
                    : goesOn ? Exit.No
                    : Exit.BadInput;
            }
        );
        return command;
    }

    private static Plan Read(
        string tree,
        string roll,
        string? mandates,
        string? congress,
        Words words
    )
    {
        foreach (var file in new[] { tree, roll, mandates, congress })
            if (file is not null && !File.Exists(file))
                throw new TroubleException(words["file.missing", ("what", file)], Exit.BadInput);
        var now = SystemClock.Instance.GetCurrentInstant();
        var plan = Plan.Of(tree, roll, mandates, congress, now);
        if (plan.Places.Count > 0)
            Trial.Of(plan, now, Progress("carry.trying", plan.People, words));
        return plan;
    }

    private static async Task Act(Plan plan, string data, Words words)
    {
        var settings = new Settings(
            data,
            Settings.UsualUrls,
            LogForm.Line,
            new MailSettings.OnlyFolder()
        );
        await using var app = Hosting.Build(settings);
        var front = Hosting.Open(app, words);
        var carrying = new CarryingOver(
            front,
            app.Services.GetRequiredService<Persons>(),
            app.Services.GetRequiredService<Accounts>(),
            app.Services.GetRequiredService<Post>(),
            app.Services.GetRequiredService<IClock>(),
            words
        );
        await carrying.Act(plan, Progress("carry.carrying", plan.People, words));
        await front.Stop();
    }

    // Somebody who waits sees how far it is, a program that waits is told nothing more than now and then.
    private static Action<int> Progress(string key, int all, Words words)
    {
        var last = DateTime.UtcNow;
        return done =>
        {
            if (DateTime.UtcNow - last < Pause && done < all)
                return;
            last = DateTime.UtcNow;
            Console.Error.WriteLine(words[key, ("done", done), ("all", all)]);
        };
    }

    private static void Write(string path, List<Fault> faults, Words words)
    {
        var text = new StringBuilder();
        Csv.Write(text, ["file", "row", "column", "found", "expected"]);
        foreach (var fault in faults)
            Csv.Write(
                text,
                [
                    fault.File,
                    fault.Row.ToString(CultureInfo.InvariantCulture),
                    fault.Column,
                    fault.Found,
                    fault.Expected,
                ]
            );
        File.WriteAllText(
            path,
            text.ToString(),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        foreach (var fault in faults.Take(Shown))
            Console.Error.WriteLine(
                words[
                    "carry.fault",
                    ("file", fault.File),
                    ("row", fault.Row),
                    ("column", fault.Column),
                    ("found", fault.Found),
                    ("expected", fault.Expected)
                ]
            );
        Console.Error.WriteLine(words["carry.faults", ("n", faults.Count), ("file", path)]);
    }

    private static void Tell(Plan plan, bool done, bool json, Words words)
    {
        if (json)
            Console.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        carried = done,
                        sections = plan.Places.Count,
                        people = plan.People,
                        mandates = plan.Places.Sum(p => p.Mandates.Count),
                        faults = plan.Faults.Count,
                    }
                )
            );
        else
            Console.WriteLine(
                words[
                    done ? "carry.done" : "carry.tried",
                    ("sections", plan.Places.Count),
                    ("people", plan.People),
                    ("mandates", plan.Places.Sum(p => p.Mandates.Count))
                ]
            );
    }
}
