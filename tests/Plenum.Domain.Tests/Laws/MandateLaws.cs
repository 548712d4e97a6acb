using System.Globalization;
using NodaTime;
using Plenum.Domain.Sections;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Whatever anybody tries in whatever order, under whatever statutes the charter lets stand, these hold.</summary>
public sealed class MandateLaws
{
    /// <summary>Lives of sections; PLENUM_LONG asks for ten times as many.</summary>
    public static int Lives(int usually) =>
        Environment.GetEnvironmentVariable("PLENUM_LONG") is { Length: > 0 }
            ? usually * 10
            : usually;

    [Fact]
    public void Whatever_people_try_power_stays_within_mandates_and_the_record_replays()
    {
        var (accepted, constituted, acting) = (0, 0, 0);
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 40], RandomLife.Attempts)
            .Sample(
                (seed, members, attempts) =>
                {
                    var branch = Founded(seed, members);
                    var watch = new Watch(branch);
                    foreach (var attempt in attempts)
                    {
                        if (RandomLife.CommandOf(branch, attempt) is { } command)
                            watch.Try(attempt.Who, command);
                        else
                        {
                            if (attempt.B % 5 != 0)
                                foreach (
                                    var (who, act) in RandomLife.EverybodyActs(branch, attempt.A)
                                )
                                    watch.Try(who, act);
                            watch.Pass(RandomLife.TimeOf(attempt));
                        }
                    }
                    watch.Pass(Duration.FromDays(1));
                    Assert.Equal(Steps.Written(branch.Section), Steps.Written(branch.Replayed()));
                    Assert.Equal(
                        members >= Begin.FoundersNeeded ? Founding.Constituted : Founding.Circle,
                        branch.Section.Sections.Founding
                    );
                    Interlocked.Add(ref accepted, watch.Accepted);
                    Interlocked.Add(ref acting, watch.Interims);
                    if (members >= Begin.FoundersNeeded)
                        Interlocked.Increment(ref constituted);
                },
                iter: Lives(200),
                print: life =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"statutes {life.Item1}, {life.Item2} members, {life.Item3.Length} attempts"
                    )
            );
        // Lives in which nothing is in order would prove nothing.
        Assert.True(accepted > 50 * constituted, $"{accepted} acts in {constituted} sections");
        Assert.True(acting > constituted / 10, $"{acting} acted in {constituted} sections");
    }

    internal static Branch Founded(int seed, int members) =>
        Branch.Founded(
            members,
            GeneratedStatutes.Of(seed),
            Steps.Programme,
            GeneratedStatutes.TimeZone(seed)
        );
}
