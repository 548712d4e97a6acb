using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;

namespace Plenum.Web.Mandates;

/// <summary>
/// How members voted by name. No decision needs it, so it is not in the state; it is read from the record once and
/// then only for what came since.
/// </summary>
public sealed class Divisions(Front front)
{
    private const int AtOnce = 200;
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<(SectionId, MemberNo), Known> _known = new();

    /// <summary>The choice that counted in each division this member took part in.</summary>
    public ImmutableDictionary<BoxNo, Choice> Of(SectionId section, MemberNo member)
    {
        var before = _known.GetValueOrDefault((section, member), Known.Nothing);
        var since = Since(section, member, before.UpTo).ToArray();
        if (since.Length == 0)
            return before.Votes;
        // Oldest first, so that of several votes in one division the last one stays.
        var votes = since
            .Reverse()
            .Select(happened => happened.Event)
            .OfType<BallotsEvent.Voted>()
            .Where(voted => voted.Member == member)
            .Aggregate(before.Votes, (all, voted) => all.SetItem(voted.Box, voted.Choice));
        if (_known.Count >= MostKept)
            _known.Clear();
        _known[(section, member)] = new Known(since[0].Entry.Version, votes);
        return votes;
    }

    // Newest first; the first question is for one entry, because mostly there is nothing new.
    private IEnumerable<Happened> Since(SectionId section, MemberNo member, long known)
    {
        var (before, take) = (long.MaxValue, 1);
        while (true)
        {
            var page = front.Keeping.History(section, Subjects.Of(member), take, before);
            foreach (var happened in page)
            {
                if (happened.Entry.Version <= known)
                    yield break;
                yield return happened;
            }
            if (page.Count < take)
                yield break;
            (before, take) = (page[^1].Entry.Version, AtOnce);
        }
    }

    private sealed record Known(long UpTo, ImmutableDictionary<BoxNo, Choice> Votes)
    {
        public static readonly Known Nothing = new(0, ImmutableDictionary<BoxNo, Choice>.Empty);
    }
}
