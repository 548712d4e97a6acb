using Microsoft.Extensions.Hosting;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Web.Speech;

namespace Plenum.Web.People;

/// <summary>
/// A session on a device of one's own is told to end seven days before: on the pages, and by letter to whoever does not
/// come by. The letter says by which ways one comes back.
/// </summary>
public sealed class Endings(
    Accounts accounts,
    Persons persons,
    Outbox outbox,
    Afterwards afterwards,
    IClock clock,
    PlenumWebOptions options
) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    /// <summary>How many letters were written.</summary>
    public async Task<int> Tell(Instant now, CancellationToken stop)
    {
        var written = 0;
        foreach (var session in accounts.TellEnding(now))
            if (persons.Of(session.Person).Email is { Length: > 0 } address)
            {
                var s = new Sentences(session.Language, DateTimeZone.Utc);
                await outbox.Post(
                    new Message(
                        address,
                        s["ending.letter.subject"],
                        s[
                            "ending.letter.text",
                            ("until", session.Until),
                            ("link", options.Address.TrimEnd('/') + "/sign-in")
                        ]
                    ),
                    stop
                );
                written++;
            }
        return written;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between);
        try
        {
            do afterwards.Leave(() => Tell(clock.GetCurrentInstant(), stoppingToken));
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }
}
