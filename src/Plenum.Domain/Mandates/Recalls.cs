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

    /// <summary>
    /// Whether there are electors who can take it back: seats drawn by lot end with their task. Whom another section has sent is
    /// recalled there.
    /// </summary>
    public static bool IsPossible(Section section, Mandate mandate) =>
        section.RuleOf(mandate.Body) is var rule
        && (Calling.IsElected(rule) || rule.Kind == BodyKind.Congress);

    /// <summary>
    /// Seats filled together proportionally fall and are filled together (R2); so do seats carried over, because nobody
    /// here knows how they were filled, and a majority must not take those of a minority one by one (R3).
    /// </summary>
    public static bool IsOfAGroup(Section section, Mandate mandate) =>
        (mandate.Box != BoxNo.None || mandate.IsCarriedOver)
        && section.Statutes.Book.Has(mandate.Body)
        && section.RuleOf(mandate.Body).Seats > 1;

    /// <summary>
    /// The mandate a petition is about; when its holder has gone, another of the group it was filled with, because
    /// resigning stops nothing (R5).
    /// </summary>
    public static Mandate Target(Section section, Question.Recall recall, Instant now) =>
        section.Mandates.Of(recall.Mandate) is { } named && named != MandatesRecord.NoMandate
            ? named
            : section
                .Mandates.On(recall.Body, now)
                .FirstOrDefault(m => IsOfAGroup(section, m), MandatesRecord.NoMandate);

    /// <summary>
    /// Signatures needed: what the statutes say, at least 2, at most half an electing quota (R1); after a recall that
    /// failed that most; within 120 days of a recall election of the group, a full quota (R2).
    /// </summary>
    public static int Needed(Section section, Mandate mandate, Instant now)
    {
        var electors = section.Electors(mandate.Electors, now);
        var seats = IsOfAGroup(section, mandate) ? section.RuleOf(mandate.Body).Seats : 1;
        // At most half an electing quota, so that it is rounded down.
        var most = Math.Max(2, electors / (2 * (seats + 1)));
        var rule = section.Rules.Recall;
        if (seats > 1 && RecentGroupElection(section, mandate.Body, now))
            return Math.Max(2, electors / (seats + 1) + 1);
        var failed = Failed(section, mandate).Any(m => now - m.SettledAt < AfterFailure);
        return failed ? most : Math.Clamp(rule.Signatures.Among(electors), 2, most);
    }

    /// <summary>
    /// What an open petition still needs: what was needed when it began, or less when that has come down since, so that
    /// nobody holds a recall up by opening the petition while the threshold is high.
    /// </summary>
    public static int NeededNow(Section section, Matter matter, Instant now) =>
        matter.Question is Question.Recall recall
        && Target(section, recall, now) is var mandate
        && mandate != MandatesRecord.NoMandate
            ? Math.Min(matter.Procedure.SupportNeeded, Needed(section, mandate, now))
            : matter.Procedure.SupportNeeded;

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
        var mandate = Target(section, recall, now);
        if (!section.Statutes.Book.Has(recall.Body))
            return;
        var body = section.RuleOf(recall.Body);
        if (IsOfAGroup(section, mandate))
            Reelect(unfolding, body, mandate, now);
        else if (mandate == MandatesRecord.NoMandate)
            // The holder has gone before the vote was over: the seat is elected all the same.
            Calling.Fill(unfolding, body, now);
        else
        {
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.Recalled, now));
            Divisions.WithoutSeat(unfolding, mandate, now);
            if (mandate.IsInterim)
                Calling.Fill(unfolding, body, now);
            else if (!Calling.IsRunning(unfolding.Section, body.Id))
                Calling.Call(unfolding, body, 1, ElectionCause.Recall, mandate.Until, now);
        }
    }

    // Holders are candidates unless they decline, and sit until certification; terms keep their end (R2).
    private static void Reelect(Unfolding unfolding, BodyRule body, Mandate mandate, Instant now)
    {
        var group = unfolding.Section.Mandates.On(body.Id, now).Where(m => !m.IsInterim).ToArray();
        // All seats are elected: an election of one of them that still looks for candidates has nothing left to fill.
        foreach (var open in unfolding.Section.Matters.OpenMatters)
            if (
                open is { Question: Question.Elect elect, Stage: Stage.Nomination }
                && elect.Body == body.Id
                && elect.Cause is ElectionCause.Vacancy or ElectionCause.Rerun
            )
                unfolding.Then(
                    new MattersEvent.Settled(open.No, Outcome.Stopped, Verdict.None, now)
                );
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
            && now < section.After(m.PutForwardAt, section.Rules.Recall.GroupPause)
        );
}
