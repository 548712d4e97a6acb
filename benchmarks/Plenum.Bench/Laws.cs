using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Store;

namespace Plenum.Bench;

/// <summary>What deciding costs, and starting again.</summary>
public sealed class Laws : IAsyncDisposable
{
    private readonly Scratch _folder = new();
    private readonly DataFolder _data;
    private readonly Record _record;

    public Laws()
    {
        _data = DataFolder.Open(_folder.Path);
        _record = Record.Open(_data);
        Front = Open();
    }

    public Front Front { get; private set; }

    /// <summary>Commands a second through the law: support given and taken back, as petitions are.</summary>
    public async Task<double> Rate(SectionId[] sections, TimeSpan time)
    {
        var petitions = new MatterNo[sections.Length];
        for (var i = 0; i < sections.Length; i++)
        {
            var done = await Sections.Ok(
                Front.Send(
                    sections[i],
                    1,
                    new Summon(
                        "Bench",
                        "",
                        SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(20)
                    )
                )
            );
            petitions[i] = done.Events.OfType<MattersEvent.PutForward>().Single().Matter;
        }
        var signed = new bool[64];
        return await Measure.PerSecond(
            64,
            time,
            async client =>
            {
                var place = client % sections.Length;
                Command command = signed[client]
                    ? new WithdrawSupport(petitions[place])
                    : new Support(petitions[place]);
                var answer = await Front.Send(sections[place], 2 + client, command);
                if (answer is Answer.Done)
                    signed[client] = !signed[client];
                else
                    throw new InvalidOperationException(answer.ToString());
            }
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
            new Surroundings(
                SystemClock.Instance,
                System.Security.Cryptography.RandomNumberGenerator.Fill
            ),
            NullLogger<Front>.Instance
        );
}
