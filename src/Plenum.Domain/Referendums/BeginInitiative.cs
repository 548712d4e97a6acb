using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Referendums;

/// <summary>The member has begun another that is still signed here.</summary>
public sealed record InitiativeUnderWay(MatterNo Matter) : Reason("initiative.under-way");

/// <summary>
/// A member begins to collect signatures for a question to all members of a federation. When enough have signed here it
/// goes up by itself and is signed in every section (C16).
/// </summary>
public sealed record BeginInitiative(SectionId Federation, string Title, string Text, bool Secret)
    : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenTitled(Title, Text, Texts.Body, () => Begin(section, occasion, member.No))
        );

    private Ruling Begin(Section section, Occasion occasion, MemberNo by)
    {
        var article = section.Rules.Initiative.Article;
        var tree = section.Sections.Tree;
        if (tree.Federation == Affiliation.None)
            return new NotAffiliated().By(article).ByCharter("C16");
        if (!tree.Above.Contains(Federation))
            return new NoSuchFederation().By(article);
        // One after the other: whoever may begin any number at once fills the pages of every section.
        foreach (
            var open in section.Matters.OpenMatters.Where(m =>
                m.Question is Question.Initiative && m.By == by
            )
        )
            return new InitiativeUnderWay(open.No).By(article);
        return PutForward.ByMember(
            section,
            occasion,
            by,
            new Question.Initiative(Federation, Title, Text, Secret),
            Procedures.OfInitiative(section, occasion.Now) with
            {
                SupportIsSecret = true,
            }
        );
    }
}
