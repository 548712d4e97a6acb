using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Two sections of a federation become one: two thirds in each, then every member for themselves (S03, C21).</summary>
public sealed class MergerTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Section("Union", 201);
    private readonly Federation _tree;

    public MergerTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
    }

    private Merger Here => Assert.Single(_harbour.Section.Mergers.All.Values);

    private Merger There => Assert.Single(_docks.Section.Mergers.All.Values);

    private static int[] Of(Branch section) =>
        [
            .. section
                .Section.Membership.Members.Values.Where(m => m.IsInGoodStanding)
                .Select(m => Enumerable.Range(1, 300).First(no => Branch.Person(no) == m.Person))
                .Order(),
        ];

    private void Agree()
    {
        _tree.Carry(_harbour, new ProposeMerger(_docks.Id(), "One hall."));
        _tree.Until(() => _docks.Section.Matters.OpenMatters.Any(IsTakeOver), "a question");
        _tree.Decide(_docks, _docks.Section.Matters.OpenMatters.Single(IsTakeOver).No);
        _tree.BringAll();
    }

    private static bool IsTakeOver(Matter matter) =>
        matter.Question is Question.OnMerger { Asked: MergerQuestion.TakeOver };

    private void Choose(int member, bool goes = true) =>
        _harbour.Do(member, new ChooseSide(Here.No, Here.Programme, goes));

    [Fact]
    public void Who_chooses_to_goes_and_who_says_nothing_stays_at_one_instant_in_both_records()
    {
        Agree();
        Assert.Equal((MergerStage.Agreed, true), (Here.Stage, Here.WeGo));
        Assert.Equal((MergerStage.Agreed, false), (There.Stage, There.WeGo));
        Assert.Equal(There.TakesEffect, Here.TakesEffect);
        foreach (var no in new[] { 1, 2, 3, 4 })
            Choose(no);
        Choose(4, goes: false);
        Assert.Equal([1, 2, 3, 4, 5], Of(_harbour));

        _tree.Until(() => There.Stage == MergerStage.Done, "a merger");

        Assert.Equal([4, 5], Of(_harbour));
        Assert.Equal([1, 2, 3, 101, 102, 103, 104, 105], Of(_docks));
        Assert.Equal((3, 3), (Here.Members, There.Members));
        var came = _docks.All<MembershipEvent.Admitted>().TakeLast(3).ToArray();
        Assert.All(came, c => Assert.Equal((AdmittedBy.Merger, Here.TakesEffect), (c.By, c.Since)));
        var old = _harbour.Section.Membership.Of(_harbour.Who(1));
        var member = _docks.Section.Membership.Of(_harbour.Who(1));
        Assert.Equal(old.Joined, member.Joined);
        Assert.Equal(There.TakesEffect, member.VotesFrom);
        Assert.Equal(There.Programme, member.AcceptedProgramme);
        // Nobody holds anything where they no longer belong.
        Assert.All(
            _harbour.Section.Mandates.Current.Values,
            m => Assert.True(_harbour.Section.Membership.Of(m.Holder).IsInGoodStanding)
        );
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void A_section_whose_members_have_all_gone_leaves_its_federation_and_its_record_stays()
    {
        Agree();
        for (var no = 1; no <= 5; no++)
            Choose(no);
        _tree.Until(() => There.Stage == MergerStage.Done, "a merger");
        _tree.BringAll();

        Assert.Empty(Of(_harbour));
        Assert.Equal([_docks.Id()], _union.Place().Affiliates.Keys);
        Assert.Equal(Affiliation.None, _harbour.Place().Federation);
        Assert.NotEmpty(_harbour.All<SectionsEvent.Begun>());
    }

    [Fact]
    public void Less_than_two_thirds_in_either_section_ends_it()
    {
        _harbour.Do(1, new ProposeMerger(_docks.Id(), "One hall."));
        Vote(_harbour, _harbour.LastMatter(), forIt: 3);
        Assert.Empty(_harbour.Section.Mergers.All);

        _tree.Carry(_harbour, new ProposeMerger(_docks.Id(), "One hall."));
        _tree.Until(() => _docks.Section.Matters.OpenMatters.Any(IsTakeOver), "a question");
        Vote(_docks, _docks.Section.Matters.OpenMatters.Single(IsTakeOver).No, forIt: 3);
        _tree.BringAll();
        Assert.Equal(MergerStage.Declined, Here.Stage);
        Assert.Empty(_docks.Section.Mergers.All);
        Assert.Equal([1, 2, 3, 4, 5], Of(_harbour));
    }

    [Fact]
    public void Sections_of_two_federations_do_not_merge()
    {
        _tree.Carry(_docks, new LeaveFederation("We disagree."));
        _tree.BringAll();
        _tree.Carry(_harbour, new ProposeMerger(_docks.Id(), "One hall."));
        _tree.BringAll();
        Assert.Equal(MergerStage.Declined, Here.Stage);
        Assert.Equal(Refusal.NotTogether, Assert.Single(_harbour.All<MergersEvent.Declined>()).Why);
    }

    [Fact]
    public void Nobody_chooses_before_both_have_decided_or_after_it_took_effect()
    {
        Assert.IsType<NothingToChoose>(
            _harbour.Refused(1, new ChooseSide(new MergerNo(1), 1, Goes: true))
        );
        Agree();
        Assert.IsType<ProgrammeNotInForce>(
            _harbour.Refused(1, new ChooseSide(Here.No, 7, Goes: true))
        );
        Assert.IsType<NothingToChoose>(
            _docks.Refused(1, new ChooseSide(There.No, There.Programme, Goes: true))
        );
        Assert.IsType<MergerUnderWay>(
            _harbour.Refused(1, new ProposeMerger(_docks.Id(), "Again."))
        );
        _tree.Until(() => There.Stage == MergerStage.Done, "a merger");
        Assert.Equal(0, There.Members);
        Assert.IsType<NothingToChoose>(
            _harbour.Refused(1, new ChooseSide(Here.No, Here.Programme, Goes: true))
        );
    }

    [Fact]
    public void A_section_that_has_not_agreed_takes_nobody_in_by_letter()
    {
        var before = Of(_docks);
        _docks.Do(
            new Receive(
                _union.Id(),
                _docks.Section.Letters.ReceivedFrom(_union.Id()) + 1,
                new Letter.OnMerger(
                    new MergerLetter.MemberComes(
                        Branch.Person(290),
                        _docks.Now,
                        _docks.Now,
                        _docks.Now
                    )
                )
            ),
            new Actor.Post()
        );
        Assert.Equal(before, Of(_docks));
    }

    private void Vote(Branch section, MatterNo matter, int forIt)
    {
        for (var days = 0; section.Matter(matter).IsOpen; days++)
        {
            Assert.True(days < 200, $"{section.Matter(matter)} is never decided");
            if (section.Matter(matter).Stage is Stage.Support)
                for (var no = 2; no <= 5; no++)
                    section.Try(no, new Support(matter));
            if (section.Matter(matter).Stage is Stage.Voting voting)
                for (var no = 1; no <= 5; no++)
                    section.Try(no, new Ballots.Cast(voting.Box, no <= forIt ? "for" : "against"));
            _tree.Pass(Duration.FromDays(1));
        }
    }
}
