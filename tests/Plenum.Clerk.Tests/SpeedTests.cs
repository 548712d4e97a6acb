using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

/// <summary>Measurements, run on demand; they fail only when the front costs several times what the store costs.</summary>
public sealed class SpeedTests
{
    private const int Senders = 64;
    private const int Each = 250;

    [Theory(Explicit = true)]
    [InlineData(1)]
    [InlineData(64)]
    public async Task The_front_costs_little_beside_the_store(int sections)
    {
        await using var office = new Office();
        var ids = new List<SectionId>();
        for (var i = 0; i < sections; i++)
            ids.Add(await office.Found($"s{i}"));
        await Through(office, ids, "warm");
        var front = await Through(office, ids, "front");
        var store = await Raw(office, sections);
        var began = Stopwatch.GetTimestamp();
        await office.Reopen();
        var folded = ids.Sum(id => office.Front.Read(id).Version);
        var load = folded / Stopwatch.GetElapsedTime(began).TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sections} sections: front {front:N0}/s, store {store:N0}/s, ratio {front / store:N2}; load {load:N0} events/s"
            )
        );
        Assert.True(front > store / 10);
    }

    private static Task<double> Through(Office office, List<SectionId> ids, string run) =>
        Timed(async sender =>
        {
            for (var i = 0; i < Each; i++)
                Assert.IsType<Answer.Done>(
                    await office.Send(ids[sender % ids.Count], $"{run}/{sender}/{i}", new Move(1))
                );
        });

    private static async Task<double> Raw(Office office, int sections)
    {
        var encoded = office.Codec.Encode(
            new TestEvent.Struck(1, default),
            new Envelope(
                default,
                Office.Somebody,
                new Authority.Anyone(),
                new Domain.Statutes.ArticleId("notes"),
                Ids.Recorded("c"),
                Draw.Nothing
            )
        );
        var versions = new long[Senders];
        // One writer a stream, as the store wants it: every sender has a stream of its own.
        return await Timed(async sender =>
        {
            for (var i = 0; i < Each; i++)
                await office.Record.Append(
                    new Store.Append(
                        $"raw/{sections}/{sender}",
                        versions[sender]++,
                        0,
                        Store.Due.Never,
                        [new(encoded.Type, encoded.Leaf, encoded.Open, encoded.Envelope)]
                    )
                    {
                        Commands =
                        [
                            new(
                                $"raw/{sections}/{sender}/{i}",
                                Store.Digest.From(RandomNumberGenerator.GetBytes(32)),
                                1
                            ),
                        ],
                    }
                );
        });
    }

    private static async Task<double> Timed(Func<int, Task> sender)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(n => Task.Run(() => sender(n))));
        return Senders * Each / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
