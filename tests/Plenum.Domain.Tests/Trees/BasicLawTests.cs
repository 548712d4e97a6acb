using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Programme;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Statutes and programme of a federation are changed by the members of its sections, or by their congress while they let it (C8).</summary>
public sealed class BasicLawTests
{
    private const string Decided =
        "\n  decided_by: congress\n  challenge: {within: P60D, members: \"5%\", sections: \"10%\"}";

    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 20);
    private readonly Branch _docks = Forest.Section("Docks", 101, members: 20);
    private readonly Branch _quay = Forest.Section("Quay", 301, members: 20);
    private readonly Branch _union;
    private readonly Federation _tree;

    public BasicLawTests()
        : this(byCongress: true) { }

    private BasicLawTests(bool byCongress)
    {
        var text = TreeStatutes.OfAFederation("method: per_members, per: 3, least: 1, most: 3");
        const string members = "\n  decided_by: members # charter: C8";
        Assert.Contains(members, text, StringComparison.Ordinal);
        _union = Branch.Founded(
            5,
            byCongress ? text.Replace(members, Decided, StringComparison.Ordinal) : text,
            Steps.Programme,
            name: "Union",
            first: 201
        );
        _tree = new(_harbour, _docks, _quay, _union);
        _tree.AffiliateAll(_union, _harbour, _docks, _quay);
    }

    private Branch[] Sections => [_harbour, _docks, _quay];

    private Amend Change(bool inCongress = false, string window = "window: P31D") =>
        CompetenceTests.Amendment(_union, "recall", "window: P30D", window) with
        {
            InCongress = inCongress,
        };

    private Period Window => _union.Section.Rules.Recall.Window;

    private AmendProgramme Programme =>
        new(
            "One more",
            _union.Section.Programme.Text.Write() + "\n12. Bread.\n",
            _union.Section.Programme.Digest,
            InCongress: true
        );

    private void Sit()
    {
        _tree.CallCongress(_union);
        _tree.BringAll();
        _tree.ElectEverywhere(Sections);
    }

    /// <summary>A delegate puts it, all delegates vote; the number under which it goes on.</summary>
    private MatterNo CarryInCongress(Command command, string choice = "for")
    {
        _union.Do(command, _harbour.As(1));
        var matter = _union.LastMatter();
        Assert.Equal(Forest.Congress, _union.Matter(matter).Procedure.Electorate);
        _tree.Until(() => _union.Matter(matter).Stage is Stage.Voting, "a division");
        var voting = (Stage.Voting)_union.Matter(matter).Stage;
        foreach (var section in Sections)
        foreach (var no in new[] { 1, 2, 3 })
            _union.Do(new Ballots.Cast(voting.Box, choice), section.As(no));
        _tree.Until(() => !_union.Matter(matter).IsOpen, "the end of a division");
        Assert.True(_union.Matter(matter).Is(choice == "for" ? Outcome.Adopted : Outcome.Rejected));
        return _union.LastMatter();
    }

    private void AllReplay()
    {
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void Those_who_work_above_do_not_change_the_statutes_among_themselves()
    {
        _union.Do(1, Change());
        var matter = _union.LastMatter();
        // One in twenty of sixty-five, and they vote as sixty-five.
        Assert.Equal(4, _union.Matter(matter).Procedure.SupportNeeded);
        Assert.Equal(BodyId.Tree, _union.Matter(matter).Procedure.Electorate);
        _tree.BringAll();
        _quay.Do(7, new Support(_quay.LastMatter()));
        _docks.Do(7, new Support(_docks.LastMatter()));
        _docks.Do(8, new Support(_docks.LastMatter()));
        _tree.BringAll();
        Assert.IsType<Stage.Debate>(_union.Matter(matter).Stage);

        var box = _tree.Opens(_union, matter);
        Assert.True(_union.Matter(matter).Procedure.BasicLaw);
        for (var no = 1; no <= 5; no++)
            _union.Do(no, new Ballots.Cast(box, "for"));
        _quay.AllCast(_union, box, 20, "against");
        _tree.Closes(_union, matter);
        Assert.True(_union.Matter(matter).Is(Outcome.Rejected));
        Assert.Equal(Period.FromDays(30), Window);
        AllReplay();
    }

    [Fact]
    public void Two_thirds_of_all_who_vote_change_them()
    {
        _union.Do(1, Change());
        var matter = _union.LastMatter();
        _tree.Decide(_union, matter);
        Assert.True(_union.Matter(matter).Is(Outcome.Adopted));
        Assert.Equal(Period.FromDays(31), Window);
        Assert.Equal(65, _union.VerdictOf(matter).Roll);
        AllReplay();
    }

    [Fact]
    public void Mere_wording_has_no_short_road_because_nobody_below_could_object()
    {
        var draft = _union.Section.Statutes.Book.Draft;
        var id = new ArticleId("recall");
        var text = Amendments.TextOf(draft, draft.Articles.Items.First(a => a.Id == id));
        var end = text.IndexOf("\n\n```rule", StringComparison.Ordinal);
        _union.Do(
            1,
            new Amend(
                "Plainer",
                [
                    new ArticleChange(
                        id,
                        Amendments.DigestOf(draft, id),
                        text.Insert(end, " That is all.")
                    ),
                ]
            )
        );
        var matter = _union.LastMatter();
        Assert.Equal(
            ChangeDirection.Wording,
            Assert.IsType<Question.AmendStatutes>(_union.Matter(matter).Question).Direction
        );
        _tree.BringAll();
        foreach (var no in new[] { 1, 2, 3 })
            _quay.Do(no, new Support(_quay.LastMatter()));
        _tree.BringAll();
        Assert.Equal("matter.not-open-to-objection", _union.Refused(2, new ObjectTo(matter)).Code);
        Assert.IsType<Stage.Voting>(
            _union.Matter(matter).Stage is Stage.Debate
                ? Opened(matter)
                : _union.Matter(matter).Stage
        );
    }

    private Stage Opened(MatterNo matter)
    {
        _tree.Opens(_union, matter);
        return _union.Matter(matter).Stage;
    }

    [Fact]
    public void What_a_congress_carries_stands_after_sixty_days_and_not_before()
    {
        Sit();
        var open = CarryInCongress(Change(inCongress: true));

        Assert.Equal(Period.FromDays(30), Window);
        Assert.True(_union.Section.Referendums.OpenToDemand.ContainsKey(open));
        _tree.Pass(Duration.FromDays(59));
        Assert.Equal(Period.FromDays(30), Window);
        _tree.Pass(Duration.FromDays(2));
        Assert.True(_union.Matter(open).Is(Outcome.Adopted));
        Assert.Equal(Period.FromDays(31), Window);
        AllReplay();
    }

    [Fact]
    public void Members_of_the_sections_call_it_to_their_vote_and_no_officer_acts()
    {
        Sit();
        var open = CarryInCongress(Change(inCongress: true));
        _tree.BringAll();
        var before = _union.Record.Count;
        foreach (var section in Sections)
            section.Do(11, new Support(section.LastMatter()));
        _docks.Do(12, new Support(_docks.LastMatter()));
        _tree.BringAll();
        Assert.IsType<Stage.Debate>(_union.Matter(open).Stage);
        Assert.All(_union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));

        var box = _tree.Opens(_union, open);
        foreach (var section in Sections)
            section.AllCast(_union, box, 11, "against");
        _tree.Closes(_union, open);
        Assert.True(_union.Matter(open).Is(Outcome.Rejected));
        Assert.Equal(Period.FromDays(30), Window);
        AllReplay();
    }

    [Fact]
    public void Too_few_signatures_call_nothing_in()
    {
        Sit();
        var open = CarryInCongress(Change(inCongress: true));
        _tree.BringAll();
        foreach (var section in Sections)
            section.Do(11, new Support(section.LastMatter()));
        _tree.Pass(Duration.FromDays(61));
        Assert.True(_union.Matter(open).Is(Outcome.Adopted));
    }

    [Fact]
    public void What_narrows_rights_goes_from_the_congress_to_the_members()
    {
        Sit();
        // Less time to sign a recall.
        var put = CarryInCongress(Change(inCongress: true, window: "window: P25D"));
        var question = Assert.IsType<Question.AmendStatutes>(_union.Matter(put).Question);
        Assert.Equal(ChangeDirection.Narrowing, question.Direction);
        Assert.IsType<Stage.Debate>(_union.Matter(put).Stage);
        Assert.Empty(_union.Section.Referendums.OpenToDemand);
        _tree.Decide(_union, put);
        Assert.True(_union.Matter(put).Is(Outcome.Adopted));
        Assert.Equal(Period.FromDays(25), Window);
        Assert.Equal(65, _union.VerdictOf(put).Roll);
    }

    [Fact]
    public void Where_the_members_decide_a_congress_only_puts_it_to_them()
    {
        var members = new BasicLawTests(byCongress: false);
        members.Sit();
        var put = members.CarryInCongress(members.Change(inCongress: true));
        Assert.IsType<Stage.Debate>(members._union.Matter(put).Stage);
        Assert.Equal(BodyId.Tree, members._union.Matter(put).Procedure.Electorate);
        members._tree.Decide(members._union, put);
        Assert.Equal(Period.FromDays(31), members.Window);
    }

    [Fact]
    public void What_a_congress_voted_down_members_can_still_sign_and_the_congress_waits()
    {
        Sit();
        CarryInCongress(Change(inCongress: true), "against");
        var refused = _union.Attempt(Change(inCongress: true), _harbour.As(2));
        Assert.Equal("motion.decided-recently", refused.Why());
        Assert.True(_union.Try(1, Change()));
    }

    [Fact]
    public void The_programme_takes_the_same_road()
    {
        Sit();
        var version = _union.Section.Programme.Version;
        var open = CarryInCongress(Programme);
        Assert.Equal(version, _union.Section.Programme.Version);
        _tree.Pass(Duration.FromDays(61));
        Assert.True(_union.Matter(open).Is(Outcome.Adopted));
        Assert.Equal(version + 1, _union.Section.Programme.Version);
        AllReplay();
    }

    [Fact]
    public void Only_delegates_and_members_put_it_and_only_where_there_is_a_congress()
    {
        Assert.Equal(
            "member.not-in-good-standing",
            _union.Attempt(Change(inCongress: true), _harbour.As(9)).Why()
        );
        Assert.Equal(
            "amend.no-congress",
            _harbour
                .Refused(
                    1,
                    CompetenceTests.Amendment(
                        _harbour,
                        "recall",
                        "window: P30D",
                        "window: P40D"
                    ) with
                    {
                        InCongress = true,
                    }
                )
                .Code
        );
    }
}
