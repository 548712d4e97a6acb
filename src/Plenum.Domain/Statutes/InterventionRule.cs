using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>
/// What somebody may ask the level above to order in a section. The last three can be asked for, and written into
/// statutes, and are never carried out (T02).
/// </summary>
public enum Measure
{
    /// <summary>Applications that wait or were refused are decided by the members of the section.</summary>
    DecideAdmissions,

    /// <summary>The members' meeting is called.</summary>
    HoldAssembly,

    /// <summary>What the petition says is put to the members of the section.</summary>
    HoldVote,

    /// <summary>Auditors drawn by lot check the roll.</summary>
    CheckRoll,

    AppointOfficers,
    RemoveOfficers,
    SetTactics,
}

/// <summary>How this federation intervenes in a section for its members' rights (S86).</summary>
public sealed record InterventionRule(
    ArticleId Article,
    BodyId DecidedBy,
    Period Lasts,
    EquatableArray<Measure> Measures
)
{
    /// <summary>Where nothing is written the members decide, about everything that may be asked, for sixty days.</summary>
    public static readonly InterventionRule Unwritten = new(
        new ArticleId(""),
        BodyId.Members,
        Period.FromDays(60),
        [Measure.DecideAdmissions, Measure.HoldAssembly, Measure.HoldVote, Measure.CheckRoll]
    );

    /// <summary>The charter's rule that forbids a measure; empty when none does.</summary>
    public static string Forbids(Measure measure) =>
        measure switch
        {
            Measure.DecideAdmissions
            or Measure.HoldAssembly
            or Measure.HoldVote
            or Measure.CheckRoll => "",
            Measure.AppointOfficers => "C13",
            Measure.RemoveOfficers => "C2",
            Measure.SetTactics => "C21",
        };
}
