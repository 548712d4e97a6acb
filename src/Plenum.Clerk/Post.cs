using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Letters;
using Plenum.Domain.Mergers;

namespace Plenum.Clerk;

/// <summary>
/// Carries letters between the sections of this installation: in order, at least once. It keeps no list of its own:
/// what is on its way is what one record has sent and the other has not received. The law refuses what comes twice.
/// </summary>
public sealed class Post(Front front, ILogger<Post> log) : Rounds(front)
{
    private const int Page = 64;

    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    protected override TimeSpan Rest => LongestSleep;

    protected override Task Go(CancellationToken stop) => Deliver(stop);

    protected override void Stumbled(Exception bug) =>
        ClerkLog.PostStumbled(log, bug.GetType().Name);

    // Sections whose letters have all arrived, as of the version they had: until it changes there is nothing to carry.
    private readonly ConcurrentDictionary<SectionId, long> _settled = new();

    private bool HasCarriedAll(SectionId sender) =>
        _settled.TryGetValue(sender, out var version) && version == Front.Read(sender).Version;

    /// <summary>What one record has sent and the other has not received, by addressee.</summary>
    public ImmutableArray<(SectionId To, int Count)> OnTheWay(SectionId sender)
    {
        if (HasCarriedAll(sender))
            return [];
        var (section, version) = Front.Read(sender);
        ImmutableArray<(SectionId To, int Count)> waiting =
        [
            .. section
                .Letters.LastSent.Select(sent =>
                    (
                        sent.Key,
                        sent.Value - Front.Read(sent.Key).Section.Letters.ReceivedFrom(sender)
                    )
                )
                .Where(sent => sent.Item2 > 0),
        ];
        // What has arrived stays so: after a start nobody looks through thousands of sections for every page.
        if (waiting.IsEmpty)
            _settled[sender] = version;
        return waiting;
    }

    // Letters of one sender to one addressee go in their order; others have nothing to wait for.
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 256 };

    private sealed record Route(SectionId From, SectionId To, int Next);

    /// <summary>Delivers every letter that is on its way to a section kept here, and what is answered to them.</summary>
    public async Task Deliver(CancellationToken stop = default)
    {
        while (!stop.IsCancellationRequested && await Round(stop)) { }
    }

    // Says whether anything arrived, so that there may be answers.
    private async Task<bool> Round(CancellationToken stop)
    {
        var looked = new List<(SectionId Sender, long Version)>();
        var routes = new List<Route>();
        foreach (var sender in Front.Sections)
        {
            var (section, version) = Front.Read(sender);
            if (_settled.GetValueOrDefault(sender) == version)
                continue;
            looked.Add((sender, version));
            foreach (var (to, last) in section.Letters.LastSent)
                if (Front.Read(to).Section.Letters.ReceivedFrom(sender) is var got && got < last)
                    routes.Add(new Route(sender, to, got + 1));
        }
        var left = new ConcurrentBag<SectionId>();
        await Parallel.ForEachAsync(
            routes,
            AtOnce,
            async (route, _) =>
            {
                if (!await Deliver(route, stop))
                    left.Add(route.From);
            }
        );
        var unsettled = left.ToHashSet();
        foreach (var (sender, version) in looked)
            if (!unsettled.Contains(sender))
                _settled[sender] = version;
        return left.Count < routes.Count;
    }

    // Says whether nothing is left on its way to that section.
    private async Task<bool> Deliver(Route route, CancellationToken stop)
    {
        if (Front.Read(route.To).Version == 0 && !await Found(route))
            return false;
        foreach (var sent in Undelivered(Front.Keeping, route.From, route.To, route.Next))
            if (stop.IsCancellationRequested || !await Hand(route.From, sent))
                return false;
        return true;
    }

    // The first letter to the part of a section that divided founds it; to anybody else who is not kept here it lies there.
    private async Task<bool> Found(Route route) =>
        // The state says so: nobody reads letters over and over that wait for a section kept elsewhere.
        Front.Read(route.From).Section.Mergers.Forks.Any(m => m.WeGo && m.With == route.To)
        && Front
            .Keeping.History(route.From, Subjects.Of(route.To), int.MaxValue)
            .LastOrDefault(h => h.Event is LettersEvent.Sent { No: 1 } sent && sent.To == route.To)
            is {
                Event: LettersEvent.Sent
                {
                    Letter: Letter.OnMerger { Letter: MergerLetter.PartBegins part }
                },
                Entry: var entry
            }
        && await Front.Found(
            CommandId.OfPart(route.From, route.To),
            new BeginApart(
                route.From,
                part,
                Front.Keeping.Content(part.Statutes),
                Front.Keeping.Content(part.Programme),
                checked((int)entry.Version),
                Digest.Of(entry.Leaf.Span)
            ),
            new Actor.Post()
        ) is Answer.Done;

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

    private async Task<bool> Hand(SectionId sender, LettersEvent.Sent sent)
    {
        var answer = await Front.Send(
            sent.To,
            CommandId.OfLetter(sender, sent.To, sent.No),
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
