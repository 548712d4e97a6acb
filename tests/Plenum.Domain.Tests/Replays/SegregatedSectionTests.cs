using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Rights;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Domain.Tests.Trees;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Replays;

/// <summary>
/// Replay R10: a section votes down whoever asks to join it, its federation finds that out by itself, members of the
/// section petition, and what is ordered ends by the clock.
/// </summary>
public sealed class SegregatedSectionTests
{
    private const int Applicants = 12;

    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 901);
    private readonly Federation _tree;
    private bool _harbourAdmits;

    public SegregatedSectionTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
    }

    [Fact]
    public void A_segregated_section_is_found_and_ordered_to_decide_again_for_a_time()
    {
        FindTheSection();
        Assert.Equal(FindingStage.Upheld, Assert.Single(_harbour.Section.Rights.Notices).Stage);
        Assert.Empty(_docks.Section.Rights.Notices);

        // Two of five are enough now, and nobody learns who they are.
        _harbour.Do(1, new AskIntervention(Measure.DecideAdmissions, "Let them in", "Twelve."));
        var petition = _harbour.LastMatter();
        Assert.Equal(2, _harbour.Matter(petition).Procedure.SupportNeeded);
        Assert.IsType<AlreadyAskedFor>(
            _harbour.Refused(2, new AskIntervention(Measure.DecideAdmissions, "Again", "Twice."))
        );
        _harbour.Do(2, new Support(petition));
        Assert.DoesNotContain(
            _harbour.Record,
            h =>
                h.Authority is Authority.Member
                && h.Event is MattersEvent m
                && m.Subject == petition
        );

        Until(() => Running.Length == 1, "an intervention");
        var running = Running[0];
        Assert.Equal((Measure.DecideAdmissions, petition), (running.Measure, running.Petition));
        Assert.Equal(Applicants, running.Matters.Count);
        Assert.Equal(_union.Section.Rights.Orders[running.Order].Until, running.Until);

        _harbourAdmits = true;
        Until(() => Running.Length == 0, "the end of an intervention");

        var ended = _harbour.Section.Rights.Interventions[running.No];
        Assert.Equal((EndOfIntervention.ByTheClock, true), (ended.End, ended.IsDone));
        Assert.Equal(running.Until, ended.EndedAt);
        Assert.Equal(5 + Applicants, _harbour.Section.Membership.InGoodStanding);
        _tree.BringAll();
        var order = _union.Section.Rights.Orders[running.Order];
        Assert.Equal((EndOfIntervention.ByTheClock, true), (order.End, order.IsDone));
        Assert.DoesNotContain(_harbour.Section.Dues, d => d.Kind == DueKind.Intervention);

        Until(
            () => _union.Section.Rights.Findings.Values.Single().Stage == FindingStage.Gone,
            "the end of a finding"
        );
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Theory]
    [InlineData(Measure.AppointOfficers, "C13")]
    [InlineData(Measure.RemoveOfficers, "C2")]
    [InlineData(Measure.SetTactics, "C21")]
    public void Nobody_can_ask_for_leaders_or_tactics(Measure measure, string rule)
    {
        var reason = _harbour.Refused(1, new AskIntervention(measure, "A secretary", "For us."));
        Assert.IsType<NeverByIntervention>(reason);
        Assert.Equal(rule, reason.Charter);
    }

    [Fact]
    public void What_members_of_the_section_did_not_ask_for_never_begins()
    {
        _harbour.Do(1, new AskIntervention(Measure.HoldAssembly, "Meet", "Two years."));
        var petition = _harbour.LastMatter();
        Assert.True(Order(Measure.HoldAssembly, petition, 30));
        Assert.Empty(Running);
        foreach (var no in new[] { 2, 3 })
            _harbour.Try(no, new Support(petition));
        Assert.True(_harbour.Matter(petition).Is(Outcome.Adopted));

        Order(Measure.AppointOfficers, petition, 30);
        Order(Measure.CheckRoll, petition, 30);
        Order(Measure.HoldAssembly, petition, 0);
        Order(Measure.HoldAssembly, MatterNo.None, 30);
        Assert.Empty(_harbour.Section.Rights.Interventions);
        Assert.All(
            _harbour.All<LettersEvent.Sent>().TakeLast(4),
            s =>
                Assert.Equal(
                    EndOfIntervention.NeverBegan,
                    Assert
                        .IsType<RightsLetter.InterventionEnded>(
                            Assert.IsType<Letter.OnRights>(s.Letter).Letter
                        )
                        .How
                )
        );

        // What they asked for begins once, and no letter makes it last longer than the charter allows.
        Order(Measure.HoldAssembly, petition, 900);
        var running = Assert.Single(Running);
        Assert.Equal(_harbour.Section.After(_harbour.Now, Undergoing.Most), running.Until);
        Assert.NotEqual(SittingNo.None, running.Sitting);
        Order(Measure.HoldAssembly, petition, 30);
        Assert.Single(_harbour.Section.Rights.Interventions);
    }

    [Fact]
    public void A_panel_of_the_federation_lifts_what_the_section_appeals_against()
    {
        var running = Undergo(Measure.HoldVote);
        Assert.IsType<Question.Adopt>(_harbour.Matter(running.Matters[0]).Question);
        _harbour.Do(3, new AppealIntervention(running.No, "We voted on it last month."));
        var appeal = _harbour.LastMatter();
        foreach (var no in new[] { 4, 5 })
            _harbour.Try(no, new Support(appeal));
        _tree.BringAll();

        var panel = _union.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.OnRights { Asked: RightsQuestion.Lift }
        );
        Assert.IsType<Stage.Voting>(panel.Stage);
        Until(() => Running.Length == 0, "an intervention that is lifted");
        Assert.Equal(
            EndOfIntervention.Lifted,
            _harbour.Section.Rights.Interventions[running.No].End
        );
        Assert.Equal(EndOfIntervention.Lifted, _union.Section.Rights.Orders[running.Order].End);
    }

    [Fact]
    public void Auditors_drawn_by_lot_check_the_roll_and_a_section_that_leaves_is_free()
    {
        var running = Undergo(Measure.CheckRoll);
        Assert.True(_harbour.Section.Membership.CheckOf(running.Petition).IsRunning);

        _tree.Carry(_harbour, new Sections.LeaveFederation("Nobody orders us."));
        var ended = _harbour.Section.Rights.Interventions[running.No];
        Assert.Equal(EndOfIntervention.Left, ended.End);
        _tree.BringAll();
        Assert.Equal(EndOfIntervention.Left, _union.Section.Rights.Orders[running.Order].End);
    }

    private Intervention[] Running => [.. _harbour.Section.Rights.Running];

    private Intervention Undergo(Measure measure)
    {
        _harbour.Do(1, new AskIntervention(measure, "Six hours", "Nobody lets us vote."));
        var petition = _harbour.LastMatter();
        foreach (var no in new[] { 2, 3 })
            _harbour.Try(no, new Support(petition));
        Until(() => Running.Length == 1, "an intervention");
        return Running[0];
    }

    /// <summary>A letter of the federation, whether it decided so or not.</summary>
    private bool Order(Measure measure, MatterNo petition, int days) =>
        _harbour.Try(
            new Receive(
                _union.Id(),
                _harbour.Section.Letters.ReceivedFrom(_union.Id()) + 1,
                new Letter.OnRights(
                    new RightsLetter.InterventionOrdered(
                        new InterventionNo(7),
                        measure,
                        petition,
                        _harbour.Now + Duration.FromDays(days)
                    )
                )
            ),
            new Actor.Post()
        );

    private void FindTheSection()
    {
        foreach (var section in new[] { _harbour, _docks })
            for (var no = 0; no < Applicants; no++)
                section.Do(
                    new Apply(1, "", IsOldEnough: true),
                    Actor.Self(Branch.Person(5_000 + 100 * (section == _docks ? 1 : 0) + no))
                );
        Until(() => _union.Section.Rights.Findings.Count > 0, "a finding");
        var found = _union.Section.Rights.Findings.Values.Single();
        Assert.Equal(FindingKind.Refusals, found.Kind);
        Assert.Equal([_harbour.Id()], found.Sections);
        Assert.Equal((0, Applicants), (found.Counts.Admitted, found.Counts.Refused));
        Until(
            () => _harbour.Section.Rights.Notices.Items.Any(n => n.Stage == FindingStage.Upheld),
            "an answer"
        );
    }

    /// <summary>Everybody votes for everything, but those of the harbour let nobody in until they do.</summary>
    private void Until(Func<bool> happened, string what) =>
        _tree.Until(
            () =>
            {
                foreach (var section in _tree.Sections)
                foreach (var box in section.Section.Ballots.Boxes.Values.ToArray())
                    if (!box.Closed && box.Form == BallotForm.Question)
                        foreach (var voter in box.Roll)
                            if (!box.Marks.ContainsKey(voter))
                                section.Try(
                                    new Cast(box.No, Choice(section, box)),
                                    Actor.Self(section.Section.Membership.Of(voter).Person)
                                );
                return happened();
            },
            what
        );

    private string Choice(Branch section, Box box) =>
        section == _harbour
        && !_harbourAdmits
        && section.Matter(box.Matter).Question is Question.Admit
            ? "against"
            : "for";
}
