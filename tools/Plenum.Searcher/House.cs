using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Cli;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Web.Doors;

namespace Plenum.Searcher;

/// <summary>
/// The house itself with its doors open, in a process that can be recorded: the demonstration, whose clock stands where
/// the one who started it says. It answers on standard output and ends at an empty line, or when it is killed.
/// </summary>
internal static class House
{
    public const string Word = "house";

    public static async Task<int> Run(string data, string ticks)
    {
        var words = Words.In("en");
        await using var app = DemoHosting.Build(
            new Settings(data, "http://127.0.0.1:0", LogForm.Line, new MailSettings.OnlyFolder())
        );
        await DemoHosting.Open(app, words);
        var clock = app.Services.GetRequiredService<MovedClock>();
        if (ticks != "now")
            clock.StandAt(At(ticks));
        var front = app.Services.GetRequiredService<Front>();
        Tell(front, clock.GetCurrentInstant());
        var ended = new CancellationTokenSource();
        var serving = Hosting.Run(app, _ => null);
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            clock.StandAt(At(line));
            await app.Services.GetRequiredService<Clerk.Calendar>().ActOnWhatIsDue(ended.Token);
            Console.WriteLine("done");
        }
        app.Lifetime.StopApplication();
        await serving;
        return 0;
    }

    // The one election in which members vote secretly now, and who of its roll has not voted.
    private static void Tell(Front front, Instant now)
    {
        var id = front.Sections.Single();
        var section = front.Read(id).Section;
        var matter = section.Matters.All.Values.Last(m => m.Question is Question.Elect);
        Console.WriteLine($"now {now.ToUnixTimeTicks()}");
        Console.WriteLine($"section {Here.Abridged(id)}");
        Console.WriteLine($"matter {matter.No}");
        if (matter.Stage is not Stage.Voting voting)
            return;
        var box = section.Ballots.Of(voting.Box);
        Console.WriteLine($"box {id}/{box.No}");
        Console.WriteLine($"options {box.Options}");
        Console.WriteLine($"closes {box.Closes.ToUnixTimeTicks()}");
        Console.WriteLine(
            "voters "
                + string.Join(
                    ' ',
                    box.Roll.Where(no => !box.Marks.ContainsKey(no))
                        .Select(no => section.Membership.Of(no).Person)
                )
        );
    }

    private static Instant At(string ticks) =>
        Instant.FromUnixTimeTicks(long.Parse(ticks, CultureInfo.InvariantCulture));
}
