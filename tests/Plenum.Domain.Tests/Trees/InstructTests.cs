using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Electors tell their delegates how to vote, and see how they did (S79, T13).</summary>
public sealed class InstructTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public InstructTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        _tree.Elect(_docks, 1, 2);
    }

    private static Instruct General =>
        new(Forest.Delegation, "Shorter hours", "Seek them.", MatterNo.None, Bidding.InWords);

    private static Instruct On(MatterNo about, Bidding bidding) =>
        new(Forest.Delegation, "Six hours", "Because we said so.", about, bidding);

    [Fact]
    public void What_delegates_were_told_stands_beside_how_they_voted_and_nobody_votes_for_them()
    {
        var motion = Instructed(Bidding.For);
        Assert.Equal(Bidding.For, _union.Section.Congresses.BiddenOn(motion)[_harbour.Id()]);

        Divide(motion, ("for", "against"), ("for", "abstain"));

        var told = _harbour
            .All<MandatesEvent.Voted>()
            .OrderBy(v => _harbour.Section.Mandates.Of(v.Mandate).Holder)
            .ToArray();
        Assert.Equal([Said.For, Said.Against], told.Select(v => v.Said));
        Assert.All(told, v => Assert.Equal(Bidding.For, v.Bidding));
        Assert.Equal([false, true], told.Select(v => Instructing.IsAgainst(v.Bidding, v.Said)));
        // Told for, one of two votes against: the vote of the delegate is the one that counts.
        var harbour = _union
            .Section.Congresses.Divided[motion]
            .Sections.Single(s => s.Section == _harbour.Id());
        Assert.Equal((1, 1, 0), (harbour.For, harbour.Against, harbour.Abstained));
    }

    [Fact]
    public void Every_section_learns_how_its_own_delegates_voted_and_of_no_others()
    {
        var motion = Instructed(Bidding.Against);
        Divide(motion, ("against", ""), ("for", "abstain"));

        Assert.Equal([Said.Against, Said.Nothing], SaidIn(_harbour));
        Assert.Equal([Said.For, Said.Abstain], SaidIn(_docks));
        Assert.All(
            _docks.All<MandatesEvent.Voted>(),
            v => Assert.Equal(Bidding.InWords, v.Bidding)
        );
        Assert.Equal(Steps.Written(_harbour.Section), Steps.Written(_harbour.Replayed()));
        Assert.Equal(Steps.Written(_union.Section), Steps.Written(_union.Replayed()));
    }

    [Fact]
    public void What_is_said_after_the_close_binds_nobody_who_has_voted()
    {
        _union.Do(Forest.Motion, _harbour.As(1));
        var motion = _union.LastMatter();
        var box = _tree.Opens(_union, motion);
        _union.Do(new Cast(box, "against"), _harbour.As(1));
        _tree.Closes(_union, motion);
        _harbour.Do(1, On(motion, Bidding.For));
        var late = _harbour.LastMatter();
        _tree.Decide(_harbour, late);
        _tree.BringAll();

        Assert.True(_harbour.Matter(late).Is(Outcome.Adopted));
        Assert.False(_union.Matter(motion).IsOpen);
        Assert.All(
            _harbour.All<MandatesEvent.Voted>(),
            v => Assert.Equal(Bidding.InWords, v.Bidding)
        );
        Assert.Empty(_union.Section.Congresses.BiddenOn(motion));
    }

    [Fact]
    public void Another_word_takes_the_place_of_the_first_and_words_alone_go_to_nobody_else()
    {
        _tree.Carry(_harbour, General);
        _tree.Carry(_harbour, General with { Words = "Seek five." });
        _tree.BringAll();

        var holds = Assert.Single(_harbour.Section.Mandates.Instructions.Values);
        Assert.Equal(Document.Of("Seek five.").Digest, holds.Words);
        Assert.Empty(_union.All<CongressesEvent.DelegatesInstructed>());
    }

    [Fact]
    public void Members_who_vote_it_down_bid_nothing()
    {
        _harbour.Do(1, General);
        _tree.Decide(_harbour, _harbour.LastMatter(), "against");

        Assert.Empty(_harbour.Section.Mandates.Instructions);
    }

    [Fact]
    public void A_committee_is_instructed_on_what_it_divides_on_itself()
    {
        Assert.IsType<NothingToVoteOn>(
            Refused(General with { Body = Steps.Committee, About = new(1), Bidding = Bidding.For })
        );
        _tree.Carry(_harbour, General with { Body = Steps.Committee });
        Assert.Equal(
            _harbour.Id(),
            Assert.Single(_harbour.Section.Mandates.Instructions.Values).Before
        );
    }

    [Fact]
    public void Nobody_instructs_whom_the_members_do_not_elect_to_act_for_them()
    {
        Assert.IsType<NotElectedByMembers>(Refused(General with { Body = new("nobody") }));
        Assert.IsType<NotElectedByMembers>(Refused(General with { Body = BodyId.Members }));
        foreach (
            var body in _harbour.Section.Rules.Bodies.Items.Where(b =>
                b.Kind is BodyKind.Panel or BodyKind.Commission or BodyKind.Assembly
            )
        )
            Assert.IsType<NotElectedByMembers>(Refused(General with { Body = body.Id }));
    }

    [Fact]
    public void How_to_vote_is_said_about_an_item_and_words_alone_about_none()
    {
        Assert.IsType<NothingToVoteOn>(Refused(On(MatterNo.None, Bidding.For)));
        Assert.IsType<NothingToVoteOn>(Refused(On(new(3), Bidding.InWords)));
        Assert.IsType<NothingToVoteOn>(Refused(On(new(-3), Bidding.For)));
    }

    [Fact]
    public void A_section_that_stands_alone_has_no_delegates_to_instruct()
    {
        var alone = Forest.Section("Alone", 301);
        var ruling = alone.Attempt(General, alone.As(1));
        Assert.IsType<NothingToVoteOn>(Assert.IsType<Ruling.OutOfOrder>(ruling).Reason);
    }

    [Theory]
    [InlineData(Bidding.For, Said.For, false)]
    [InlineData(Bidding.For, Said.Nothing, true)]
    [InlineData(Bidding.Against, Said.Abstain, true)]
    [InlineData(Bidding.Against, Said.Against, false)]
    [InlineData(Bidding.Abstain, Said.Nothing, false)]
    [InlineData(Bidding.Abstain, Said.For, true)]
    [InlineData(Bidding.InWords, Said.Against, false)]
    public void Whoever_is_free_does_nothing_against_an_instruction(
        Bidding bidding,
        Said said,
        bool against
    ) => Assert.Equal(against, Instructing.IsAgainst(bidding, said));

    private Reason Refused(Instruct instruct) =>
        Assert.IsType<Ruling.OutOfOrder>(_harbour.Attempt(instruct, _harbour.As(1))).Reason;

    private static IEnumerable<Said> SaidIn(Branch section) =>
        section
            .All<MandatesEvent.Voted>()
            .OrderBy(v => section.Section.Mandates.Of(v.Mandate).Holder)
            .Select(v => v.Said);

    // The harbour decides while the motion is before the congress, and some days before that divides.
    private MatterNo Instructed(Bidding bidding)
    {
        var motion = new MatterNo(_union.LastMatter().Value + 1);
        _harbour.Do(1, On(motion, bidding));
        var instruction = _harbour.LastMatter();
        _tree.Pass(Duration.FromDays(2));
        _union.Do(Forest.Motion, _harbour.As(1));
        Assert.Equal(motion, _union.LastMatter());
        _tree.Decide(_harbour, instruction);
        _tree.BringAll();
        return motion;
    }

    private void Divide(MatterNo motion, (string, string) harbour, (string, string) docks)
    {
        var box = _tree.Opens(_union, motion);
        foreach (
            var (section, no, choice) in new[]
            {
                (_harbour, 1, harbour.Item1),
                (_harbour, 2, harbour.Item2),
                (_docks, 1, docks.Item1),
                (_docks, 2, docks.Item2),
            }
        )
            if (choice.Length > 0)
                _union.Do(new Cast(box, choice), section.As(no));
        _tree.Closes(_union, motion);
        _tree.BringAll();
    }
}
