using Plenum.Domain.Letters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Membership;

/// <summary>The section stands alone: there is nowhere to move to but out.</summary>
public sealed record NotInATree() : Reason("transfer.not-in-a-tree");

/// <summary>The name of another section is the digest of its founding: 64 hexadecimal digits.</summary>
public sealed record NoSuchSection() : Reason("transfer.no-such", ReasonKind.NotThis);

/// <summary>One section is asked at a time; it has not answered yet.</summary>
public sealed record TransferUnderWay(int No) : Reason("transfer.under-way");

/// <summary>
/// A member asks to belong to another section of the tree, on the programme they read there. Until it has accepted and
/// this one has closed they stay a member here with every right.
/// </summary>
public sealed record AskTransfer(SectionId To, int ProgrammeVersion) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Membership.Article;
                var tree = section.Sections.Tree;
                if (tree.Federation == Affiliation.None && tree.Affiliates.IsEmpty)
                    return new NotInATree().By(article);
                if (!AskToJoin.IsName(To) || To == section.Id)
                    return new NoSuchSection().By(article);
                var before = section.Membership.DepartureOf(member.No);
                if (before.IsWaiting)
                    return new TransferUnderWay(before.No).By(article);
                var unfolding = new Unfolding(section);
                if (before != Departure.None)
                    Transfers.TakeBack(unfolding, member.No);
                var no = section.Membership.LastTransfer + 1;
                unfolding
                    .Then(new TransferEvent.Asked(member.No, no, To, occasion.Now))
                    .Write(
                        To,
                        new Letter.TransferAsked(no, member.Person, ProgrammeVersion, tree.Above)
                    );
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
