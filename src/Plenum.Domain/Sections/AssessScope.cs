using NodaTime;

namespace Plenum.Domain.Sections;

/// <summary>The day has come: the sections are asked how they are, or what they answered is weighed.</summary>
public sealed record AssessScope(Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            var scope = section.Sections.Scope;
            if (scope.NextAt != Due || occasion.Now < Due)
                return new Matters.NothingDue();
            var unfolding = new Unfolding(section);
            if (scope.IsAsking || section.Sections.Tree.Affiliates.IsEmpty)
                Reporting.Assess(unfolding, occasion.Now);
            else
                Reporting.Ask(unfolding, occasion.Now);
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Rules.Organisation.Article,
                unfolding.Events,
                []
            );
        });
}
