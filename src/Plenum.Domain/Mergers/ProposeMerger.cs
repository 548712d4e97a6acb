using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Mergers;

/// <summary>A section merges with one other at a time.</summary>
public sealed record MergerUnderWay() : Reason("merger.under-way");

/// <summary>Members put to all members that the section go over to another of its federation (S03, C21).</summary>
public sealed record ProposeMerger(SectionId With, string Terms) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Amendment.Article;
                var tree = section.Sections.Tree;
                if (tree.Federation == Affiliation.None)
                    return new NotAffiliated().By(article);
                if (
                    !AskToJoin.IsName(With)
                    || With == section.Id
                    || tree.Above.Contains(With)
                    || tree.HasAffiliate(With)
                )
                    return new NoSuchFederation().By(article);
                if (section.Mergers.IsUnderWay || MergerEffects.IsPut(section))
                    return new MergerUnderWay().By(article);
                return Texts.WhenSound(
                    nameof(Terms),
                    Terms,
                    Arriving.LongestWords,
                    () =>
                        Joining.PutToTheMembers(
                            section,
                            occasion,
                            member.No,
                            Terms,
                            _ => new Question.OnMerger(new MergerQuestion.GoOver(With, Terms))
                        )
                );
            }
        );
}
