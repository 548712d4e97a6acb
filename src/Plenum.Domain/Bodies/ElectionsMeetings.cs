using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Bodies;

/// <summary>The meeting for elections only that members call after two without a quorum (R10).</summary>
public static class ElectionsMeetings
{
    /// <summary>The last two meetings of all members that should have been had no quorum, or nobody opened them.</summary>
    public static bool TwoHaveFailed(Section section) =>
        section
            .Bodies.Sittings.Values.Where(s =>
                s.Stage != SittingStage.Called
                && section.Statutes.Book.Has(s.Body, BodyKind.Assembly)
            )
            .OrderByDescending(s => s.At)
            .Take(2)
            .Count(s => s.Stage == SittingStage.Failed) == 2;

    /// <summary>One is called already and has not been held.</summary>
    public static bool IsCalled(Section section) =>
        section.Bodies.Sittings.Values.Any(s =>
            s.IsForElectionsOnly && s.Stage is SittingStage.Called or SittingStage.Open
        );

    /// <summary>The lot names who chairs; nominations open for every seat that nobody holds.</summary>
    public static Unfolding Open(Section section, Sitting sitting, int present, Occasion occasion)
    {
        var chair = occasion.Drawn.Shuffle(
            $"chair/{sitting.No}",
            sitting.Present.Where(m =>
                Attendance.IsEntitled(section, sitting.Body, m, occasion.Now)
            )
        )[0];
        var unfolding = new Unfolding(section).Then(
            new BodiesEvent.Opened(sitting.No, chair, present, Needed: 1)
        );
        foreach (
            var body in section.BodyRules.Where(b =>
                Calling.IsElected(b) && b.ElectedBy == BodyId.Members
            )
        )
            Calling.Fill(unfolding, body, occasion.Now);
        return unfolding;
    }
}
