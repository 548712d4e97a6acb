using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>Whoever asks for a paper has voted, or has one: a line of the roll is used once.</summary>
public sealed record RollLineUsed(BoxNo Box) : Reason("ballot.line-used");

/// <summary>Whoever asks for a paper is not on the roll that froze when the box opened, or votes no more.</summary>
public sealed record NotTheirVote(BoxNo Box) : Reason("ballot.not-their-vote");

/// <summary>
/// A member is handed a ballot paper, or sent one by post: from then on the roll line votes on paper only (C18). A
/// letter takes time, so that the first one makes the vote last 21 days for everybody.
/// </summary>
public sealed record IssuePaper(BoxNo Box, MemberNo Member, bool ByPost = false) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        // Before a section has any officer its first election commission hands out the papers.
        section.WithEither(
            occasion,
            Power.Returning,
            Power.Desk,
            (member, mandate) =>
            {
                var box = section.Ballots.Of(Box);
                var article = box.ArticleIn(section);
                if (box.Closed || occasion.Now >= box.Closes || !box.Secret)
                    return new BoxClosed(Box).By(article);
                if (box.Concerns(section, member.No, occasion.Now))
                    return new OnTheCommission(box.Matter).By(article).ByCharter("C17");
                // What is handed out after the hat was emptied could not be counted.
                if (box.PapersConfirmed)
                    return new PapersAlreadyConfirmed().By(article);
                if (!Entitled.Votes(section, box, Member, occasion.Now))
                    return new NotTheirVote(Box).By(article);
                if (box.Marks.ContainsKey(Member))
                    return new RollLineUsed(Box).By(article).ByCharter("C18");
                var unfolding = new Unfolding(section).Then(
                    ByPost
                        ? new BallotsEvent.PaperPosted(Box, Member)
                        : new BallotsEvent.PaperIssued(Box, Member)
                );
                if (ByPost)
                    Postal.Lengthen(unfolding, box);
                return new Ruling.InOrder(
                    new Authority.Mandate(mandate.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
