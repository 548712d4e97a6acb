namespace Plenum.Domain.Programme;

/// <summary>The programme in force: what members accept on joining and may amend clause by clause.</summary>
public sealed record ProgrammeRecord
{
    public static readonly ProgrammeRecord Empty = new();

    public int Version { get; init; }
    public Digest Digest { get; init; } = Digest.None;
    public ProgrammeText Text { get; init; } = ProgrammeText.Empty;

    public ProgrammeRecord Evolve(ProgrammeEvent happened) =>
        happened switch
        {
            ProgrammeEvent.Adopted adopted => new ProgrammeRecord
            {
                Version = adopted.Version,
                Digest = adopted.Text.Digest,
                Text = ProgrammeText.Read(adopted.Text.Content),
            },
        };
}
