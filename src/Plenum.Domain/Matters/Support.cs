namespace Plenum.Domain.Matters;

/// <summary>There is no matter with that number.</summary>
public sealed record NoSuchMatter(MatterNo Matter) : Reason("matter.none", ReasonKind.NoSuchThing);

/// <summary>Support is not, or no longer, collected.</summary>
public sealed record NotCollectingSupport(MatterNo Matter) : Reason("matter.not-collecting");

/// <summary>Only those in whose name the mandate is held sign for its recall.</summary>
public sealed record NotAnElector(MatterNo Matter)
    : Reason("matter.not-an-elector", ReasonKind.NotYou);

public sealed record AlreadySupporting(MatterNo Matter) : Reason("matter.already-supporting");

/// <summary>Whoever signed a recall that failed does not count again for ninety days (R5).</summary>
public sealed record SignedAFailedRecall(MatterNo Before) : Reason("recall.signed-before");

/// <summary>A member adds their support, or their signature to a petition. At the threshold it goes on by itself.</summary>
public sealed record Support(MatterNo Matter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Matter) is not { } matter)
                    return new NoSuchMatter(Matter);
                var article = matter.Procedure.Article;
                if (matter.Stage is not Stage.Support stage || occasion.Now >= stage.Until)
                    return new NotCollectingSupport(Matter).By(article);
                if (matter.Supporters.Contains(member.No))
                    return new AlreadySupporting(Matter).By(article);
                if (!section.IsElector(matter.Procedure.Electorate, member.No, occasion.Now))
                    return new NotAnElector(Matter).By(article);
                if (
                    Mandates.Recalls.FailedWith(section, matter, member.No, occasion.Now) is
                    { } before
                )
                    return new SignedAFailedRecall(before).By(article).ByCharter("C2");
                var unfolding = new Unfolding(section).Then(
                    new MattersEvent.Supported(Matter, member.No)
                );
                // Every signature of an initiative is told above, or waits until enough are there.
                if (
                    Referendums.Signing.GoesUp(section, matter.Question)
                    || Referendums.Initiatives.Total(section, matter) + 1
                        >= Mandates.Recalls.NeededNow(section, matter, occasion.Now)
                )
                    Onward.FromSupport(unfolding, Matter, occasion);
                return new Ruling.InOrder(
                    Signing(matter, member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );

    /// <summary>A secret signature is the act of all who sign; no event of it names one of them (R5).</summary>
    internal static Authority Signing(Matter matter, MemberNo by) =>
        matter.Procedure.SupportIsSecret
            ? new Authority.Together(matter.No)
            : new Authority.Member(by);
}
