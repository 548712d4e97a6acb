using NodaTime;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Replay R11: circles grow, find together, gain a label, lose a section and, after a grace, the label.</summary>
public sealed class ScopeStoryTests
{
    private readonly Branch[] _sections =
    [
        Forest.Section("Lisboa", 1, "PT", "Lisboa"),
        Forest.Section("Porto", 101, "PT", "Porto"),
        Forest.Section("Sines", 201, "PT", "Sines"),
        Forest.Section("Faro", 301, "PT", "Faro"),
    ];
    private readonly Branch _union = Forest.Federation("Union", 901);

    private Scope Scope => _union.Section.Sections.Scope;

    [Fact]
    public void A_federation_gains_a_label_by_itself_and_loses_it_after_a_grace()
    {
        var tree = new Federation([.. _sections, _union]);
        tree.AffiliateAll(_union, _sections);
        Assert.Equal(ScopeLabel.Branch, Scope.Held);

        // Nobody asks for it and nobody fills in a form.
        var before = _union.Record.Count;
        tree.Until(() => Scope.Held == ScopeLabel.National, "a label");
        Assert.All(
            _union.Record.Skip(before).Where(h => h.Event is ScopeEvent),
            h => Assert.True(h.Authority is Authority.Clock or Authority.Letter)
        );
        Assert.Equal(
            (4, 4, 1),
            (Scope.Reach.Active, Scope.Reach.Localities, Scope.Reach.Countries)
        );

        tree.Carry(_sections[3], new LeaveFederation("We disagree."));
        tree.Until(() => Scope.IsLapsing, "a label that does not hold");
        var lapses = Scope.LapsesAt;
        Assert.Equal((ScopeLabel.National, ScopeLack.Sections), (Scope.Held, Scope.Reach.Lack));

        tree.Until(() => Scope.Held == ScopeLabel.Section, "the end of a label");
        Assert.InRange(_union.Now, lapses, lapses + Duration.FromDays(2));
        Assert.Equal(Steps.Written(_union.Section), Steps.Written(_union.Replayed()));
    }
}
