using Plenum.Domain.Letters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Referendums;

/// <summary>Whoever entered it helps at a desk, and not at that of the section in whose part of the roll the voter stands.</summary>
public sealed record NotTheirDesk() : Reason("desk.not-of-their-section", ReasonKind.NotYou);

/// <summary>
/// Nobody needs a screen to vote in a question to the members of several sections (C18): each section helps its own at
/// its own desk, and tells the convener who does, so that the convener's record is verifiable by itself.
/// </summary>
public static class Desks
{
    /// <summary>Everybody in good standing who holds the desk of a section, or is going to.</summary>
    public static EquatableArray<DeskMandate> Of(Section section) =>
        section
            .Rules.Bodies.Items.Where(b => b.Powers.Contains(Power.Desk))
            .SelectMany(b => section.Mandates.OfBody(b.Id))
            .Select(m => (Member: section.Membership.Of(m.Holder), m.Since, m.Until))
            .Where(m => m.Member.IsInGoodStanding)
            .Select(m => new DeskMandate(m.Member.Person, m.Since, m.Until))
            .OrderBy(d => d.Holder)
            .ThenBy(d => d.Since)
            .ToEquatable();

    public static bool IsHeldBy(Section section, PersonId person, NodaTime.Instant now) =>
        Of(section).Items.Any(d => d.Holder == person && d.InForceAt(now));

    /// <summary>
    /// What was decided, with a letter to the convener of every question that is open above if somebody else helps at the
    /// desk since. It goes out in the same append, so that nobody who was called back helps on.
    /// </summary>
    public static Ruling Accompany(Section section, Ruling ruling)
    {
        if (
            ruling is not Ruling.InOrder decided
            || section.Referendums.FromAbove.Values.All(t => t.IsDecided)
        )
            return ruling;
        var unfolding = new Unfolding(section);
        foreach (var happened in decided.Events)
            unfolding.Then(happened);
        if (Of(section).Equals(Of(unfolding.Section)))
            return ruling;
        foreach (var told in unfolding.Section.Referendums.FromAbove.Values)
            if (!told.IsDecided)
                Tell(unfolding, told.Question);
        return decided with { Events = unfolding.Events };
    }

    /// <summary>The convener learns who helps here.</summary>
    public static void Tell(Unfolding unfolding, QuestionAbove question) =>
        Returns.PassOn(
            unfolding,
            question,
            new Letter.OnDesk(
                new DeskLetter.Named(question, unfolding.Section.Id, Of(unfolding.Section))
            )
        );

    /// <summary>The convener takes the desk of a section from whoever brought its part of the roll, until the vote is over.</summary>
    public static void Open(Unfolding unfolding, SectionId from, DeskLetter letter)
    {
        var section = unfolding.Section;
        switch (letter)
        {
            case DeskLetter.Named named when named.Question.Convener != section.Id:
                if (section.Sections.Tree.HasAffiliate(from))
                    Returns.PassOn(unfolding, named.Question, new Letter.OnDesk(named));
                break;
            case DeskLetter.Named named:
                if (
                    section.Referendums.Put.TryGetValue(named.Question.Matter, out var referendum)
                    && !referendum.IsOver
                    && referendum.Parts.TryGetValue(named.Section, out var part)
                    && part.By == from
                )
                    unfolding.Then(
                        new ReferendumsEvent.DeskNamed(
                            named.Question.Matter,
                            named.Section,
                            named.Desk
                        )
                    );
                break;
        }
    }

    /// <summary>
    /// Goes on with the person who acts as a line of the roll, on their own or helped at one of the desks of this vote;
    /// whether it is the right one is known with their line.
    /// </summary>
    public static Ruling AsVoter(
        Section section,
        Occasion occasion,
        MatterNo matter,
        Func<PersonId, Ruling> then
    ) =>
        occasion.Actor is not Actor.Person person || !Arriving.IsSound(person.Id) ? new NotAPerson()
        : person.Via is Channel.Desk desk
        && !Arriving.MayHelp(section, desk.Helper, occasion)
        && !(
            section.Referendums.Put.TryGetValue(matter, out var referendum)
            && referendum.Parts.Values.Any(part => MayHelp(section, occasion, part))
        )
            ? new NoDeskMandate().ByCharter("C18")
        : then(person.Id);

    /// <summary>Whether whoever acts may do it for those of this part of the roll: on a screen always.</summary>
    public static bool MayHelp(Section section, Occasion occasion, RollPart part) =>
        occasion.Actor is not Actor.Person { Via: Channel.Desk desk }
        || (
            part.Section == section.Id
                ? Arriving.MayHelp(section, desk.Helper, occasion)
                : part.Desk.Items.Any(d => d.Holder == desk.Helper && d.InForceAt(occasion.Now))
        );
}
