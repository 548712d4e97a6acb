namespace Plenum.Domain.Matters;

/// <summary>Only the two tellers who were named count.</summary>
public sealed record NotATeller(MatterNo Matter) : Reason("hands.not-a-teller", ReasonKind.NotYou);

/// <summary>More hands than people in the room.</summary>
public sealed record TooManyHands(int Counted, int Present)
    : Reason("hands.too-many", ReasonKind.NotThis);

/// <summary>A teller says how many hands there were; when the other says the same, that is the result.</summary>
public sealed record CountHands(MatterNo Matter, int For, int Against, int Abstained) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Matter) is not { } matter)
                    return new NoSuchMatter(Matter);
                var article = matter.Procedure.Article;
                if (!matter.Hands.Tellers.Contains(member.No))
                    return new NotATeller(Matter).By(article);
                if (
                    matter.Stage is not Stage.Debate debate
                    || occasion.Now >= debate.Until
                    || matter.Hands.IsOver
                )
                    return new ByNameInstead(Matter).By(article);
                var total = (long)For + Against + Abstained;
                if (For < 0 || Against < 0 || Abstained < 0 || total > matter.Hands.Present)
                    return new TooManyHands(
                        (int)Math.Clamp(total, 0, int.MaxValue),
                        matter.Hands.Present
                    ).By(article);
                var count = new HandCount(member.No, For, Against, Abstained);
                var unfolding = new Unfolding(section).Then(
                    new MattersEvent.HandsCounted(Matter, member.No, For, Against, Abstained)
                );
                if (
                    matter.Hands.Counts.Any(c =>
                        c.Teller != member.No && c.Equals(count with { Teller = c.Teller })
                    )
                )
                    Hands.Settle(unfolding, unfolding.Section.Matters.All[Matter], count, occasion);
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
