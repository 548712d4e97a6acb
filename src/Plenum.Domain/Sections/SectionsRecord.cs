namespace Plenum.Domain.Sections;

/// <summary>How far a section has come into being.</summary>
public enum Founding
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>Statutes and programme are proposed to the founders; a circle without officers.</summary>
    Circle,

    /// <summary>Enough founders have accepted.</summary>
    Constituted,
}

/// <summary>The section as such: its name, its clock, how far it has come.</summary>
public sealed record SectionsRecord
{
    public static readonly SectionsRecord Empty = new();

    public SectionId Id { get; init; } = new("");
    public string Name { get; init; } = "";
    public string TimeZone { get; init; } = "Etc/UTC";
    public int FoundersNeeded { get; init; }
    public NodaTime.Instant ConstitutedAt { get; init; } = NodaTime.Instant.MinValue;
    public Founding Founding { get; init; } = Founding.None;
    public Tree Tree { get; init; } = Tree.Alone;

    /// <summary>What was said when sections asked to belong, here and of this one.</summary>
    public RecognitionRecord Recognition { get; init; } = RecognitionRecord.Empty;

    /// <summary>What this federation may call itself, and by what.</summary>
    public Scope Scope { get; init; } = Scope.Unknown;

    public SectionsRecord Evolve(SectionsEvent happened) =>
        happened switch
        {
            SectionsEvent.Begun begun => new SectionsRecord
            {
                Id = begun.Id,
                Name = begun.Name,
                TimeZone = begun.TimeZone,
                FoundersNeeded = begun.FoundersNeeded,
                Founding = Founding.Circle,
            },
            SectionsEvent.Constituted e => this with
            {
                Founding = Founding.Constituted,
                ConstitutedAt = e.At,
            },
        };
}
