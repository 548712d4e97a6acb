using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>Of matters that several sections have to do with.</summary>
public static partial class Procedures
{
    /// <summary>
    /// A question to all members of a federation's sections: debated and decided like a motion, and the signatures for it
    /// are counted over all of them (C16).
    /// </summary>
    public static Procedure OfReferendum(Section section, bool secret, Instant now) =>
        OfInitiative(section, now) with
        {
            SupportNeeded = section.Rules.Initiative.Members.Among(
                Referendums.Initiatives.Members(section, now)
            ),
            SupportIsSecret = true,
            Debate = section.Rules.Motions.Debate,
            Electorate = BodyId.Tree,
            Secret = secret,
        };

    /// <summary>
    /// Statutes and programme: where sections belong to this one, all their members sign and decide, and no short road is
    /// left for mere wording, because those below cannot object here (C8).
    /// </summary>
    public static Procedure OfBasicLaw(
        Section section,
        ChangeDirection direction,
        bool programme,
        Instant now
    )
    {
        var amendment = OfAmendment(section, direction, programme, now);
        var rule = section.Rules.Amendment;
        return section.Sections.Tree.Affiliates.IsEmpty
            ? amendment
            : amendment with
            {
                SupportNeeded = rule.Initiative.Among(
                    Referendums.Initiatives.Members(section, now)
                ),
                SupportIsSecret = true,
                Debate = rule.Notice,
                Electorate = BodyId.Tree,
            };
    }

    /// <summary>
    /// Statutes and programme before a congress: with as long a notice and as many votes as before the members where it
    /// decides, and as long as a motion where it only puts them to the members (C8).
    /// </summary>
    public static Procedure OfBasicLawInCongress(
        Section section,
        BodyId congress,
        bool decides,
        bool programme,
        Instant now
    )
    {
        var rule = section.Rules.Amendment;
        var motion = OfMotion(section, congress, now);
        return motion with
        {
            Article = rule.Article,
            Debate = decides ? rule.Notice : motion.Debate,
            Majority = programme ? rule.ProgrammeMajority : rule.Majority,
        };
    }

    /// <summary>A section that asks to belong: before those who admit members, by name.</summary>
    public static Procedure OfRecognition(Section section, Instant now) =>
        OfMotion(section, section.Rules.Membership.DecidedBy, now) with
        {
            SupportNeeded = 0,
        };

    /// <summary>
    /// Whether a seat is set aside: debated and decided like a motion of the congress, but two thirds of the votes are
    /// needed, so that a majority cannot send a minority home.
    /// </summary>
    public static Procedure OfCredential(Section section, BodyId congress, Instant now)
    {
        var motion = OfMotion(section, congress, now);
        return motion with
        {
            Article = section.RuleOf(congress).Article,
            // A congress does not sit as long as a motion is debated.
            Debate = Period.FromDays(1),
            Majority =
                motion.Majority.Share.CompareTo(TwoThirds) > 0
                    ? motion.Majority
                    : new Threshold(TwoThirds, motion.Majority.Base, Strict: false),
        };
    }

    private static readonly Ratio TwoThirds = new(2, 3);

    /// <summary>
    /// Whether sections are asked for a power of theirs: before whoever the statutes name, by the majority of basic law, or
    /// before the members where nobody holds a seat.
    /// </summary>
    public static Procedure OfCession(Section section, Instant now)
    {
        var body = section.Rules.Competences.DecidedBy;
        var sits =
            section.Statutes.Book.Has(body)
            && section.Mandates.On(body, now).Any(m => !m.IsCaretaker);
        return OfMotion(section, sits ? body : BodyId.Members, now) with
        {
            Article = section.Rules.Competences.Article,
            Majority = section.Rules.Amendment.Majority,
        };
    }

    /// <summary>Members' rights in a section: before whoever the statutes name, or the members where nobody holds a seat.</summary>
    public static Procedure OfRights(Section section, Instant now)
    {
        var rule = section.Rules.Intervention;
        var sits =
            section.Statutes.Book.Has(rule.DecidedBy)
            && section.Mandates.On(rule.DecidedBy, now).Any(m => !m.IsCaretaker);
        return OfMotion(section, sits ? rule.DecidedBy : BodyId.Members, now) with
        {
            SupportNeeded = 0,
        };
    }

    /// <summary>
    /// A petition to the level above, signed in secret, because it is about those who could make it dear. Two are enough
    /// where the level above has found that the section keeps people out.
    /// </summary>
    public static Procedure OfPetitionAbove(Section section, Instant now)
    {
        var procedure = OfInitiative(section, now) with { SupportIsSecret = true };
        return section.Rights.IsFoundBy(section.Sections.Tree.Federation.Federation)
            ? procedure with
            {
                SupportNeeded = Math.Min(2, procedure.SupportNeeded),
            }
            : procedure;
    }
}
