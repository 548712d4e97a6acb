using NodaTime;
using Plenum.Counting.Stages;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Box = Plenum.Domain.Ballots.Box;

namespace Plenum.Domain.Elections;

/// <summary>
/// No more of the seats of a body for one section than the statutes say (S15). Whoever was elected last beyond it is held
/// back and the papers are counted again without them, so that the seat goes where those papers go on to.
/// </summary>
public static class Ceilings
{
    /// <summary>The count with everybody held back who has to be, and who takes a seat by it.</summary>
    public static (ElectionCount Count, EquatableArray<int> Elected) Count(
        Unfolding unfolding,
        MatterNo no,
        Box box,
        EquatableArray<string> papers,
        Draw drawn,
        Func<Section, int, bool> mayTakeTheSeat
    )
    {
        var elect = (Question.Elect)unfolding.Section.Matters.All[no].Question;
        while (true)
        {
            var section = unfolding.Section;
            var count = Counts.Count(section, no, elect, box, papers, drawn);
            // Nobody is elected by nobody.
            var elected =
                papers.Count == 0
                    ? []
                    : count
                        .Elected.Select(c => c.Number)
                        .Where(c => c < box.Options && mayTakeTheSeat(section, c))
                        .ToEquatable();
            if (Beyond(section, no, elect, elected) is not { } held)
                return (count, elected);
            unfolding.Then(held);
        }
    }

    /// <summary>Whether a section has room for one more in a body, whoever leaves not counted.</summary>
    public static bool HasRoom(Section section, BodyId body, MemberNo member, Instant until) =>
        HomeOf(section, member) is var home
        && (
            home.Value.Length == 0
            || Staying(section, body, home, until, MatterNo.None) < Most(section, body)
        );

    /// <summary>The section that somebody sits for, or moved here from; of a member of the federation alone, none.</summary>
    public static SectionId HomeOf(Section section, MemberNo member) =>
        section.Congresses.SentBy.TryGetValue(member, out var sent)
            ? sent
            : section.Membership.Of(member).MovedFrom;

    /// <summary>The most for one section: its share rounded down, and always one.</summary>
    public static int Most(Section section, BodyId body) =>
        section.RuleOf(body) is var rule
            ? Math.Max(1, rule.FromOneSection.Over * rule.Seats / rule.FromOneSection.Under)
            : 0;

    private static ElectionsEvent.HeldBack? Beyond(
        Section section,
        MatterNo no,
        Question.Elect elect,
        EquatableArray<int> elected
    )
    {
        if (section.RuleOf(elect.Body).FromOneSection.CompareTo(new Ratio(1, 1)) >= 0)
            return null;
        var most = Most(section, elect.Body);
        var election = section.Elections.Of(no);
        return elected
            .GroupBy(c => HomeOf(section, election.Candidate(c).Member))
            .Where(from =>
                from.Key.Value.Length > 0
                && from.Count() + Staying(section, no, elect, from.Key) > most
            )
            .Select(from => new ElectionsEvent.HeldBack(no, from.Last(), from.Key, most))
            .FirstOrDefault();
    }

    private static int Staying(
        Section section,
        MatterNo no,
        Question.Elect elect,
        SectionId home
    ) =>
        elect.Cause == ElectionCause.Recall && elect.Seats > 1
            ? 0
            : Staying(section, elect.Body, home, elect.Until, no);

    // Whoever serves until the term of this election ends sits beside those it elects.
    private static int Staying(
        Section section,
        BodyId body,
        SectionId home,
        Instant until,
        MatterNo except
    ) =>
        section.Mandates.Current.Values.Count(m =>
            m.Body == body
            && m.Until >= until
            && m.By != except
            && !m.IsInterim
            && !m.IsCaretaker
            && HomeOf(section, m.Holder) == home
        );
}
