using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Bench;

/// <summary>What the reader and the charter check make of a text of 1 MB, whatever stands in it, and how that grows.</summary>
public static class StatutesBench
{
    private const int Length = 1_000_000;
    private const int Eighth = Length / 8;
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    /// <summary>Says whether every shape was read in less than a second of the processor.</summary>
    public static bool Run()
    {
        Console.WriteLine("| 1 MB of | processor | of an eighth | times | findings |");
        Console.WriteLine("|---|---|---|---|---|");
        var isWithin = true;
        foreach (var (name, shape) in HostileStatutes.Shapes)
        {
            var (whole, part) = (shape(Length), shape(Eighth));
            var findings = Draft.Parse(part).Findings.Count;
            var time = Processor.LeastTimeOf(3, () => _ = StatuteBook.Adopt(whole));
            var eighth = Processor.LeastTimeOf(5, () => _ = StatuteBook.Adopt(part));
            isWithin &= time < Most;
            Console.WriteLine(
                FormattableString.Invariant(
                    $"| {name} | {time.TotalMilliseconds:F0} ms | {eighth.TotalMilliseconds:F0} ms | {time / eighth:F1} | {findings} |"
                )
            );
        }
        return isWithin;
    }
}
