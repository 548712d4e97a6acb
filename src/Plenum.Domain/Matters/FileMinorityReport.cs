namespace Plenum.Domain.Matters;

/// <summary>A minority report belongs to a motion on its way to the vote, or decided within the last ninety days.</summary>
public sealed record NotOpenToReports(MatterNo Matter) : Reason("matter.no-reports");

/// <summary>A member attaches a minority's report; it stays with the decision, always (S43).</summary>
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
                        if (
                            !matter.IsOpen
                            && occasion.Now - matter.SettledAt > NodaTime.Duration.FromDays(90)
                        )
                            return new NotOpenToReports(Matter).By(matter.Procedure.Article);
                        return Ruling.Under(
                            new Authority.Member(member.No),
                            section.Rules.Motions.Article,
                            new MattersEvent.MinorityReport(Matter, Document.Of(Text), member.No)
                        );
                    }
                )
        );
}
