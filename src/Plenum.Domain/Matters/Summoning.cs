using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>An assembly that enough members summoned: called in the same breath, no officer acting (C16).</summary>
public static class Summoning
{
    /// <summary>
    /// On the day the petition names; when signatures came too late for its notice, or so early that it lies beyond
    /// the time the statutes allow, on the nearest day that does.
    /// </summary>
    public static void Call(
        Unfolding unfolding,
        MatterNo petition,
        Question.Summon summon,
        Instant now
    ) => Call(unfolding, petition, summon.At, summon.Title, now);

    /// <summary>The same for a meeting that deals with elections only (R10).</summary>
    public static void Call(
        Unfolding unfolding,
        MatterNo petition,
        Question.ElectionsAssembly call,
        Instant now
    )
    {
        var no = unfolding.Section.Bodies.NextNo;
        Call(unfolding, petition, call.At, call.Place, now);
        unfolding.Then(new BodiesEvent.ElectionsOnly(no));
    }

    /// <summary>As soon as its notice allows.</summary>
    public static void Call(Unfolding unfolding, MatterNo petition, Instant now) =>
        Call(unfolding, petition, now, "", now);

    private static void Call(
        Unfolding unfolding,
        MatterNo petition,
        Instant wanted,
        string place,
        Instant now
    )
    {
        var section = unfolding.Section;
        var assembly = section.Rules.Bodies.Items.First(b => b.Kind == BodyKind.Assembly);
        var latest = section.After(now, section.Rules.Initiative.AssemblyWithin);
        var earliest = Instant.Min(section.After(now, assembly.Notice), latest);
        var at = Instant.Min(Instant.Max(wanted, earliest), latest);
        unfolding.Then(
            new BodiesEvent.Called(
                unfolding.Section.Bodies.NextNo,
                assembly.Id,
                at,
                place,
                SittingNo.None,
                [petition]
            )
        );
    }
}
