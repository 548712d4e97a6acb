using System.Collections.Immutable;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Constraints;

/// <summary>Places for a group of candidates: so many at least, so many at most.</summary>
/// <param name="Category">What the group is one of: each candidate is in one group of each category.</param>
/// <param name="Name">The group.</param>
/// <param name="Least">Reserved places.</param>
/// <param name="Most">The most there may be.</param>
/// <param name="Members">Who is in it.</param>
public sealed record PlaceGroup(
    string Category,
    string Name,
    int Least,
    int Most,
    ImmutableArray<Candidate> Members
)
{
    /// <summary>Who is in it.</summary>
    public ImmutableArray<Candidate> Members { get; init; } = Lists.Made(Members);

    /// <inheritdoc />
    public bool Equals(PlaceGroup? other) =>
        other is not null
        && Category == other.Category
        && Name == other.Name
        && Least == other.Least
        && Most == other.Most
        && Lists.Same(Members, other.Members);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Category, Name, Least, Most, Lists.Hash(Members));
}

/// <summary>Why a candidate has to be elected or cannot be.</summary>
public enum PlaceReason
{
    /// <summary>No more of the group are left than places it has to have.</summary>
    NoMoreThanNeeded,

    /// <summary>The group has all it may have.</summary>
    GroupFull,

    /// <summary>All places left are needed by other groups of the category.</summary>
    PromisedToOthers,

    /// <summary>The other groups of the category have no room for a place more.</summary>
    NoRoomElsewhere,

    /// <summary>No one category says so: several together do.</summary>
    Crossed,
}

/// <summary>A candidate is guarded (has to be elected, and is not excluded) or doomed (cannot be, and is).</summary>
/// <param name="Round">The round after which it was so.</param>
/// <param name="Candidate">Who.</param>
/// <param name="Guarded">Guarded, or doomed.</param>
/// <param name="Why">Why.</param>
/// <param name="Category">In which category; empty when it takes several.</param>
/// <param name="Group">By which group; empty when it takes several.</param>
/// <param name="Places">Places that are left, or needed.</param>
/// <param name="Left">Candidates who are left for them.</param>
public sealed record PlaceNote(
    int Round,
    Candidate Candidate,
    bool Guarded,
    PlaceReason Why,
    string Category,
    string Group,
    int Places,
    int Left
);

/// <summary>
/// Reserved places, minimum and maximum by group, categories crossed: whether candidates can still fill all places so that
/// every group has what it must and no more than it may (the method of Grey and Fitzgerald; I. D. Hill, Voting matters 9;
/// J. Otten, Voting matters 13).
/// </summary>
/// <param name="Groups">The groups of all categories.</param>
public sealed record PlaceLimits(ImmutableArray<PlaceGroup> Groups)
{
    /// <summary>The groups of all categories.</summary>
    public ImmutableArray<PlaceGroup> Groups { get; init; } = Lists.Made(Groups);

    /// <inheritdoc />
    public bool Equals(PlaceLimits? other) => other is not null && Lists.Same(Groups, other.Groups);

    /// <inheritdoc />
    public override int GetHashCode() => Lists.Hash(Groups);

    /// <summary>More kinds of candidates, by the groups they are in, are not followed.</summary>
    public const int MostKinds = 24;

    /// <summary>Whether so many can be chosen from some, besides others who are, with every limit held.</summary>
    /// <param name="elected">Who is.</param>
    /// <param name="hopeful">Who may be.</param>
    /// <param name="places">How many of them; all, when there are fewer.</param>
    internal bool CanBe(
        IReadOnlyCollection<Candidate> elected,
        IReadOnlyCollection<Candidate> hopeful,
        int places
    )
    {
        ArgumentNullException.ThrowIfNull(elected);
        ArgumentNullException.ThrowIfNull(hopeful);
        int[] held = [.. Groups.Select(group => elected.Count(group.Members.Contains))];
        var kinds = hopeful
            .GroupBy(c => string.Join(' ', InGroups(c)), StringComparer.Ordinal)
            .Select(kind => (Groups: InGroups(kind.First()), Number: kind.Count()))
            .OrderByDescending(kind => kind.Number)
            .ToArray();
        return Fill(kinds, 0, held, Math.Min(places, hopeful.Count));
    }

    internal int Kinds(int candidates) =>
        Enumerable
            .Range(1, candidates)
            .Select(c => string.Join(' ', InGroups(new Candidate(c))))
            .Distinct(StringComparer.Ordinal)
            .Count();

    private int[] InGroups(Candidate candidate) =>
        [.. Enumerable.Range(0, Groups.Length).Where(i => Groups[i].Members.Contains(candidate))];

    private bool Fill((int[] Groups, int Number)[] kinds, int at, int[] held, int places)
    {
        if (kinds.Skip(at).Sum(kind => kind.Number) < places)
            return false;
        for (var g = 0; g < Groups.Length; g++)
        {
            var more = kinds.Skip(at).Where(kind => kind.Groups.Contains(g)).Sum(k => k.Number);
            if (held[g] > Groups[g].Most || held[g] + Math.Min(more, places) < Groups[g].Least)
                return false;
        }
        if (at == kinds.Length)
            return places == 0;
        var (groups, number) = kinds[at];
        for (var taken = Math.Min(number, places); taken >= 0; taken--)
        {
            int[] then = [.. held];
            foreach (var g in groups)
                then[g] += taken;
            if (Fill(kinds, at + 1, then, places - taken))
                return true;
        }
        return false;
    }

    /// <summary>Who has to be elected and who cannot be, with the reason: the smallest group that alone says so.</summary>
    /// <param name="round">After which round.</param>
    /// <param name="elected">Who is elected.</param>
    /// <param name="hopeful">Who may be.</param>
    /// <param name="places">How many more places there are.</param>
    internal ImmutableArray<PlaceNote> Notes(
        int round,
        IReadOnlyCollection<Candidate> elected,
        IReadOnlyCollection<Candidate> hopeful,
        int places
    )
    {
        ArgumentNullException.ThrowIfNull(elected);
        ArgumentNullException.ThrowIfNull(hopeful);
        var notes = ImmutableArray.CreateBuilder<PlaceNote>();
        places = Math.Min(places, hopeful.Count);
        if (places == hopeful.Count || places == 0)
            return [];
        foreach (var candidate in hopeful)
        {
            Candidate[] others = [.. hopeful.Where(c => c != candidate)];
            if (!CanBe([.. elected, candidate], others, places - 1))
                notes.Add(Because(round, candidate, false, elected, hopeful, places));
            else if (!CanBe(elected, others, places))
                notes.Add(Because(round, candidate, true, elected, hopeful, places));
        }
        return notes.ToImmutable();
    }

    private PlaceNote Because(
        int round,
        Candidate candidate,
        bool guarded,
        IReadOnlyCollection<Candidate> elected,
        IReadOnlyCollection<Candidate> hopeful,
        int places
    )
    {
        var mine = Groups.Where(g => g.Members.Contains(candidate)).OrderBy(g => g.Members.Length);
        foreach (var group in mine)
        {
            var left = hopeful.Count(group.Members.Contains);
            var needed = Needed(group);
            if (guarded && needed > 0 && left == needed)
                return Note(PlaceReason.NoMoreThanNeeded, group, needed, left);
            if (!guarded && Room(group) <= 0)
                return Note(PlaceReason.GroupFull, group, 0, left);
        }
        foreach (var group in mine)
        {
            var others = Groups.Where(g => g.Category == group.Category && g != group).ToList();
            if (!guarded && others.Sum(Needed) >= places && Needed(group) == 0)
                return Note(
                    PlaceReason.PromisedToOthers,
                    group,
                    places,
                    hopeful.Count(group.Members.Contains)
                );
            var left = hopeful.Count(group.Members.Contains);
            var room = others.Sum(g => Math.Min(Room(g), hopeful.Count(g.Members.Contains)));
            if (guarded && places - room >= left)
                return Note(PlaceReason.NoRoomElsewhere, group, places - room, left);
        }
        return new PlaceNote(
            round,
            candidate,
            guarded,
            PlaceReason.Crossed,
            "",
            "",
            places,
            hopeful.Count
        );

        PlaceNote Note(PlaceReason why, PlaceGroup group, int number, int left) =>
            new(round, candidate, guarded, why, group.Category, group.Name, number, left);

        int Needed(PlaceGroup group) =>
            Math.Max(0, group.Least - elected.Count(group.Members.Contains));

        int Room(PlaceGroup group) => group.Most - elected.Count(group.Members.Contains);
    }

    /// <summary>What contradicts what, where nothing can be chosen at all: one group if one is enough, else all of them.</summary>
    /// <param name="standing">Who stands.</param>
    /// <param name="places">The places.</param>
    internal string? Contradiction(IReadOnlyCollection<Candidate> standing, int places)
    {
        ArgumentNullException.ThrowIfNull(standing);
        if (CanBe([], standing, places))
            return null;
        places = Math.Min(places, standing.Count);
        foreach (var group in Groups)
        {
            var left = standing.Count(group.Members.Contains);
            if (left < group.Least || group.Least > group.Most)
                return $"{group.Category}: {group.Name}: {left} for {group.Least} to {group.Most} places";
        }
        foreach (var category in Groups.GroupBy(g => g.Category, StringComparer.Ordinal))
        {
            var least = category.Sum(g => g.Least);
            var most = category.Sum(g =>
                (long)Math.Min(g.Most, standing.Count(g.Members.Contains))
            );
            if (least > places || most < places)
                return $"{category.Key}: {least} to {most} for {places} places";
        }
        return $"{string.Join(", ", Groups.Select(g => g.Category).Distinct(StringComparer.Ordinal))} together for {places} places";
    }
}
