using NodaTime;

namespace Plenum.Domain.Matters;

public sealed record NotYours(MatterNo Matter) : Reason("matter.not-yours", ReasonKind.NotYou);

/// <summary>Once people vote on a matter it belongs to them; an election or a recall is nobody's to withdraw.</summary>
public sealed record TooLateToWithdraw(MatterNo Matter) : Reason("matter.too-late-to-withdraw");

/// <summary>Whoever put a matter forward takes it back before the vote.</summary>
public sealed record Withdraw(MatterNo Matter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Matter) is not { } matter)
                    return new NoSuchMatter(Matter);
                var article = matter.Procedure.Article;
                if (matter.By != member.No)
                    return new NotYours(Matter).By(article);
                if (!IsOpen(matter))
                    return new TooLateToWithdraw(Matter).By(article);
                return Ruling.Under(
                    new Authority.Member(member.No),
                    article,
                    new MattersEvent.Settled(Matter, Outcome.Withdrawn, Verdict.None, occasion.Now)
                );
            }
        );

    /// <summary>What members of other sections have signed is not one member's any more once it is debated.</summary>
    public static bool IsOpen(Matter matter) =>
        matter.Question is Question.Adopt or Question.AmendStatutes or Question.AmendProgramme
        && (
            matter.Stage is Stage.Support
            || matter.Stage is Stage.Debate && matter.Procedure.Electorate != Statutes.BodyId.Tree
        );
}
