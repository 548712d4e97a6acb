using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plenum.Clerk.Mail;

/// <summary>
/// What a request leaves to be done once it is answered, one after the other. A form that takes an address does so, because
/// otherwise the time until its answer tells whether the address belongs to somebody here.
/// </summary>
public sealed class Afterwards(ILogger<Afterwards> log) : BackgroundService
{
    // Far more than the limits of the doors let in while a letter is written.
    private const int MostWaiting = 10_000;

    private readonly Channel<Func<Task>> _left = Channel.CreateBounded<Func<Task>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );

    public void Leave(Func<Task> work)
    {
        if (!_left.Writer.TryWrite(work))
            ClerkLog.LeftUndone(log);
    }

    /// <summary>Ends when everything that was left until now is done.</summary>
    public Task Done()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Leave(() =>
        {
            done.SetResult();
            return Task.CompletedTask;
        });
        return done.Task;
    }

    // On stopping nothing new is taken, and what was left is done before the program ends.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var stopping = stoppingToken.Register(() => _left.Writer.TryComplete());
        await foreach (var work in _left.Reader.ReadAllAsync(CancellationToken.None))
            try
            {
                await work();
            }
#pragma warning disable CA1031 // One letter with a bug must not hold up the others.
            catch (Exception bug)
            {
                ClerkLog.AfterwardsStumbled(log, bug.GetType().Name);
            }
#pragma warning restore CA1031
    }
}
