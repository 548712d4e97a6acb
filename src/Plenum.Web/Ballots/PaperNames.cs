using System.Collections.Concurrent;
using System.Collections.Immutable;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Web.Doors;

namespace Plenum.Web.Ballots;

/// <summary>
/// What candidates are called on a ballot: as they were when they stood, each told from whoever looks the same by the
/// number of their membership.
/// </summary>
public sealed class PaperNames(Front front, FormerNames names)
{
    private const int ReadAtOnce = 200;

    // Nobody stands twice at one number, so that an instant once read stays right.
    private readonly ConcurrentDictionary<(SectionId, MatterNo, int), Instant> _stood = new();

    /// <summary>The names of all who stand or stood, by their numbers on the paper.</summary>
    public ImmutableDictionary<int, string> Of(Here here, MatterNo election)
    {
        var candidates = here.Section.Elections.Of(election).Candidates.Items;
        var told = Namesakes.Told(
            here,
            [.. candidates.Select(c => (c.Member, NameOf(here, election, c)))]
        );
        return candidates
            .Zip(told)
            .ToImmutableDictionary(pair => pair.First.Number, pair => pair.Second);
    }

    /// <summary>When a candidate changed their name since they stood; the end of time if they did not.</summary>
    public Instant Changed(Here here, MatterNo election, Candidate candidate) =>
        names.ChangedSince(PersonOf(here, candidate), StoodAt(here.Id, election, candidate));

    private string NameOf(Here here, MatterNo election, Candidate candidate) =>
        here.Section.Membership.Of(candidate.Member).IsForgotten ? here.NameOf(candidate.Member)
        : names.At(PersonOf(here, candidate), StoodAt(here.Id, election, candidate))
            is { Length: > 0 } name
            ? Names.Shown(name)
        : here.S["people.erased"];

    private static PersonId PersonOf(Here here, Candidate candidate) =>
        here.Section.Membership.Of(candidate.Member).Person;

    private Instant StoodAt(SectionId section, MatterNo election, Candidate candidate) =>
        _stood.GetOrAdd(
            (section, election, candidate.Number),
            _ => ReadStoodAt(section, election, candidate)
        );

    private Instant ReadStoodAt(SectionId section, MatterNo election, Candidate candidate)
    {
        var before = long.MaxValue;
        while (true)
        {
            var read = front.Keeping.History(
                section,
                Subjects.Of(candidate.Member),
                ReadAtOnce,
                before
            );
            foreach (var happened in read)
                if (
                    happened.Event is ElectionsEvent.Stood stood
                    && stood.Election == election
                    && stood.Candidate == candidate.Number
                )
                    return Instant.FromUnixTimeTicks(happened.Entry.At);
            // Whoever stands with no entry of their own (carried over) is called what they are called now.
            if (read.Count < ReadAtOnce)
                return Instant.MaxValue;
            before = read[^1].Entry.Version;
        }
    }
}
