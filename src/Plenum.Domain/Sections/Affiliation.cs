using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>The federation a section belongs to, by its own decision and until its own decision.</summary>
public sealed record Affiliation(SectionId Federation, string Name, Instant Since)
{
    public static readonly Affiliation None = new(new SectionId(""), "", Instant.MaxValue);
}

/// <summary>The seats this section has in the congress of its federation.</summary>
public sealed record AllottedSeats(int Congress, int Seats, Instant Until)
{
    public static readonly AllottedSeats None = new(0, 0, Instant.MinValue);
}

/// <summary>A section of this federation.</summary>
public sealed record Affiliate(SectionId Id, string Name, int Members, Instant Since)
{
    /// <summary>In which constituency it votes, as its own members wrote it into their statutes.</summary>
    public Constituency Constituency { get; init; } = Constituency.Place;

    /// <summary>The item by which it was taken in; none where the founding named it.</summary>
    public MatterNo By { get; init; } = MatterNo.None;
}

/// <summary>A section that belonged to this federation until then.</summary>
public sealed record FormerAffiliate(Affiliate Was, Instant Until);

/// <summary>A section counts as a part of another until then, because most of its members came from there of late.</summary>
public sealed record Part(SectionId Origin, Instant Until)
{
    public static readonly Part OfNothing = new(new SectionId(""), Instant.MinValue);
}

/// <summary>A section's place in the tree: what stands above it and what belongs to it.</summary>
public sealed record Tree
{
    public static readonly Tree Alone = new();

    public Affiliation Federation { get; init; } = Affiliation.None;

    /// <summary>The federation that has been asked and has not answered; the empty name when none has.</summary>
    public SectionId Asked { get; init; } = new("");

    /// <summary>The sections above, nearest first.</summary>
    public EquatableArray<SectionId> Above { get; init; } = [];

    public AllottedSeats Allotted { get; init; } = AllottedSeats.None;

    public ImmutableSortedDictionary<SectionId, Affiliate> Affiliates { get; init; } =
        ImmutableSortedDictionary<SectionId, Affiliate>.Empty;

    /// <summary>Each time a section has left, for the register of recognition (S19).</summary>
    public ImmutableSortedDictionary<
        SectionId,
        EquatableArray<FormerAffiliate>
    > Former { get; init; } =
        ImmutableSortedDictionary<SectionId, EquatableArray<FormerAffiliate>>.Empty;

    /// <summary>Sections that the founding names; each is taken in when it asks, once.</summary>
    public ImmutableSortedSet<SectionId> Expected { get; init; } = [];

    /// <summary>Which sections count as parts of others: this one itself, and those below that have told.</summary>
    public ImmutableSortedDictionary<SectionId, Part> Parts { get; init; } =
        ImmutableSortedDictionary<SectionId, Part>.Empty;

    public Part PartOf(SectionId section) => Parts.GetValueOrDefault(section, Part.OfNothing);

    /// <summary>How many of the sections a part of them is; never nobody.</summary>
    public int NeededOf(Quantity part) => Math.Max(1, part.Among(Affiliates.Count));

    public bool HasAffiliate(SectionId section) => Affiliates.ContainsKey(section);

    public Tree Evolve(TreeEvent happened) =>
        happened switch
        {
            TreeEvent.Asked e => this with { Asked = e.Federation },
            TreeEvent.Joined e => this with
            {
                Federation = new Affiliation(e.Federation, e.Name, e.At),
                Asked = new SectionId(""),
                Above = e.Above,
            },
            TreeEvent.StayedOut => this with
            {
                Asked = new SectionId(""),
                Allotted = AllottedSeats.None,
            },
            TreeEvent.Left => this with
            {
                Federation = Affiliation.None,
                Above = [],
                Allotted = AllottedSeats.None,
            },
            TreeEvent.Allotted e => this with
            {
                Allotted = new AllottedSeats(e.Congress, e.Seats, e.Until),
            },
            TreeEvent.AboveChanged e => this with { Above = e.Above },
            TreeEvent.TookIn e => this with
            {
                Affiliates = Affiliates.SetItem(
                    e.Section,
                    new Affiliate(e.Section, e.Name, e.Members, e.At) { By = e.By }
                ),
                Expected = Expected.Remove(e.Section),
            },
            TreeEvent.VotesIn e => this with
            {
                Affiliates = Affiliates.Changed(
                    e.Section,
                    a => a with { Constituency = e.Constituency }
                ),
            },
            TreeEvent.PartOf e => this with
            {
                Parts = Parts.SetItem(e.Section, new Part(e.Origin, e.Until)),
            },
            TreeEvent.Expected e => this with { Expected = Expected.Add(e.Section) },
            TreeEvent.LetGo e => this with
            {
                Affiliates = Affiliates.Remove(e.Section),
                Former = Affiliates.TryGetValue(e.Section, out var was)
                    ? Former.SetItem(
                        e.Section,
                        Former.GetValueOrDefault(e.Section, []).Add(new FormerAffiliate(was, e.At))
                    )
                    : Former,
            },
        };
}
