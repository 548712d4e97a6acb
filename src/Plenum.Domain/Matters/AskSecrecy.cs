using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>The vote is secret anyway, or delegates vote and owe their electors their names.</summary>
public sealed record SecrecyNotOpen(MatterNo Matter) : Reason("matter.secrecy-not-open");

/// <summary>A voter asks that this matter be voted on secretly; enough of them get it (C7).</summary>
public sealed record AskSecrecy(MatterNo Matter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Matters.Find(Matter)?.Procedure.Electorate == BodyId.Tree
            ? Referendums.RollLines.AskSecrecy(section, occasion, this)
            : ByMember(section, occasion);

    private Ruling ByMember(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Matter) is not { } matter)
                    return new NoSuchMatter(Matter);
                var article = matter.Procedure.Article;
                if (
                    matter.Stage is not (Stage.Support or Stage.Debate)
                    || matter.Procedure.Secret
                    || matter.Procedure.Electorate != BodyId.Members
                )
                    return new SecrecyNotOpen(Matter).By(article).ByCharter("C7");
                if (matter.SecretAskedBy.Contains(member.No))
                    return new AlreadySupporting(Matter).By(article);
                return Ruling.Under(
                    new Authority.Member(member.No),
                    article,
                    new MattersEvent.SecrecyAsked(Matter, member.No)
                );
            }
        );
}
