using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>There is no open box with that number.</summary>
public sealed record BoxClosed(BoxNo Box) : Reason("ballot.closed");

/// <summary>Not on the roll that froze when the box opened.</summary>
public sealed record NotOnRoll(BoxNo Box) : Reason("ballot.not-on-roll", ReasonKind.NotYou);

/// <summary>This roll line has been used.</summary>
public sealed record AlreadyVoted(BoxNo Box) : Reason("ballot.already-voted");

/// <summary>This roll line was handed a paper.</summary>
public sealed record HasPaper(BoxNo Box) : Reason("ballot.has-paper");

/// <summary>What is written on the paper does not answer what it asks.</summary>
public sealed record PaperUnreadable(int Options) : Reason("ballot.unreadable", ReasonKind.NotThis);

/// <summary>
/// A vote. In a secret vote the roll line is marked and the paper falls into the box with nothing that ties the two;
/// in a division the choice stands beside the name.
/// </summary>
public sealed record Cast(BoxNo Box, [property: Sealed] [Sealed] string Choice) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Ballots.Of(Box).Electorate == BodyId.Tree
            ? Referendums.RollLines.Cast(section, occasion, this)
            : ByMember(section, occasion);

    private Ruling ByMember(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
            {
                var box = section.Ballots.Of(Box);
                var article = box.ArticleIn(section);
                if (box.Closed || occasion.Now >= box.Closes)
                    return new BoxClosed(Box).By(article);
                if (!Entitled.Votes(section, box, member.No, occasion.Now))
                    return new NotOnRoll(Box).By(article);
                // Before the mark is looked at: what could not be cast anyway tells a helper nothing of who has voted.
                var paper = Papers.Normal(box, Choice);
                if (paper.Length == 0)
                    return new PaperUnreadable(box.Options).By(article);
                if (box.Marks.TryGetValue(member.No, out var mark) && mark == Mark.Paper)
                    return new HasPaper(Box).By(article).ByCharter("C18");
                if (box.Secret && box.Marks.ContainsKey(member.No))
                    return new AlreadyVoted(Box).By(article);
                var authority = new Authority.Member(member.No);
                Event[] helped = Helper(section, occasion) is { } helper
                    ? [new BallotsEvent.Helped(Box, helper, member.No)]
                    : [];
                return box.Secret
                    ? new Ruling.InOrder(
                        authority,
                        article,
                        [new BallotsEvent.Marked(Box, member.No), .. helped],
                        [new Paper(Box, Parting.Written(box, member.No, paper))]
                    )
                    : Ruling.Under(
                        authority,
                        article,
                        [
                            new BallotsEvent.Voted(Box, member.No, Enum.Parse<Choice>(paper)),
                            .. helped,
                        ]
                    );
            }
        );

    private static MemberNo? Helper(Section section, Occasion occasion) =>
        occasion.Actor is Actor.Person { Via: Channel.Desk desk }
            ? section.Membership.Of(desk.Helper).No
            : null;
}
