using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Store;

namespace Plenum.Bench;

/// <summary>What deciding costs, and starting again.</summary>
public sealed class Laws : IAsyncDisposable
{
    private readonly Scratch _folder = new();
    private readonly DataFolder _data;
    private readonly Record _record;
    private readonly Dictionary<SectionId, BoxNo> _boxes = [];

    public Laws()
    {
        _data = DataFolder.Open(_folder.Path);
        _record = Record.Open(_data);
        Front = Open();
    }

    public Front Front { get; private set; }

    /// <summary>The machine's clock, which the bench may put forward.</summary>
    public AheadClock Clock { get; } = new();

    /// <summary>Every section has a motion to vote on by name, and its vote has opened.</summary>
    public async Task OpenVotes(SectionId[] sections)
    {
        foreach (var section in sections)
            await Sections.Ok(
                Front.Send(section, 1, new PutMotion("Bench", "Bench", BodyId.Members, [], []))
            );
        Clock.Ahead += Duration.FromDays(4);
        using var calendar = new Calendar(
            Front,
            Deadlines.CommandFor,
            Clock,
            NullLogger<Calendar>.Instance
        );
        await calendar.ActOnWhatIsDue();
        foreach (var section in sections)
            _boxes[section] = Front
                .Read(section)
                .Section.Ballots.Boxes.Values.Single(box => !box.Closed)
                .No;
    }

    /// <summary>Commands a second through the law: members vote by name and change their minds, for as long as it takes.</summary>
    public Task<double> Rate(SectionId[] sections, TimeSpan time)
    {
        var cast = new int[64];
        return Measure.PerSecond(
            64,
            time,
            async client =>
            {
                var section = sections[client % sections.Length];
                var choice = cast[client]++ % 2 == 0 ? "for" : "against";
                await Sections.Ok(
                    Front.Send(section, 1 + client, new Cast(_boxes[section], choice))
                );
            }
        );
    }

    /// <summary>
    /// What the store alone makes of the very same: 64 clients with a stream each append copies of an entry that the law
    /// wrote, with its subjects and its command, waiting for each to be durable. Nothing is decided, encoded or folded.
    /// </summary>
    public async Task<double> Raw(SectionId[] sections, TimeSpan time)
    {
        var model = _record.ReadStream(sections[0].Value, Front.Read(sections[0]).Version).Single();
        var subjects = Subjects.Of(Front.Keeping.Event(model));
        var entry = new Store.Entry(model.Type, model.Leaf, model.Open, model.Envelope)
        {
            Subjects = subjects,
        };
        var streams = await RawStreams(sections[0]);
        var versions = streams.Select(_record.VersionOf).ToArray();
        return await Measure.PerSecond(
            64,
            time,
            async client =>
            {
                // As long as the law's, which begins with who gave it.
                var id = $"person/{Sections.Person(1)}/{Sections.Next()}";
                var append = new Append(
                    streams[client],
                    versions[client]++,
                    model.At,
                    Store.Due.Never,
                    [entry]
                )
                {
                    Commands =
                    [
                        new AcceptedCommand(id, Store.Digest.Of(Encoding.UTF8.GetBytes(id)), 1),
                    ],
                };
                await _record.Write(append);
            }
        );
    }

    // As long as the section's own stream, with names as long and as scattered: then an append touches as many pages
    // of the same indexes as the law's does.
    private const int Founding = 200;

    private async Task<string[]> RawStreams(SectionId section)
    {
        var streams = Enumerable
            .Range(0, 64)
            .Select(client => Domain.Digest.Of(FormattableString.Invariant($"raw/{client}")).Hex)
            .Select(hex => hex[..section.Value.Length])
            .ToArray();
        var copied = _record
            .ReadStream(section.Value)
            .Take(Founding)
            .Select(stored => new Store.Entry(
                stored.Type,
                stored.Leaf,
                stored.Open,
                stored.Envelope
            )
            {
                Subjects = Subjects.Of(Front.Keeping.Event(stored)),
            });
        if (_record.VersionOf(streams[0]) > 0)
            return streams;
        var entries = copied.ToImmutableArray();
        foreach (var stream in streams)
            await _record.Write(new Append(stream, 0, 0, Store.Due.Never, entries));
        return streams;
    }

    /// <summary>
    /// Makes the stream of a section longer by so many votes by name, copied from one the law wrote: nothing else writes
    /// a long record in the time a bench has, and a restart folds a copy as it folds the original.
    /// </summary>
    public async Task Lengthen(SectionId section, int events)
    {
        const int AtOnce = 500;
        var version = Front.Read(section).Version;
        var model = _record.ReadStream(section.Value, version).Single();
        var entry = new Store.Entry(model.Type, model.Leaf, model.Open, model.Envelope)
        {
            Subjects = Subjects.Of(Front.Keeping.Event(model)),
        };
        for (var written = 0; written < events; written += AtOnce, version += AtOnce)
            await _record.Write(
                new Append(
                    section.Value,
                    version,
                    model.At,
                    Store.Due.Never,
                    [.. Enumerable.Repeat(entry, AtOnce)]
                )
            );
    }

    /// <summary>Closes the front and opens it on the same record, as a restart would.</summary>
    public async Task<TimeSpan> Restart()
    {
        await Front.DisposeAsync();
        var began = Stopwatch.GetTimestamp();
        Front = Open();
        return Stopwatch.GetElapsedTime(began);
    }

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        _record.Dispose();
        _data.Dispose();
        _folder.Dispose();
    }

    private Front Open() =>
        new(
            new Keeping(
                _record,
                new Codec(
                    Catalogue.Of(typeof(Section).Assembly),
                    System.Security.Cryptography.RandomNumberGenerator.Fill
                )
            ),
            new Surroundings(Clock, System.Security.Cryptography.RandomNumberGenerator.Fill),
            NullLogger<Front>.Instance
        );
}

/// <summary>The machine's clock, so far ahead.</summary>
public sealed class AheadClock : IClock
{
    public Duration Ahead { get; set; }

    public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + Ahead;
}
