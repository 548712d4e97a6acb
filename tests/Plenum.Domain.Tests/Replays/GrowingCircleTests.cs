using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Domain.Tests.Trees;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Replays;

/// <summary>
/// Replay R11: circles become branches, write to each other, find together and gain a label; two of them merge, and the
/// label goes. Sections that live on paper only change nothing.
/// </summary>
public sealed class GrowingCircleTests
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
    public void A_circle_grows_corresponds_merges_and_its_federation_gains_and_loses_a_label()
    {
        var circle = SmallBranch.Circle(4);
        Assert.Equal(Founding.Circle, circle.Sections.Founding);
        Assert.Empty(circle.Mandates.Current);
        Assert.Equal(Founding.Constituted, SmallBranch.Of(5).Sections.Founding);

        var tree = new Federation([.. _sections, _union]);
        tree.AffiliateAll(_union, _sections);
        tree.Until(() => Scope.Held == ScopeLabel.National, "a label");
        // They wrote to each other, and each keeps what it wrote and what it got.
        foreach (var section in _sections)
        {
            Assert.NotEmpty(section.All<LettersEvent.Sent>());
            Assert.Equal(
                section.Section.Letters.SentTo(_union.Id()),
                _union.Section.Letters.ReceivedFrom(section.Id())
            );
        }

        PaperSections();

        var (goes, takes) = (_sections[3], _sections[2]);
        tree.Carry(goes, new ProposeMerger(takes.Id(), "We work the same ships."));
        tree.Until(() => takes.Section.Matters.OpenMatters.Any(IsMerger), "a question");
        tree.Decide(takes, takes.Section.Matters.OpenMatters.Single(IsMerger).No);
        tree.BringAll();
        var merger = goes.Section.Mergers.All.Values.Single();
        for (var no = 1; no <= 5; no++)
            goes.Do(no, new ChooseSide(merger.No, merger.Programme, Goes: true));

        tree.Until(() => Scope.IsLapsing, "a label that does not hold");
        Assert.Equal((3, ScopeLack.Sections), (Scope.Reach.Active, Scope.Reach.Lack));
        Assert.Equal(10, takes.Section.Membership.InGoodStanding);
        Assert.Equal(20, Scope.Reach.Members);
        Assert.DoesNotContain(goes.Id(), _union.Place().Affiliates.Keys);
        // The history of both stays readable.
        Assert.Equal(Steps.Written(goes.Section), Steps.Written(goes.Replayed()));
        Assert.Equal(Steps.Written(takes.Section), Steps.Written(takes.Replayed()));

        tree.Until(() => Scope.Held == ScopeLabel.Section, "the end of a label");
    }

    // Ten sections that never met, each larger than all others together.
    private void PaperSections()
    {
        var section = _union.Section;
        var before = Labels.Of(
            Labels.Places(section, _union.Now),
            section.Sections.Tree.Affiliates.Count
        );
        foreach (var no in Enumerable.Range(1, 10))
        {
            var paper = new SectionId(Digest.Of($"paper {no}").Hex);
            section = section
                .Then(new TreeEvent.TookIn(paper, $"Paper {no}", 90, MatterNo.None, _union.Now))
                .Then(
                    new ScopeEvent.Reported(
                        1,
                        paper,
                        "PT",
                        $"Place {no}",
                        90,
                        _union.Now - NodaTime.Duration.FromDays(700),
                        NodaTime.Instant.MinValue,
                        [],
                        _union.Now
                    )
                );
        }
        var after = Labels.Of(
            Labels.Places(section, _union.Now),
            section.Sections.Tree.Affiliates.Count
        );
        Assert.Equal(before with { All = after.All }, after);
    }

    private static bool IsMerger(Matter matter) =>
        matter.Question is Question.OnMerger { Asked: MergerQuestion.TakeOver };
}
