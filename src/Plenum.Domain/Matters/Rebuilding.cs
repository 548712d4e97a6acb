using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>Bodies that new statutes found are elected at once, with nobody calling it (C17).</summary>
public static class Rebuilding
{
    public static void CallNew(Unfolding unfolding, Instant now)
    {
        // At its constitution a circle elects every body it then has.
        if (unfolding.Section.Sections.Founding != Founding.Constituted)
            return;
        foreach (var body in unfolding.Section.BodyRules.Where(b => b.ElectedBy == BodyId.Members))
            Call(unfolding, body, now);
        CallFirst(unfolding, now);
    }

    /// <summary>A body that another elects: its first election opens as soon as somebody sits on that one.</summary>
    public static void CallFirst(Unfolding unfolding, Instant now)
    {
        foreach (var body in unfolding.Section.BodyRules.Where(b => b.ElectedBy != BodyId.Members))
            if (
                unfolding.Section.Statutes.Book.Has(body.ElectedBy)
                && unfolding.Section.Electors(body.ElectedBy, now) > 0
            )
                Call(unfolding, body, now);
    }

    private static void Call(Unfolding unfolding, BodyRule body, Instant now)
    {
        if (Calling.IsElected(body) && IsNew(unfolding.Section, body.Id))
            Calling.Call(
                unfolding,
                body,
                body.Seats,
                ElectionCause.Vacancy,
                Calling.NextEnd(unfolding.Section, body, now),
                now
            );
    }

    // A body that stood empty before stays as it was: any member may call its election.
    private static bool IsNew(Section section, BodyId body) =>
        section.Mandates.Current.Values.All(m => m.Body != body)
        && !section.Matters.All.Values.Any(m =>
            m.Question is Question.Elect elect && elect.Body == body
        );
}
