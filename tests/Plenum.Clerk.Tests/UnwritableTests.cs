using System.Reflection;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

public sealed class UnwritableTests
{
    [Fact]
    public async Task A_full_disk_publishes_nothing_and_loses_nothing_that_was_answered()
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Close();

        var before = 0L;
        using (var folder = Store.DataFolder.Open(office.Path))
        {
            using var record = WithFewPages(folder);
            await using var front = new Front(
                new Keeping(record, office.Codec),
                new Surroundings(office.Clock, RandomNumberGenerator.Fill),
                NullLogger<Front>.Instance
            );
            var answers = new List<Answer>();
            for (var no = 1; no <= 40; no++)
                answers.Add(
                    await front.Send(
                        section,
                        new GivenId($"n{no}"),
                        new Note(no, new string('x', 20_000)),
                        Office.Somebody
                    )
                );
            var full = answers.OfType<Answer.Unavailable>().ToArray();
            Assert.NotEmpty(full);
            Assert.All(full, answer => Assert.Equal(Hindrance.DiskFull, answer.Why));
            before = front.Read(section).Version;
            Assert.Equal(1 + answers.OfType<Answer.Done>().Count(), before);
        }

        office.Open();
        Assert.Equal(before, office.Front.Read(section).Version);
        Assert.IsType<Answer.Done>(await office.Send(section, "more", new Note(99, "room again")));
    }

    // The store keeps its bound on pages to itself and its own tests; a disk that is really full needs one here too.
    private static Store.Record WithFewPages(Store.DataFolder folder)
    {
        var limits = typeof(Store.Record).Assembly.GetType("Plenum.Store.WriterLimits")!;
        var open = typeof(Store.Record)
            .GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
            .Single(method => method.Name == "Open" && method.GetParameters().Length == 2);
        return (Store.Record)
            open.Invoke(null, [folder, Activator.CreateInstance(limits, 512, 100)])!;
    }
}
