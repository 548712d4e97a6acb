using Plenum.Domain.Matters;

namespace Plenum.Domain.Sections;

/// <summary>A section belongs to one federation at a time; it leaves the one before it asks another.</summary>
public sealed record AlreadyAffiliated(SectionId Federation) : Reason("affiliation.already");

/// <summary>The federation has been asked and has not answered yet.</summary>
public sealed record AlreadyAsked(SectionId Federation) : Reason("affiliation.asked");

/// <summary>The address of a federation is the digest of its founding: 64 hexadecimal digits.</summary>
public sealed record NoSuchFederation() : Reason("affiliation.no-such", ReasonKind.NotThis);

/// <summary>The federation stands under this section already.</summary>
public sealed record WouldBeACircle() : Reason("affiliation.circle", ReasonKind.NotThis);

/// <summary>Members put to all members that the section join a federation (S02, S19).</summary>
public sealed record AskToJoin(SectionId Federation, string Why) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Amendment.Article;
                var tree = section.Sections.Tree;
                if (!IsName(Federation) || Federation == section.Id)
                    return new NoSuchFederation().By(article);
                if (tree.HasAffiliate(Federation))
                    return new WouldBeACircle().By(article);
                if (tree.Federation != Affiliation.None)
                    return new AlreadyAffiliated(tree.Federation.Federation).By(article);
                if (tree.Asked == Federation)
                    return new AlreadyAsked(Federation).By(article);
                return Joining.PutToTheMembers(
                    section,
                    occasion,
                    member.No,
                    Why,
                    document => new Question.Join(Federation, document)
                );
            }
        );

    internal static bool IsName(SectionId section) =>
        section.Value.Length == 64 && section.Value.All(char.IsAsciiHexDigitLower);
}
