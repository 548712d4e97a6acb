namespace Plenum.Domain.Elections;

/// <summary>No seat is being counted back that this candidate could take.</summary>
public sealed record NoCountBack(MandateNo Vacated) : Reason("election.no-count-back");

/// <summary>An unelected candidate agrees to take the seat if the papers give it to them (R7).</summary>
public sealed record ConsentToCountBack(MandateNo Vacated) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (
                    !section.Elections.CountBacks.TryGetValue(Vacated, out var pending)
                    || occasion.Now >= pending.ConsentBy
                )
                    return new NoCountBack(Vacated).By(section.Rules.Elections.Article);
                var election = section.Elections.Of(pending.Election);
                var candidate = election.Standing.FirstOrDefault(c =>
                    c.Member == member.No && !election.Elected.Contains(c.Number)
                );
                var body = (
                    (Matters.Question.Elect)section.Matters.All[pending.Election].Question
                ).Body;
                // Nobody gets by a count-back a seat they could not be elected to: a second one, or a term too many (C1).
                return
                    candidate is null
                    || pending.Consenting.Contains(candidate.Number)
                    || Mandates.Seating.Holds(section, body, member.No, pending.Until)
                    || section.Mandates.NextTerm(body, member.No, occasion.Now)
                        > section.RuleOf(body).MaxConsecutive
                    ? new NoCountBack(Vacated).By(section.Rules.Elections.Article)
                    : Ruling.Under(
                        new Authority.Member(member.No),
                        section.Rules.Elections.Article,
                        new ElectionsEvent.Consented(Vacated, candidate.Number)
                    );
            }
        );
}
