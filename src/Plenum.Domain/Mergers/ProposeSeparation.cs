using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Mergers;

/// <summary>Neither part has the name of the whole: who succeeds to it is for the arbitrator (C21).</summary>
public sealed record NameOfTheWhole() : Reason("merger.name-of-the-whole", ReasonKind.NotThis);

/// <summary>Members put to all members that the section divide, and what the other part is called (S03, C21).</summary>
public sealed record ProposeSeparation(string Name, string Terms) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenNamed(
                    "Title",
                    Name,
                    () =>
                        Texts.WhenTitled(
                            Name,
                            Terms,
                            Arriving.LongestWords,
                            () => Put(section, occasion, member.No)
                        )
                )
        );

    private Ruling Put(Section section, Occasion occasion, MemberNo by)
    {
        var article = section.Rules.Amendment.Article;
        // A name that only looks like it would be one to everybody who reads it.
        if (Names.Skeleton(Name) == Names.Skeleton(section.Sections.Name))
            return new NameOfTheWhole().By(article).ByCharter("C21");
        if (section.Mergers.IsUnderWay || MergerEffects.IsPut(section))
            return new MergerUnderWay().By(article);
        return Joining.PutToTheMembers(
            section,
            occasion,
            by,
            Terms,
            _ => new Question.OnMerger(new MergerQuestion.Separate(Name, Terms))
        );
    }
}
