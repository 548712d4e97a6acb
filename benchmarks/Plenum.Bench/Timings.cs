using System.Diagnostics;
using System.Globalization;
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
        Measure("BELENIOS-2048, OpenSSL", belenios.Engine, belenios.Generator.Limbs, runs);
        Measure("Ed25519, C#", curve.Engine, curve.Generator.Limbs, runs);
        Measure(
            "BELENIOS-2048, C#",
            new ManagedEngine(Constants.BeleniosPrime),
            belenios.Generator.Limbs,
            runs
        );
    }

    private static void Measure(string what, Engine engine, ulong[] value, int runs)
    {
        // The lightest secret there is, and one that looks like most others but for its weight.
        var light = new byte[32];
        light[0] = 1;
        var sparse = new byte[32];
        for (var at = 0; at < sparse.Length; at++)
            sparse[at] = 0x11;
        var (first, fixedTime, drawnTime) = Welch(engine, value, light, runs);
        var (second, _, _) = Welch(engine, value, sparse, runs);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | 2 x {runs} | {fixedTime:F0} | {drawnTime:F0} | {first:F2} | {second:F2} |"
            )
        );
    }

    private static (double T, double Fixed, double Drawn) Welch(
        Engine engine,
        ulong[] value,
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
            var exponent = isFixed ? secret.ToArray() : drawn.ToArray();
            var began = Stopwatch.GetTimestamp();
            engine.PowerSecret(value, exponent);
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
