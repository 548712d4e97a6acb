using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Referendums;

/// <summary>
/// Signatures for a question above, given in one's own section and sealed there; only their number goes up (R5).
/// </summary>
public static class Signing
{
    /// <summary>
    /// Somebody has signed, or withdrawn. With enough of them an initiative of this section is filed above; from then on
    /// its running total goes up, and so does that of every petition begun elsewhere.
    /// </summary>
    public static void Tell(Unfolding unfolding, MatterNo no)
    {
        var section = unfolding.Section;
        if (section.Matters.Find(no) is not { } matter || !GoesUp(section, matter.Question))
            return;
        if (section.Referendums.SignedFor.TryGetValue(no, out var question))
            Returns.PassOn(
                unfolding,
                question,
                new Letter.SupportGiven(question, section.Id, matter.Supporters.Count)
            );
        else if (
            !section.Referendums.Filed.Contains(no)
            && matter.Supporters.Count >= matter.Procedure.SupportNeeded
        )
        {
            unfolding.Then(new ReferendumsEvent.Filed(no));
            var (convener, letter) = Filed(section, matter);
            Returns.PassOn(unfolding, new QuestionAbove(convener, MatterNo.None), letter);
        }
    }

    /// <summary>
    /// A member begins to collect them. Nobody fills the pages of every section: what is under way already is signed first.
    /// </summary>
    internal static Ruling Collect(
        Section section,
        Occasion occasion,
        MemberNo by,
        SectionId convener,
        Question question,
        Func<Matter, bool> isUnderWay,
        Func<MatterNo, Reason> underWay
    )
    {
        var article = section.Rules.Initiative.Article;
        var tree = section.Sections.Tree;
        if (tree.Federation == Affiliation.None)
            return new NotAffiliated().By(article).ByCharter("C16");
        if (!tree.Above.Contains(convener))
            return new NoSuchFederation().By(article);
        foreach (var open in section.Matters.OpenMatters.Where(isUnderWay))
            return underWay(open.No).By(article);
        return PutForward.ByMember(
            section,
            occasion,
            by,
            question,
            Procedures.OfInitiative(section, occasion.Now) with
            {
                SupportIsSecret = true,
            }
        );
    }

    /// <summary>Whether its signatures are for somebody above, who counts those of all sections.</summary>
    public static bool GoesUp(Section section, Question question) =>
        question is Question.Initiative
        || question is Question.Demand { Convener: var convener } && convener != section.Id;

    /// <summary>The convener asks all sections: here it is signed as well, or what is signed here is known above now.</summary>
    public static void Begin(
        Unfolding unfolding,
        SectionId from,
        Letter.SupportSought sought,
        Instant now
    ) =>
        Begin(
            unfolding,
            from,
            new Sought(
                sought.Question,
                sought.Origin == unfolding.Section.Id ? sought.By : MatterNo.None,
                new Question.Initiative(
                    sought.Question.Convener,
                    sought.Title,
                    sought.Text,
                    sought.Secret
                ),
                sought.Until,
                sought
            ),
            now
        );

    /// <summary>What is signed, under which number here if it was begun here, and the letter that goes on down.</summary>
    internal sealed record Sought(
        QuestionAbove Question,
        MatterNo Own,
        Question Petition,
        Instant Until,
        Letter Letter
    );

    internal static void Begin(Unfolding unfolding, SectionId from, Sought sought, Instant now)
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.Federation.Federation != from
            || sought.Question.Convener == section.Id
            || section.Referendums.SignedFor.ContainsValue(sought.Question)
        )
            return;
        foreach (var affiliate in section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(affiliate, sought.Letter);
        if (now >= sought.Until)
            return;
        var begunHere =
            section.Matters.Find(sought.Own) is { Stage: Stage.Support } own
            && GoesUp(section, own.Question);
        var no = begunHere ? sought.Own : section.Matters.NextNo;
        if (begunHere)
            unfolding.Then(new MattersEvent.MovedOn(no, new Stage.Support(sought.Until)));
        else
            unfolding.ToSignatures(
                sought.Petition,
                Procedures.OfInitiative(section, now) with
                {
                    // Every signature goes up: the threshold is the convener's.
                    SupportNeeded = 1,
                    SupportIsSecret = true,
                    SupportUntil = sought.Until,
                },
                now
            );
        unfolding.Then(new ReferendumsEvent.SupportSought(no, sought.Question));
        if (begunHere)
            Tell(unfolding, no);
    }

    /// <summary>Enough have signed in all sections together: the question is put, and nobody signs any more.</summary>
    public static void End(Unfolding unfolding, QuestionAbove question, Instant now)
    {
        foreach (
            var (no, _) in unfolding.Section.Referendums.SignedFor.Where(s => s.Value == question)
        )
            if (unfolding.Section.Matters.All[no].Stage is Stage.Support)
                unfolding.Then(new MattersEvent.Settled(no, Outcome.Adopted, Verdict.None, now));
    }

    private static (SectionId Convener, Letter Letter) Filed(Section section, Matter matter) =>
        matter.Question switch
        {
            Question.Initiative initiative => (
                initiative.Convener,
                new Letter.InitiativeFiled(
                    initiative.Convener,
                    section.Id,
                    matter.No,
                    initiative.Title,
                    initiative.Text,
                    initiative.Secret,
                    matter.Supporters.Count
                )
            ),
            Question.Demand demand => (
                demand.Convener,
                new Letter.OnDemand(
                    new DemandLetter.Filed(
                        demand.Convener,
                        section.Id,
                        matter.No,
                        demand.Asked,
                        matter.Supporters.Count
                    )
                )
            ),
            _ => throw new InvalidOperationException(
                $"{matter.Question.GetType().Name} is not signed for somebody above"
            ),
        };
}
