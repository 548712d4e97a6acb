using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>Who runs a secret vote of the members: a commission drawn by lot, with nobody in it whom the vote is about (C17, C18).</summary>
public static class Commissions
{
    /// <summary>Whom a vote is about: candidates, the holder of the seat, the mover, the body whose decision is at stake.</summary>
    public static ImmutableHashSet<MemberNo> Concerned(
        Section section,
        Matter matter,
        Instant now
    ) =>
        matter.Question switch
        {
            Question.Elect => [.. section.Elections.Of(matter.No).Standing.Select(c => c.Member)],
            Question.Recall recall => [Recalls.Target(section, recall, now).Holder],
            Question.Admit admit => [admit.Applicant],
            Question.UpholdNotice uphold => [uphold.Member, matter.By],
            Question.Challenge challenge =>
            [
                matter.By,
                .. section.Matters.Find(challenge.Decision) is { Procedure.Electorate: var body }
                && body != BodyId.Members
                    ? section.Mandates.On(body, now).Select(m => m.Holder)
                    : [],
            ],
            Question.Adopt
            or Question.AmendStatutes
            or Question.AmendProgramme
            or Question.Summon
            or Question.Instruct
            or Question.CheckRoll
            or Question.ElectionsAssembly
            or Question.Protest
            or Question.OnCompetence
            or Question.OnMerger
            or Question.OnRights
            or Question.Join
            or Question.Leave
            or Question.SummonCongress
            or Question.PutToAll
            or Question.Unseat
            or Question.Demand
            or Question.Initiative
            or Question.Recognise => [matter.By],
        };

    /// <summary>Drawn from the roll without those concerned, and first from those who do not sit on the body it is about.</summary>
    public static void Draw(Unfolding unfolding, Matter matter, Instant closes, Occasion occasion)
    {
        var section = unfolding.Section;
        var concerned = Concerned(section, matter, occasion.Now);
        var eligible = section
            .RollOf(BodyId.Members, occasion.Now, basicLaw: false)
            .Where(m => !concerned.Contains(m));
        var drawn = occasion
            .Drawn.Shuffle($"commission/{matter.No}", eligible)
            .OrderBy(m =>
                section
                    .Mandates.HeldBy(m, occasion.Now)
                    .Any(held => held.Body == BodyOf(matter.Question))
            )
            .Take(section.Rules.Elections.CommissionSize)
            .ToEquatable();
        unfolding.Then(new ElectionsEvent.CommissionDrawn(matter.No, drawn));
        // A vote that somebody takes part in by post lasts longer than was set: the lot is drawn once, for that too.
        var longest = Instant.Max(
            closes,
            section.After(occasion.Now, Postal.Lasts(section, matter.Question))
        );
        Seat(unfolding, matter.No, section.After(longest, matter.Procedure.Protest), occasion.Now);
    }

    /// <summary>A vote that begins anew lasts longer than the mandates of its commission may: the same people go on.</summary>
    public static void Stay(Unfolding unfolding, Matter matter, Instant closes, Instant now)
    {
        var section = unfolding.Section;
        var longest = Instant.Max(
            closes,
            section.After(now, Postal.Lasts(section, matter.Question))
        );
        var until = section.After(longest, matter.Procedure.Protest);
        var mandates = section
            .Mandates.Current.Values.Where(m => m.By == matter.No && m.Body == BodyIn(section)?.Id)
            .ToArray();
        if (
            section.Elections.Of(matter.No).Commission.Count == 0
            || mandates.Length > 0 && mandates.All(m => m.Until >= until)
        )
            return;
        End(unfolding, matter.No, now);
        Seat(unfolding, matter.No, until, now);
    }

    /// <summary>Those drawn hold a mandate for it until then; one they hold already is enough.</summary>
    public static void Seat(Unfolding unfolding, MatterNo matter, Instant until, Instant now)
    {
        if (BodyIn(unfolding.Section) is not { } body)
            return;
        foreach (var member in unfolding.Section.Elections.Of(matter).Commission)
            if (unfolding.Section.Membership.Of(member).IsInGoodStanding)
                unfolding.Then(
                    Seating.Seat(unfolding.Section, body, member, now, until, matter, BoxNo.None)
                );
    }

    /// <summary>A commission is drawn for one vote and ends with it.</summary>
    public static void End(Unfolding unfolding, MatterNo matter, Instant now)
    {
        if (BodyIn(unfolding.Section) is not { } body)
            return;
        foreach (
            var mandate in unfolding
                .Section.Mandates.Current.Values.Where(m => m.By == matter && m.Body == body.Id)
                .ToArray()
        )
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.TaskDone, now));
    }

    /// <summary>The mandate under which somebody runs this vote: of its own commission, or of a returning officer the members elected.</summary>
    public static Mandate? Running(
        Section section,
        MemberNo member,
        MatterNo matter,
        Instant now
    ) =>
        section
            .Mandates.HeldBy(member, now)
            .Where(m =>
                section.Statutes.Book.Has(m.Body)
                && section.RuleOf(m.Body) is var body
                && body.Powers.Contains(Power.Returning)
                && (m.By == matter || Calling.IsElected(body))
            )
            .OrderByDescending(m => m.By == matter)
            .FirstOrDefault();

    private static BodyRule? BodyIn(Section section) =>
        section.Rules.Bodies.Items.FirstOrDefault(b => b.Kind == BodyKind.Commission);

    private static BodyId BodyOf(Question question) =>
        question switch
        {
            Question.Elect elect => elect.Body,
            Question.Recall recall => recall.Body,
            Question.Adopt
            or Question.AmendStatutes
            or Question.AmendProgramme
            or Question.Admit
            or Question.Summon
            or Question.Instruct
            or Question.Challenge
            or Question.UpholdNotice
            or Question.CheckRoll
            or Question.ElectionsAssembly
            or Question.Protest
            or Question.OnCompetence
            or Question.OnMerger
            or Question.OnRights
            or Question.Join
            or Question.Leave
            or Question.SummonCongress
            or Question.PutToAll
            or Question.Unseat
            or Question.Demand
            or Question.Initiative
            or Question.Recognise => BodyId.Members,
        };
}
