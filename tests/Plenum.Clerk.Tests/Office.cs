using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

/// <summary>A clock that the test moves.</summary>
public sealed class MovedClock : IClock
{
    public Instant Now { get; set; } = Instant.FromUtc(2026, 5, 1, 9, 0);

    public Instant GetCurrentInstant() => Now;
}

/// <summary>A clerk's office in a folder of its own, that can be closed and opened again.</summary>
public sealed class Office : IAsyncDisposable
{
    public static readonly Actor Somebody = Actor.Self(new PersonId("p1"));

    public Office()
        : this(Directory.CreateTempSubdirectory("plenum-clerk-").FullName) { }

    public Office(string path)
    {
        Path = path;
        (Folder, Record, Front) = Opened();
    }

    public string Path { get; }
    public Store.DataFolder Folder { get; private set; }
    public MovedClock Clock { get; } = new();
    public Store.Record Record { get; private set; }
    public Front Front { get; private set; }
    public Codec Codec { get; } = new(TestLaw.Events, RandomNumberGenerator.Fill);

    public async Task<SectionId> Found(string name = "Cork")
    {
        var answer = await Front.Found(new GivenId("found-" + name), new Begin(name), Somebody);
        return Assert.IsType<Answer.Done>(answer).Section;
    }

    public Task<Answer> Send(SectionId section, string id, Command command) =>
        Front.Send(section, new GivenId(id), command, Somebody);

    public async Task Reopen()
    {
        await Close();
        Open();
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Directory.Delete(Path, recursive: true);
    }

    public void Open() => (Folder, Record, Front) = Opened();

    public async Task Close()
    {
        await Front.DisposeAsync();
        Record.Dispose();
        Folder.Dispose();
    }

    private (Store.DataFolder, Store.Record, Front) Opened()
    {
        var folder = Store.DataFolder.Open(Path);
        var record = Store.Record.Open(folder);
        var front = new Front(
            new Keeping(record, Codec),
            new Surroundings(Clock, RandomNumberGenerator.Fill),
            NullLogger<Front>.Instance
        );
        return (folder, record, front);
    }
}
