using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>What a federation finds out by itself about its sections, and has to answer (S81, S82).</summary>
public sealed class FindingTests
{
    private readonly Branch _union = Forest.Federation("Union", 901);
    private Section _section;
    private Instant _now;

    public FindingTests()
    {
        (_section, _now) = (_union.Section, _union.Now + Duration.FromDays(400));
        foreach (var no in new[] { 1, 2, 3 })
            Happen(new TreeEvent.TookIn(Id(no), $"Section {no}", 40, MatterNo.None, _union.Now));
    }

    private static SectionId Id(int no) => new(Digest.Of($"section {no}").Hex);

    private static AdmissionCounts Counts(int admitted, int refused) =>
        new(IsEnough: true, admitted, refused, 0, 0);

    private void Happen(Event happened) => _section = Section.Evolve(_section, happened);

    private void Tell(int section, AdmissionCounts counts) =>
        Happen(new FindingsEvent.Told(Id(section), 1, counts, _now));

    private void Report(int section, string locality, int daysOld = 400, int members = 40) =>
        Happen(
            new ScopeEvent.Reported(
                1,
                Id(section),
                "US",
                locality,
                members,
                _now - Duration.FromDays(daysOld),
                _now - Duration.FromDays(10),
                [],
                _now
            )
        );

    private EquatableArray<Event> Assess()
    {
        var unfolding = new Unfolding(_section);
        Findings.Assess(unfolding, _now);
        _section = unfolding.Section;
        return unfolding.Events;
    }

    private void Settle(Outcome outcome)
    {
        var unfolding = new Unfolding(_section);
        var matter = _section.Matters.OpenMatters.Last();
        Onward.Settle(
            unfolding,
            matter,
            Verdict.None,
            outcome,
            new Occasion(_now, new Actor.Clock(), Draw.Nothing)
        );
        _section = unfolding.Section;
    }

    private SectionFinding Only => Assert.Single(_section.Rights.Findings.Values);

    [Fact]
    public void A_section_that_refuses_beyond_chance_is_found_told_and_put_to_the_federation()
    {
        Tell(1, Counts(4, 16));
        Tell(2, Counts(19, 1));
        Tell(3, Counts(18, 2));
        var happened = Assess();

        Assert.Equal((FindingKind.Refusals, FindingStage.Open), (Only.Kind, Only.Stage));
        Assert.Equal([Id(1)], Only.Sections);
        Assert.Equal(Counts(37, 3), Only.Others);
        var matter = _section.Matters.Find(Only.Matter)!;
        Assert.Equal(
            new Question.OnRights(new RightsQuestion.AnswerFinding(Only.No)),
            matter.Question
        );
        Assert.True(matter.Stage.NextAt < Instant.MaxValue);
        Assert.Equal(Id(1), Assert.Single(happened.Items.OfType<LettersEvent.Sent>()).To);
        Assert.Empty(Assess());
    }

    [Fact]
    public void Sections_that_refuse_alike_are_no_finding()
    {
        foreach (var no in new[] { 1, 2, 3 })
            Tell(no, Counts(15, 5));
        Assert.Empty(Assess());
    }

    [Fact]
    public void Delays_are_found_as_refusals_are()
    {
        Tell(1, new AdmissionCounts(IsEnough: true, 10, 0, 10, 15));
        Tell(2, Counts(20, 0));
        Assess();
        Assert.Equal(FindingKind.Delays, Only.Kind);
    }

    [Fact]
    public void Few_figures_find_nobody_and_clear_nobody()
    {
        Tell(2, Counts(20, 0));
        Tell(1, AdmissionCounts.TooFew);
        Assert.Empty(Assess());
        Assert.All(
            Disparity.In(_section, _now),
            c => Assert.Equal(Evidence.NotEnoughData, c.Refusals)
        );

        Tell(1, Counts(2, 18));
        Assess();
        Assert.Equal(FindingStage.Open, Only.Stage);
        Tell(1, AdmissionCounts.TooFew);
        Assess();
        Assert.Equal(FindingStage.Open, Only.Stage);
        Tell(1, Counts(20, 0));
        Assess();
        Assert.Equal(FindingStage.Gone, Only.Stage);
    }

    [Fact]
    public void A_section_that_stopped_telling_for_a_year_is_not_compared()
    {
        Tell(1, Counts(2, 18));
        Tell(2, Counts(20, 0));
        _now += Duration.FromDays(370);
        Assert.Empty(Assess());
    }

    [Fact]
    public void Two_sections_over_one_place_are_found_and_others_are_not()
    {
        Report(1, "Boston");
        Report(2, "Boston");
        Report(3, "Lynn");
        Assess();

        Assert.Equal((FindingKind.Parallel, "Boston"), (Only.Kind, Only.Place));
        Assert.Equal(new[] { Id(1), Id(2) }.Order(), Only.Sections);
    }

    [Theory]
    [InlineData("", 400, 40)]
    [InlineData("Boston", 100, 40)]
    [InlineData("Boston", 400, 4)]
    public void Whoever_names_no_place_or_is_young_or_tiny_is_not_found_beside_another(
        string locality,
        int daysOld,
        int members
    )
    {
        // Taken in long after the federation was founded, so that youth counts.
        Happen(new TreeEvent.TookIn(Id(2), "Section 2", 40, MatterNo.None, _now));
        Report(1, locality);
        Report(2, locality, daysOld, members);
        Assert.Empty(Assess());
    }

    [Fact]
    public void What_the_federation_explains_rests_for_a_year_and_is_found_again_then()
    {
        Report(1, "Boston");
        Report(2, "Boston");
        Assess();
        Settle(Outcome.Rejected);
        Assert.Equal(FindingStage.Rests, Only.Stage);
        Assert.Empty(Assess());

        _now += Duration.FromDays(370);
        Report(1, "Boston");
        Report(2, "Boston");
        Assess();
        Assert.Equal(2, _section.Rights.Findings.Count);
        Assert.Equal(FindingStage.Open, _section.Rights.Findings[new(2)].Stage);
    }

    [Fact]
    public void A_federation_that_does_not_answer_has_to_answer_again()
    {
        Report(1, "Boston");
        Report(2, "Boston");
        Assess();
        var first = Only.Matter;
        Settle(Outcome.NoQuorum);
        Assert.Equal(FindingStage.Open, Only.Stage);

        Assess();
        Assert.NotEqual(first, Only.Matter);
        Assert.True(_section.Matters.Find(Only.Matter)!.IsOpen);
        Settle(Outcome.Adopted);
        Assert.Equal(FindingStage.Upheld, Only.Stage);
        Assert.Empty(Assess());
    }

    [Fact]
    public void A_finding_goes_when_one_of_the_sections_leaves()
    {
        Report(1, "Boston");
        Report(2, "Boston");
        Assess();
        Happen(new TreeEvent.LetGo(Id(2), _now));
        Assess();
        Assert.Equal(FindingStage.Gone, Only.Stage);
    }
}
