namespace Plenum.Domain.Matters;

public sealed record NotSupporting(MatterNo Matter) : Reason("matter.not-supporting");

/// <summary>A signature is withdrawable until the threshold is reached (R5).</summary>
public sealed record WithdrawSupport(MatterNo Matter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Matter) is not { } matter)
                    return new NoSuchMatter(Matter);
                var article = matter.Procedure.Article;
                if (matter.Stage is not Stage.Support)
                    return new NotCollectingSupport(Matter).By(article);
                if (!matter.Supporters.Contains(member.No))
                    return new NotSupporting(Matter).By(article);
                var unfolding = new Unfolding(section).Then(
                    new MattersEvent.SupportWithdrawn(Matter, member.No)
                );
                Referendums.Signing.Tell(unfolding, Matter);
                return new Ruling.InOrder(
                    Support.Signing(matter, member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
