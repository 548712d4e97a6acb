namespace Plenum.Domain;

/// <summary>
/// What somebody asks the law to do. Each verb is one sealed command in its own file, together with the reasons why
/// it may be out of order and its decision: a pure function of the section and the occasion.
/// </summary>
public abstract record Command
{
    public abstract Ruling Decide(Section section, Occasion occasion);

    /// <summary>What takes long about the decision, before it waits for its turn; a pure function as well.</summary>
    public virtual Prepared Prepare(Section section) => Prepared.Nothing;

    /// <summary>What was decided, the offers an empty office calls for, and the letters that go out: what the record takes.</summary>
    public Ruling RuledOn(Section section, Occasion occasion) =>
        Referendums.Desks.Accompany(
            section,
            Congresses.Credentials.Accompany(
                section,
                Mandates.Interims.Accompany(section, Decided(section, occasion), occasion.Now)
            )
        );

    /// <summary>
    /// What people write is looked at once, in whichever field it stands. What a deadline or a letter of another section
    /// carries was looked at where people wrote it, or before there was a bound.
    /// </summary>
    private Ruling Decided(Section section, Occasion occasion) =>
        Decide(section, occasion) switch
        {
            Ruling.InOrder when ByPeople(occasion) && Legible.FaultOf(this) is { } fault => fault,
            var ruling => ruling,
        };

    private static bool ByPeople(Occasion occasion) =>
        occasion.Actor is not (Actor.Clock or Actor.Post);
}
