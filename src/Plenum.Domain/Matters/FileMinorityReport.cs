namespace Plenum.Domain.Matters;

/// <summary>A minority report belongs to a motion on its way to the vote, or decided within the last ninety days.</summary>
public sealed record NotOpenToReports(MatterNo Matter) : Reason("matter.no-reports");

/// <summary>This report has been filed with the matter already: sign that one.</summary>
public sealed record ReportFiled(MatterNo Matter, int Report) : Reason("matter.report-filed");

/// <summary>A voter writes a minority's report. When enough have signed it, it stays with the decision, always (S43).</summary>
public sealed record FileMinorityReport(MatterNo Matter, string Text) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Text),
                    Text,
                    Texts.Body,
                    () =>
                    {
                        if (
                            section.Matters.Find(Matter)
                            is not {
                                Question: Question.Adopt
                                    or Question.AmendStatutes
                                    or Question.AmendProgramme
                            } matter
                        )
                            return new NoSuchMatter(Matter);
                        var article = section.Rules.Motions.Article;
                        if (!Minorities.Takes(matter, occasion.Now))
                            return new NotOpenToReports(Matter).By(article);
                        if (
                            !section.IsElector(matter.Procedure.Electorate, member.No, occasion.Now)
                        )
                            return new NotAnElector(Matter).By(article);
                        var text = Document.Of(Text);
                        foreach (var same in matter.Reports.Where(r => r.Text == text.Digest))
                            return new ReportFiled(Matter, same.No).By(article);
                        var unfolding = new Unfolding(section).Then(
                            new MattersEvent.MinorityFiled(
                                Matter,
                                matter.Reports.Count + 1,
                                text,
                                member.No
                            )
                        );
                        Minorities.Attach(unfolding, Matter, occasion.Now);
                        return new Ruling.InOrder(
                            new Authority.Member(member.No),
                            article,
                            unfolding.Events,
                            []
                        );
                    }
                )
        );
}
