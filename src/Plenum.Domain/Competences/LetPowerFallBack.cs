using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Competences;

/// <summary>The date has come: what was lent falls back, in the record of the federation and in that of every section.</summary>
public sealed record LetPowerFallBack(CessionNo Cession, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
            section.Competences.NextAt(Cession) != Due || occasion.Now < Due
                ? new NothingDue()
                : Ruling.Under(
                    new Authority.Clock(),
                    section.Rules.Amendment.Article,
                    new CompetencesEvent.FellBack(Cession, Due)
                )
        );
}
