using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>A member is handed a ballot paper: from then on the roll line votes on paper only (C18).</summary>
public sealed record IssuePaper(BoxNo Box, MemberNo Member) : Command
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
                if (box.StandsIn(section, member.No))
                    return new OnTheCommission(box.Matter).By(article).ByCharter("C17");
                // What is handed out after the hat was emptied could not be counted.
                if (box.PapersConfirmed)
                    return new PapersAlreadyConfirmed().By(article);
                if (!box.Roll.Contains(Member))
                    return new NotOnRoll(Box).By(article);
                if (box.Marks.ContainsKey(Member))
                    return new AlreadyVoted(Box).By(article);
                return Ruling.Under(
                    new Authority.Mandate(mandate.No),
                    article,
                    new BallotsEvent.PaperIssued(Box, Member)
                );
            }
        );
}
