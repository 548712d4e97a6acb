using Plenum.Domain.Matters;

namespace Plenum.Domain.Mandates;

/// <summary>No such mandate is in force.</summary>
public sealed record MandateNotInForce(MandateNo Mandate) : Reason("mandate.not-in-force");

/// <summary>Seats drawn by lot leave only by upheld challenge (R6).</summary>
public sealed record DrawnByLot(MandateNo Mandate) : Reason("recall.drawn-by-lot");

/// <summary>A petition for this recall is collecting signatures already: sign that one.</summary>
public sealed record RecallUnderWay(MatterNo Petition) : Reason("recall.under-way");

/// <summary>
/// Electors take a mandate back: at any time, with no cause and nobody's permission (C2). Whoever opens the petition is
/// its first signature.
/// </summary>
public sealed record Recall(MandateNo Mandate) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Recall.Article;
                var mandate = section.Mandates.Of(Mandate);
                if (!mandate.InForceAt(occasion.Now))
                    return new MandateNotInForce(Mandate).By(article);
                if (!Recalls.IsPossible(section, mandate))
                    return new DrawnByLot(Mandate).By(article).ByCharter("C2");
                if (!section.IsElector(mandate.Electors, member.No, occasion.Now))
                    return new NotAnElector(MatterNo.None).By(article);
                if (UnderWay(section, mandate) is { } open)
                    return new RecallUnderWay(open.No).By(article);
                var question = new Question.Recall(mandate.Body, Mandate);
                var no = section.Matters.NextNo;
                var procedure = Procedures.OfRecall(
                    section,
                    mandate.Electors,
                    Recalls.Needed(section, mandate, occasion.Now),
                    occasion.Now
                );
                var unfolding = new Unfolding(section).Then(
                    new MattersEvent.PutForward(
                        no,
                        nameof(Question.Recall),
                        question,
                        procedure,
                        new Stage.Support(procedure.SupportUntil),
                        // Signatures are secret from holder, officers and pages (R5), and so is who began.
                        MemberNo.None,
                        section.Statutes.Version,
                        occasion.Now
                    )
                );
                if (
                    Recalls.FailedWith(
                        section,
                        unfolding.Section.Matters.All[no],
                        member.No,
                        occasion.Now
                    ) is
                    { } before
                )
                    return new SignedAFailedRecall(before).By(article).ByCharter("C2");
                unfolding.Then(new MattersEvent.Supported(no, member.No));
                return new Ruling.InOrder(
                    new Authority.Together(no),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );

    private static Matter? UnderWay(Section section, Mandate mandate) =>
        section.Matters.OpenMatters.FirstOrDefault(m =>
            m.Question switch
            {
                Question.Recall recall => recall.Mandate == mandate.No
                    || (recall.Body == mandate.Body && Recalls.IsOfAGroup(section, mandate)),
                // Whoever acts until that election is recalled like anybody.
                Question.Elect { Cause: ElectionCause.Recall } elect => elect.Body == mandate.Body
                    && !mandate.IsInterim
                    && m.Stage is not Stage.Protest,
                _ => false,
            }
        );
}
