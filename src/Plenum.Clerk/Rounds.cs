using Microsoft.Extensions.Hosting;

namespace Plenum.Clerk;

/// <summary>Whoever goes round the sections: after every change and after a rest, and no bug ends it.</summary>
public abstract class Rounds(Front front) : BackgroundService
{
    protected Front Front { get; } = front;

    // Changes come by thousands; one look in a while is enough for what waits on them.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>Does all there is to do now.</summary>
    protected abstract Task Go(CancellationToken stop);

    /// <summary>How long to rest when nothing changes.</summary>
    protected abstract TimeSpan Rest { get; }

    protected abstract void Stumbled(Exception bug);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var change = Front.NextChange;
                await Go(stoppingToken);
                await Task.WhenAny(change, Task.Delay(Rest, stoppingToken));
                await Task.Delay(Breath, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // No bug may stop the clock or the letters of the organisation.
            catch (Exception bug)
            {
                Stumbled(bug);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
#pragma warning restore CA1031
        }
    }
}
