using NodaTime;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Mergers;

/// <summary>No merger of this section waits for its members to choose, or not any more.</summary>
public sealed record NothingToChoose(MergerNo Merger)
    : Reason("merger.nothing-to-choose", ReasonKind.NoSuchThing);

/// <summary>
/// A member goes along to the other section, whose programme they accept, or stays. Who says nothing stays: moving a
/// member without consent is a sanction (C5).
/// </summary>
public sealed record ChooseSide(MergerNo Merger, int ProgrammeVersion, bool Goes) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Membership.Article;
                if (
                    !section.Mergers.All.TryGetValue(Merger, out var merger)
                    || merger is not { Stage: MergerStage.Agreed, WeGo: true }
                    || occasion.Now >= merger.TakesEffect
                )
                    return new NothingToChoose(Merger).By(article).ByCharter("C21");
                if (Goes && ProgrammeVersion != merger.Programme)
                    return new ProgrammeNotInForce(ProgrammeVersion, merger.Programme).By(article);
                return Ruling.Under(
                    new Authority.Member(member.No),
                    article,
                    new MergersEvent.Chosen(Merger, member.No, Goes)
                );
            }
        );
}
