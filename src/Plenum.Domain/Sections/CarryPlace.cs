using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Sections;

/// <summary>
/// Whoever founds a section for an organisation that exists names its place in the tree: which sections belong to it, and
/// to which it belongs. Both sides have to say so; each section leaves again by its own vote.
/// </summary>
public sealed record CarryPlace(SectionId Federation, EquatableArray<SectionId> Below) : Command
{
    public override Ruling Decide(Section section, Occasion occasion)
    {
        var tree = section.Sections.Tree;
        if (occasion.Actor is not Actor.Founder)
            return new NotTheFounder().By(Begin.Charter);
        if (section.Sections.Founding != Founding.Circle)
            return new FoundingIsOver().By(Begin.Charter).ByCharter("C21");
        if (Below.Count > Invitations.MostAtOnce)
            return new TooManyAtOnce(Below.Count, Invitations.MostAtOnce);
        var named = Federation.Value.Length > 0;
        if (
            named && !AskToJoin.IsName(Federation)
            || Below.Append(Federation).Contains(section.Id)
            || Below.Any(below => !AskToJoin.IsName(below))
            || !named && Below.Count == 0
        )
            return new NoSuchFederation().By(Begin.Charter);
        if (named && (tree.Federation != Affiliation.None || tree.Asked == Federation))
            return new AlreadyAsked(Federation).By(Begin.Charter);
        var unfolding = new Unfolding(section);
        foreach (var below in Below.Distinct())
            if (!tree.Expected.Contains(below) && !tree.HasAffiliate(below))
                unfolding.Then(new TreeEvent.Expected(below));
        if (named)
            Joining.Ask(unfolding, MatterNo.None, Federation, occasion.Now);
        return new Ruling.InOrder(new Authority.Founders(), Begin.Charter, unfolding.Events, []);
    }
}
