namespace Plenum.Domain.Matters;

/// <summary>No report with this number was filed with the matter.</summary>
public sealed record NoSuchReport(MatterNo Matter, int Report)
    : Reason("matter.no-such-report", ReasonKind.NoSuchThing);

/// <summary>Another of those outvoted stands behind a report.</summary>
public sealed record SignMinorityReport(MatterNo Matter, int Report) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (
                    section.Matters.Find(Matter) is not { } matter
                    || matter.Reports.Items.FirstOrDefault(r => r.No == Report) is not { } report
                )
                    return new NoSuchReport(Matter, Report);
                var article = section.Rules.Motions.Article;
                if (!Minorities.Takes(matter, occasion.Now))
                    return new NotOpenToReports(Matter).By(article);
                if (!section.IsElector(matter.Procedure.Electorate, member.No, occasion.Now))
                    return new NotAnElector(Matter).By(article);
                if (report.Signers.Contains(member.No))
                    return new AlreadySupporting(Matter).By(article);
                var unfolding = new Unfolding(section).Then(
                    new MattersEvent.MinoritySigned(Matter, Report, member.No)
                );
                Minorities.Attach(unfolding, Matter, occasion.Now);
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
