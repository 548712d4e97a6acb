using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Letters;

namespace Plenum.Clerk;

/// <summary>
/// Carries letters between the sections of this installation: in order, at least once. It keeps no list of its own:
/// what is on its way is what one record has sent and the other has not received. The law refuses what comes twice.
/// </summary>
public sealed class Post(Front front, ILogger<Post> log) : BackgroundService
{
    private const int Page = 64;

    // Every change may have written letters; a letter in time is one within the second.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var change = front.NextChange;
                await Deliver(stoppingToken);
                await Task.WhenAny(change, Task.Delay(LongestSleep, stoppingToken));
                await Task.Delay(Breath, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // No bug may stop the letters of the organisation.
            catch (Exception bug)
            {
                ClerkLog.PostStumbled(log, bug.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            }
#pragma warning restore CA1031
        }
    }

    /// <summary>Delivers every letter that is on its way to a section kept here.</summary>
    public async Task Deliver(CancellationToken stop = default)
    {
        foreach (var sender in front.Sections)
        foreach (var (to, last) in front.Read(sender).Section.Letters.LastSent)
        {
            var received = front.Read(to);
            if (received.Version == 0)
                continue;
            var next = received.Section.Letters.ReceivedFrom(sender) + 1;
            if (next > last)
                continue;
            foreach (var sent in Undelivered(front.Keeping, sender, to, next))
                if (stop.IsCancellationRequested || !await Hand(sender, sent))
                    break;
        }
    }

    /// <summary>Letters from one section to another, from a number on, in their order.</summary>
    public static IReadOnlyList<LettersEvent.Sent> Undelivered(
        Keeping keeping,
        SectionId sender,
        SectionId to,
        int from
    )
    {
        var found = new SortedDictionary<int, LettersEvent.Sent>();
        var before = long.MaxValue;
        while (true)
        {
            var page = keeping.History(sender, Subjects.Of(to), Page, before);
            foreach (var happened in page)
                if (happened.Event is LettersEvent.Sent sent && sent.To == to)
                {
                    if (sent.No < from)
                        return [.. found.Values];
                    found[sent.No] = sent;
                }
            if (page.Count < Page)
                return [.. found.Values];
            before = page[^1].Entry.Version;
        }
    }

    // Both names and the number are the id, so that a letter carried twice is the same command.
    private async Task<bool> Hand(SectionId sender, LettersEvent.Sent sent)
    {
        var answer = await front.Send(
            sent.To,
            new CommandId(Digest.Of($"letter/{sender}/{sent.To}/{sent.No}").Hex),
            new Receive(sender, sent.No, sent.Letter),
            new Actor.Post()
        );
        var (delivered, why) = answer switch
        {
            Answer.Done => (true, ""),
            Answer.Refused(AlreadyReceived) => (true, ""),
            Answer.Refused(var reason) => (false, reason.Code),
            Answer.IdReused => (false, "id reused"),
            Answer.Unavailable(var hindrance) => (false, hindrance.ToString()),
        };
        if (!delivered)
            ClerkLog.LetterStuck(log, sender.Value, sent.To.Value, sent.No, why);
        return delivered;
    }
}
