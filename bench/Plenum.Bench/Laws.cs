using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Store;

namespace Plenum.Bench;

/// <summary>Sections as large as wanted, made by real commands, and what deciding on them costs.</summary>
public sealed class Laws : IAsyncDisposable
{
    public const string Programme = "# Principles\n\n1. Nobody lives from the labour of others.\n";

    private readonly Scratch _folder = new();
    private readonly DataFolder _data;
    private readonly Record _record;
    private int _ids;

    public Laws()
    {
        _data = DataFolder.Open(_folder.Path);
        _record = Record.Open(_data);
        Front = Open();
    }

    public Front Front { get; private set; }

    public static PersonId Person(int no) => new(Domain.Digest.Of(FormattableString.Invariant($"person/{no}")).Hex[..32]);

    /// <summary>A constituted section of so many members.</summary>
    public async Task<SectionId> Found(int members, string nonce)
    {
        var statutes = Templates.Text("local-union", small: true);
        var founders = Enumerable.Range(1, Math.Min(5, members)).Select(Person).ToEquatable();
        var id = Begin.IdOf("Bench", statutes, Programme, nonce);
        await Ok(Front.Found(Next(), new Begin(id, "Bench", "Etc/UTC", statutes, Programme, founders, nonce), new Actor.Founder()));
        await Ok(Send(id, 1, new AcceptInvitation(1, "")));
        for (var from = 6; from <= members; from += 500)
            await Ok(
                Send(
                    id,
                    1,
                    new InviteMany(
                        Enumerable
                            .Range(from, Math.Min(500, members - from + 1))
                            .Select(no => new Invitation(Person(no), SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(400)))
                            .ToEquatable()
                    )
                )
            );
        for (var from = 2; from <= members; from += 1000)
            await Task.WhenAll(
                Enumerable.Range(from, Math.Min(1000, members - from + 1)).Select(no => Ok(Send(id, no, new AcceptInvitation(1, ""))))
            );
        return id;
    }

    public Task<Answer> Send(SectionId section, int person, Command command) => Front.Send(section, Next(), command, Actor.Self(Person(person)));

    /// <summary>Commands a second through the law: support given and taken back, as petitions are.</summary>
    public async Task<double> Rate(SectionId[] sections, TimeSpan time)
    {
        var petitions = new MatterNo[sections.Length];
        for (var i = 0; i < sections.Length; i++)
        {
            var done = (Answer.Done)await Ok(Send(sections[i], 1, new Summon("Bench", "", SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(20))));
            petitions[i] = done.Events.OfType<MattersEvent.PutForward>().Single().Matter;
        }
        var signed = new bool[64];
        return await Measure.PerSecond(
            64,
            time,
            async client =>
            {
                var place = client % sections.Length;
                Command command = signed[client] ? new WithdrawSupport(petitions[place]) : new Support(petitions[place]);
                var answer = await Send(sections[place], 2 + client, command);
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

    public static async Task<Answer> Ok(Task<Answer> sent) =>
        await sent is Answer.Done done ? done : throw new InvalidOperationException((await sent).ToString());

    private CommandId Next() => new(FormattableString.Invariant($"bench/{Interlocked.Increment(ref _ids)}"));

    private Front Open() =>
        new(
            new Keeping(_record, new Codec(Catalogue.Of(typeof(Section).Assembly), System.Security.Cryptography.RandomNumberGenerator.Fill)),
            new Surroundings(SystemClock.Instance, System.Security.Cryptography.RandomNumberGenerator.Fill),
            NullLogger<Front>.Instance
        );
}
