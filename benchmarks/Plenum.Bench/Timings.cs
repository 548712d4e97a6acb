using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;

namespace Plenum.Bench;

/// <summary>
/// Whether the time of a secret operation tells the secret: runs with one fixed secret and runs with drawn ones, mixed
/// by lot, compared by Welch's t. Beyond 4.5 something is told. Runs the machine held up, the slowest in twenty, are left out.
/// </summary>
public static class Timings
{
    public static void Run(int runs)
    {
        Console.WriteLine(
            "| secret exponent | runs | fixed, ns | drawn, ns | t, of nought bits | t, of one in four bits |\n|---|---|---|---|---|---|"
        );
        var belenios = Group.Find("BELENIOS-2048")!;
        var curve = Group.Find("Ed25519")!;
        Measure("BELENIOS-2048, OpenSSL", belenios, runs);
        Measure("Ed25519, C#", curve, runs);
        Measure(
            "BELENIOS-2048, C#",
            ModularGroup.Belenios2048(new ManagedEngine(Constants.BeleniosPrime)),
            runs
        );
    }

    private static void Measure(string what, Group group, int runs)
    {
        // The lightest secret there is, and one that looks like most others but for its weight.
        var light = new byte[32];
        light[0] = 1;
        var sparse = new byte[32];
        for (var at = 0; at < sparse.Length; at++)
            sparse[at] = at < 31 ? (byte)0x11 : (byte)1;
        var (first, fixedTime, drawnTime) = Welch(group, light, runs);
        var (second, _, _) = Welch(group, sparse, runs);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | 2 x {runs} | {fixedTime:F0} | {drawnTime:F0} | {first:F2} | {second:F2} |"
            )
        );
    }

    private static (double T, double Fixed, double Drawn) Welch(
        Group group,
        byte[] secret,
        int runs
    )
    {
        var times = new List<(bool Fixed, double Time)>(runs);
        var drawn = new byte[32];
        for (var run = -200; run < runs; run++)
        {
            RandomNumberGenerator.Fill(drawn);
            drawn[31] &= 0x0f;
            var isFixed = RandomNumberGenerator.GetInt32(2) == 0;
            var exponent = new BigInteger(isFixed ? secret : drawn, isUnsigned: true);
            var began = Stopwatch.GetTimestamp();
            group.PowerSecret(group.Generator, exponent);
            var took = Stopwatch.GetElapsedTime(began).TotalNanoseconds;
            if (run >= 0)
                times.Add((isFixed, took));
        }
        var limit = times.Select(t => t.Time).Order().ElementAt(times.Count * 95 / 100);
        var (one, other) = (
            Moments(times.Where(t => t.Fixed && t.Time <= limit).Select(t => t.Time)),
            Moments(times.Where(t => !t.Fixed && t.Time <= limit).Select(t => t.Time))
        );
        return (
            (one.Mean - other.Mean)
                / Math.Sqrt(one.Variance / one.Count + other.Variance / other.Count),
            one.Mean,
            other.Mean
        );
    }

    private static (double Mean, double Variance, int Count) Moments(IEnumerable<double> values)
    {
        var all = values.ToArray();
        var mean = all.Average();
        return (mean, all.Sum(v => (v - mean) * (v - mean)) / (all.Length - 1), all.Length);
    }
}
