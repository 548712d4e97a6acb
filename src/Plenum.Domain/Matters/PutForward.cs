using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>How matters come onto the record.</summary>
public static class PutForward
{
    /// <summary>Put forward by a member, who supports it: straight to debate when no more support is needed.</summary>
    public static Ruling ByMember(
        Section section,
        Occasion occasion,
        MemberNo by,
        Question question,
        Procedure procedure
    )
    {
        var no = section.Matters.NextNo;
        var unfolding = new Unfolding(section)
            .Then(
                new MattersEvent.PutForward(
                    no,
                    question.GetType().Name,
                    question,
                    procedure,
                    new Stage.Support(procedure.SupportUntil),
                    by,
                    section.Statutes.Version,
                    occasion.Now
                )
            )
            .Then(new MattersEvent.Supported(no, by));
        if (procedure.SupportNeeded <= 1)
            Onward.FromSupport(unfolding, no, occasion);
        else if (procedure.Electorate == BodyId.Tree)
            Referendums.Initiatives.Seek(unfolding, no);
        return new Ruling.InOrder(
            new Authority.Member(by),
            procedure.Article,
            unfolding.Events,
            []
        );
    }

    /// <summary>Waits for signatures of members of all sections, whoever brought it here.</summary>
    public static Unfolding ToSignatures(
        this Unfolding unfolding,
        Question question,
        Procedure procedure,
        Instant now
    ) =>
        unfolding.Then(
            new MattersEvent.PutForward(
                unfolding.Section.Matters.NextNo,
                question.GetType().Name,
                question,
                procedure,
                new Stage.Support(procedure.SupportUntil),
                MemberNo.None,
                unfolding.Section.Statutes.Version,
                now
            )
        );

    /// <summary>Goes to debate at once, whoever stands behind it: no support is asked for.</summary>
    public static Unfolding ToDebate(
        this Unfolding unfolding,
        MemberNo by,
        string kind,
        Question question,
        Procedure procedure,
        Instant now
    )
    {
        var section = unfolding.Section;
        return unfolding.Then(
            new MattersEvent.PutForward(
                section.Matters.NextNo,
                kind,
                question,
                procedure,
                new Stage.Debate(section.After(now, procedure.Debate)),
                by,
                section.Statutes.Version,
                now
            )
        );
    }

    /// <summary>What members bring about together (C16).</summary>
    public static Ruling Petition(
        Section section,
        Occasion occasion,
        MemberNo by,
        Question question
    ) => ByMember(section, occasion, by, question, Procedures.OfInitiative(section, occasion.Now));
}
