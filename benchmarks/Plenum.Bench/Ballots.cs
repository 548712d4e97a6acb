using System.Diagnostics;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot;
using Plenum.SecretBallot.Archives;

namespace Plenum.Bench;

/// <summary>
/// Verifiable ballots on one core in processor time, beside <c>belenios-tool</c> on the same archives in the same run,
/// in turn. What a step costs is the difference of two archives, divided by what one has more.
/// </summary>
public static class Ballots
{
    private const string Tool = "/usr/bin/belenios-tool";
    private const int Runs = 5;

    private const string Five =
        """[{"answers":["A","B","C","D","E"],"min":1,"max":1,"question":"Q"}]""";

    private const string FiveOrBlank =
        """[{"answers":["A","B","C","D","E"],"blank":true,"min":1,"max":1,"question":"Q"}]""";

    private const string Ten =
        """[{"type":"NonHomomorphic","value":{"answers":["A","B","C","D","E","F","G","H","I","J"],"question":"Q"}}]""";

    public static void Run(string[] arguments)
    {
        // One core for this process and for all it starts.
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            using (var self = Process.GetCurrentProcess())
                self.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
        if (arguments is ["timings", .. var runs])
        {
            Timings.Run(
                runs is [var most] ? int.Parse(most, CultureInfo.InvariantCulture) : 100_000
            );
            return;
        }
        Console.WriteLine(
            "| what | here, s | belenios-tool, s | ratio | wanted |\n|---|---|---|---|---|"
        );
        Verify("a ballot of 5 answers verified, BELENIOS-2048", Five, 50, "at least 3");
        Verify("the same with blank", FiveOrBlank, 50, "at least 3");
        Verify("a ranking of 10 verified, RFC-3526-2048", Ten, 100, "at least 10");
        Shuffles(100);
        foreach (var size in arguments)
            Large(int.Parse(size, CultureInfo.InvariantCulture));
    }

    private static void Verify(string what, string questions, int ballots, string wanted)
    {
        var events = Events(questions, ballots, 1, 1);
        var none = Written(events, e => e.Kind == EventKind.Setup);
        var all = Written(events, e => e.Kind is EventKind.Setup or EventKind.Ballot);
        Compare(what, all, none, events.Uuid, ballots, wanted);
    }

    private static void Shuffles(int rankings)
    {
        var events = Events(Ten, rankings, 1, 1);
        var tallied = Written(events, e => e.Kind <= EventKind.EncryptedTally);
        var shuffled = Written(events, e => e.Kind <= EventKind.Shuffle);
        Compare(
            "the proof of a shuffle checked, a ranking",
            shuffled,
            tallied,
            events.Uuid,
            rankings,
            "at least 8"
        );
        var ours = Differences(
            () => Here(() => Hands.Shuffle(tallied)),
            () => Here(() => Verifier.Verify(tallied))
        );
        using var folder = new Archive(tallied, events.Uuid);
        var theirs = File.Exists(Tool)
            ? Differences(
                () => folder.There("election shuffle --trustee-id=1"),
                () => folder.There("election verify")
            )
            : null;
        Say("rankings shuffled and proved, a ranking", ours, theirs, rankings, "at least 8");
    }

    private static void Compare(
        string what,
        byte[] more,
        byte[] less,
        string uuid,
        int count,
        string wanted
    )
    {
        var ours = Differences(() => Here(() => Demand(more)), () => Here(() => Demand(less)));
        using var one = new Archive(more, uuid);
        using var other = new Archive(less, uuid);
        var theirs = File.Exists(Tool)
            ? Differences(() => one.There("election verify"), () => other.There("election verify"))
            : null;
        Say(what, ours, theirs, count, wanted);
    }

    private static void Large(int voters)
    {
        var events = Events(Ten, voters, 3, 3);
        var archive = Written(events, _ => true);
        var strong = events.Strong;
        var without = Here(() => Demand(archive));
        var with = Here(() =>
        {
            if (Verifier.Verify(archive, strong) is not Verification.Valid)
                throw new InvalidOperationException("It does not verify.");
        });
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {voters} rankings of 10, 3 shuffles, 3 trustees, result, {archive.Length / 1_000_000} MB: verified whole; with strong proofs | {without:F1}; {with:F1} | not run | | under 360 for 10000 |"
            )
        );
    }

    private static void Demand(byte[] archive)
    {
        if (Verifier.Verify(archive, options: new() { Shuffles = 1 }) is not Verification.Valid)
            throw new InvalidOperationException("It does not verify.");
    }

    // The least of several differences and the one in the middle.
    private static (double Least, double Middle)? Differences(Func<double> more, Func<double> less)
    {
        // What is measured is the code the compiler has settled on.
        for (var warming = 0; warming < 3; warming++)
        {
            more();
            less();
        }
        var found = Enumerable.Range(0, Runs).Select(_ => more() - less()).Order().ToArray();
        return (found[0], found[Runs / 2]);
    }

    private static void Say(
        string what,
        (double Least, double Middle)? ours,
        (double Least, double Middle)? theirs,
        int count,
        string wanted
    ) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {ours!.Value.Middle / count:F5} (least {ours.Value.Least / count:F5}) | {(theirs is { } t ? $"{t.Middle / count:F5} (least {t.Least / count:F5})" : "not installed")} | {(theirs is { } u ? $"{u.Middle / ours.Value.Middle:F1}" : "")} | {wanted} |"
            )
        );

    private static double Here(Action work)
    {
        using var self = Process.GetCurrentProcess();
        var before = self.TotalProcessorTime;
        work();
        self.Refresh();
        return (self.TotalProcessorTime - before).TotalSeconds;
    }

    private static (IReadOnlyList<ArchivedEvent> All, string Uuid, byte[] Strong) Events(
        string questions,
        int voters,
        int trustees,
        int shuffles
    )
    {
        var rehearsal = new Rehearsal(Encoding.UTF8.GetBytes(questions), voters)
        {
            Trustees = trustees,
            Shuffles = questions == Ten ? shuffles : 0,
            Time = 1_800_000_000,
        };
        var given =
            rehearsal.Run() as Handed.Given
            ?? throw new InvalidOperationException("The rehearsal was refused.");
        return (
            ArchiveReader.Read(given.Files[0].Content).Events,
            given.Files[0].Name.Split('.')[0],
            given
                .Files.Single(f => f.Name.EndsWith("proofs.json", StringComparison.Ordinal))
                .Content
        );
    }

    private static byte[] Written(
        (IReadOnlyList<ArchivedEvent> All, string, byte[]) events,
        Func<ArchivedEvent, bool> kept
    )
    {
        var writer = new ArchiveWriter(1_800_000_000);
        foreach (var happened in events.All.Where(kept))
            writer.Add(happened.Kind, [.. happened.Objects]);
        return writer.ToArray();
    }

    /// <summary>An archive in a folder of its own, as the tool wants it.</summary>
    private sealed class Archive : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ballots");

        public Archive(byte[] bytes, string uuid) =>
            File.WriteAllBytes(Path.Combine(_folder.FullName, uuid + ".bel"), bytes);

        public double There(string arguments)
        {
            // The shell tells the seconds of the processor that a program took which has ended.
            using var process = Process.Start(
                new ProcessStartInfo(
                    "/bin/bash",
                    ["-c", $"TIMEFORMAT='%U %S'; time {Tool} {arguments} >out 2>errors"]
                )
                {
                    WorkingDirectory = _folder.FullName,
                    UseShellExecute = false,
                    RedirectStandardError = true,
                }
            )!;
            var told = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException(
                    File.ReadAllText(Path.Combine(_folder.FullName, "errors"))
                );
            return told.Trim()
                .Split(' ')
                .Sum(seconds => double.Parse(seconds, CultureInfo.InvariantCulture));
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
