namespace Plenum.Domain.Statutes;

/// <summary>
/// Statutes in force: a text whose rules have passed the charter check. Nothing else configures an organisation.
/// </summary>
public sealed record StatuteBook
{
    /// <summary>Before a section has statutes.</summary>
    public static readonly StatuteBook None = new(Draft.Parse(""), Rules.Unwritten);

    private readonly Lazy<Draft> _draft;
    private readonly Lazy<Rules> _rules;

    private StatuteBook(Draft draft, Rules rules)
    {
        (_draft, _rules) = (new Lazy<Draft>(draft), new Lazy<Rules>(rules));
        Digest = draft.Digest;
    }

    // Read when somebody first asks: whoever starts thousands of sections has not asked for the rules of each.
    private StatuteBook(string text)
    {
        var draft = new Lazy<Draft>(() => Draft.Parse(text));
        (_draft, _rules) = (
            draft,
            new Lazy<Rules>(() => RulesReader.Read(CharterCheck.Bounded(draft.Value)))
        );
        Digest = Digest.Of(text);
    }

    public Digest Digest { get; }

    /// <summary>Set from outside only by tests of the law that try rules no text states.</summary>
    public Rules Rules
    {
        get => _rules.Value;
        internal init => _rules = new Lazy<Rules>(value);
    }

    /// <summary>The text these rules were read from, for pages and for changes to it.</summary>
    public Draft Draft => _draft.Value;

    public EquatableArray<Article> Articles => Draft.Articles;

    /// <summary>Blocks that stand in the text and bind, but that no part of the program runs yet.</summary>
    public EquatableArray<string> NotYetRun =>
        StatuteLanguage
            .Blocks.Where(b => !b.Runs && Draft.Root[b.Name].Exists)
            .Select(b => b.Name)
            .ToEquatable();

    /// <summary>What these statutes say that a later version of the check would refuse; the charter's bound holds meanwhile.</summary>
    public EquatableArray<Finding> Eased =>
        CharterCheck.Eased(Draft, SectionFacts.None).Where(f => f.IsEased).ToEquatable();

    public BodyRule Body(BodyId id) => Rules.Bodies.Items.First(b => b.Id == id);

    public bool Has(BodyId id) => Rules.Bodies.Items.Any(b => b.Id == id);

    /// <summary>Whether the statutes have such a body, and of that kind.</summary>
    public bool Has(BodyId id, BodyKind kind) =>
        Rules.Bodies.Items.Any(b => b.Id == id && b.Kind == kind);

    public bool Equals(StatuteBook? other) => other is not null && Digest == other.Digest;

    public override int GetHashCode() => Digest.GetHashCode();

    /// <summary>The only way to a book: every error of the text or against the charter stops it.</summary>
    public static Adoption Adopt(Draft draft, SectionFacts facts) =>
        Judged(draft, CharterCheck.Examine(draft, facts));

    /// <summary>A text that would take the place of another: what stands there already may stand on.</summary>
    public static Adoption Amend(Draft draft, Draft standing) =>
        Judged(draft, CharterCheck.Examine(draft, SectionFacts.None, standing));

    /// <summary>A text that was in order when it was put forward, and is to take effect.</summary>
    public static Adoption Carry(Draft draft) =>
        Judged(draft, CharterCheck.Eased(draft, SectionFacts.None));

    private static Adoption Judged(Draft draft, EquatableArray<Finding> findings)
    {
        return findings.Items.Any(f => f.Severity == Severity.Error)
            ? new Adoption.Breaks(findings)
            : new Adoption.Conforms(
                new(draft, RulesReader.Read(CharterCheck.Bounded(draft))),
                findings
            );
    }

    /// <summary>
    /// A text that was adopted before, read back from the record. It is not examined again: a later build may know the
    /// charter better, but what members adopted stands until they change it (C0).
    /// </summary>
    public static StatuteBook Standing(string text) =>
        text.Length == 0 ? None : new StatuteBook(text);

    /// <summary>The same for a text alone, of a section that has no facts about others.</summary>
    public static Adoption Adopt(string text) => Adopt(Draft.Parse(text), SectionFacts.None);
}

/// <summary>What the charter check says to a draft.</summary>
public abstract record Adoption
{
    private Adoption() { }

    /// <summary>It may be adopted; warnings and notes are still shown to those who vote.</summary>
    public sealed record Conforms(StatuteBook Book, EquatableArray<Finding> Findings) : Adoption;

    public sealed record Breaks(EquatableArray<Finding> Findings) : Adoption;
}
