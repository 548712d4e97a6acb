using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plenum.Clerk.Mail;

/// <summary>
/// Letters in numbers: laid on the disk at once and handed to the mail server one after the other, so that nobody waits
/// for it at a page and a server that stops sends the rest when it starts again.
/// </summary>
public sealed class Outbox(Mailer mailer, ILogger<Outbox> log) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _posted = new(0);

    public async Task Post(Message message, CancellationToken stop = default)
    {
        await mailer.Lay(message, stop);
        _posted.Release();
    }

    public void TakeBack(IReadOnlyCollection<string> marks) => mailer.Discard(marks);

    /// <summary>What lies here for these addresses, waiting or kept, is thrown away.</summary>
    public void TakeBackTo(IReadOnlyCollection<string> addresses) => mailer.DiscardTo(addresses);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await SendLaid(stoppingToken);
                await _posted.WaitAsync(BetweenTries, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { }
    }

    private async Task SendLaid(CancellationToken stop)
    {
        try
        {
            await mailer.SendLaid(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // A disk that fails or a bug must not end the letters of the organisation.
        catch (Exception bug)
        {
            ClerkLog.OutboxStumbled(log, bug.GetType().Name);
        }
#pragma warning restore CA1031
    }

    public override void Dispose()
    {
        _posted.Dispose();
        base.Dispose();
    }
}
