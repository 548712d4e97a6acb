using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>The arithmetic of recall (charter R1, R2, R5) and what a recall brings about.</summary>
public static class Recalls
{
    /// <summary>Signers of a recall that failed do not count again so soon (R5).</summary>
    public static readonly Duration SignersRest = Duration.FromDays(90);

    /// <summary>After a recall that failed the next needs the most the charter allows, for so long (R5).</summary>
    public static readonly Duration AfterFailure = Duration.FromDays(180);

    /// <summary>Seats filled together proportionally fall and are filled together (R2).</summary>
    public static bool IsOfAGroup(Section section, Mandate mandate) =>
        mandate.Box != BoxNo.None && section.Statutes.Book.Body(mandate.Body).Seats > 1;

    /// <summary>The mandates filled by the same box.</summary>
    public static IEnumerable<Mandate> Group(Section section, Mandate mandate, Instant now) =>
        section.Mandates.On(mandate.Body, now).Where(m => IsOfAGroup(section, m));

    /// <summary>
    /// Signatures needed: what the statutes say, at least 2, at most half an electing quota (R1); after a recall that
    /// failed that most; within 120 days of a recall election of the group, a full quota (R2).
    /// </summary>
    public static int Needed(Section section, Mandate mandate, Instant now)
    {
        var electors = section.RollOf(mandate.Electors, now, basicLaw: false).Count;
        var seats = IsOfAGroup(section, mandate)
            ? section.Statutes.Book.Body(mandate.Body).Seats
            : 1;
        var most = Math.Max(2, new Ratio(1, 2 * (seats + 1)).CeilingOf(electors));
        var rule = section.Rules.Recall;
        if (seats > 1 && RecentGroupElection(section, mandate.Body, now))
            return Math.Max(2, electors / (seats + 1) + 1);
        var failed = Failed(section, mandate).Any(m => now - m.SettledAt < AfterFailure);
        return failed ? most : Math.Clamp(rule.Signatures.Among(electors), 2, most);
    }

    /// <summary>The failed recall of this mandate that this member signed too recently, if any.</summary>
    public static MatterNo? FailedWith(
        Section section,
        Matter matter,
        MemberNo signer,
        Instant now
    ) =>
        matter.Question is Question.Recall recall
            ? Failed(section, section.Mandates.Of(recall.Mandate))
                .Where(m => now - m.SettledAt < SignersRest && m.Supporters.Contains(signer))
                .Select(m => (MatterNo?)m.No)
                .FirstOrDefault()
            : null;

    /// <summary>The recall of one seat is carried, or the petition against a group reached its threshold.</summary>
    public static void Carry(Unfolding unfolding, Question.Recall recall, Instant now)
    {
        var section = unfolding.Section;
        var mandate = section.Mandates.Of(recall.Mandate);
        if (mandate == MandatesRecord.NoMandate)
            return;
        var body = section.Statutes.Book.Body(mandate.Body);
        if (IsOfAGroup(section, mandate))
            Reelect(unfolding, body, mandate, now);
        else
        {
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.Recalled, now));
            if (!Calling.IsRunning(unfolding.Section, body.Id))
                Calling.Call(unfolding, body, 1, ElectionCause.Recall, mandate.Until, now);
        }
    }

    // Holders are candidates unless they decline, and sit until certification; terms keep their end (R2).
    private static void Reelect(Unfolding unfolding, BodyRule body, Mandate mandate, Instant now)
    {
        var group = Group(unfolding.Section, mandate, now).ToArray();
        var election = Calling.Call(
            unfolding,
            body,
            body.Seats,
            ElectionCause.Recall,
            mandate.Until,
            now
        );
        foreach (var holder in group)
        {
            var stood = unfolding
                .Section.Elections.Of(holder.By)
                .Candidates.FirstOrDefault(c => c.Member == holder.Holder);
            unfolding
                .Then(new MandatesEvent.SuccessionCalled(holder.No, election))
                .Then(
                    new ElectionsEvent.Stood(
                        election,
                        unfolding.Section.Elections.Of(election).Candidates.Count + 1,
                        holder.Holder,
                        new Document(stood?.Platform ?? Digest.None, ""),
                        PublicName: false
                    )
                );
        }
    }

    private static IEnumerable<Matter> Failed(Section section, Mandate mandate) =>
        section.Matters.All.Values.Where(m =>
            m.Question is Question.Recall recall
            && recall.Mandate == mandate.No
            && (m.Is(Outcome.Rejected) || m.Is(Outcome.NoQuorum))
        );

    private static bool RecentGroupElection(Section section, BodyId body, Instant now) =>
        section.Matters.All.Values.Any(m =>
            m.Question is Question.Elect { Cause: ElectionCause.Recall } elect
            && elect.Body == body
            && now - m.PutForwardAt < Duration.FromDays(120)
        );
}
