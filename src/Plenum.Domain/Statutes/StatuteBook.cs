namespace Plenum.Domain.Statutes;

/// <summary>
/// Statutes in force: a text whose rules have passed the charter check. Nothing else configures an organisation.
/// </summary>
public sealed record StatuteBook(Digest Digest, Rules Rules)
{
    public static readonly StatuteBook None = new(Digest.None, null!);

    public static StatuteBook Read(string text) => None;

    public BodyRule Body(BodyId id) => Rules.Bodies.Items.First(b => b.Id == id);

    public bool Has(BodyId id) => Rules.Bodies.Items.Any(b => b.Id == id);
}
