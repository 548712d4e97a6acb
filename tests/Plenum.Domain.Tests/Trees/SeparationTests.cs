using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>One section becomes two: two thirds of its members, then each for themselves (S03, C21).</summary>
public sealed class SeparationTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 14);
    private readonly Federation _tree;

    public SeparationTests() => _tree = new(_harbour);

    private Merger Here => _harbour.Section.Mergers.All.Values.Last();

    private Branch Part => _tree.Sections.Single(s => s.Section.Sections.Name == "Quay");

    private static int[] Of(Branch section) =>
        [
            .. section
                .Section.Membership.Members.Values.Where(m => m.IsInGoodStanding)
                .Select(m => Enumerable.Range(1, 300).First(no => Branch.Person(no) == m.Person))
                .Order(),
        ];

    private void Agree() => _tree.Carry(_harbour, new ProposeSeparation("Quay", "Two halls."));

    private void Choose(params int[] members)
    {
        foreach (var no in members)
            _harbour.Do(no, new ChooseSide(Here.No, Here.Programme, Goes: true));
    }

    private BodyId[] Offices =>
        [
            .. _harbour
                .Section.Rules.Bodies.Items.Where(b => b.Kind == BodyKind.Office)
                .Select(b => b.Id),
        ];

    private void Divide()
    {
        _tree.Until(() => !Here.IsOpen, "a separation");
        _tree.BringAll();
    }

    [Fact]
    public void Who_chooses_to_founds_a_section_and_who_says_nothing_stays()
    {
        Agree();
        Assert.Equal((MergerStage.Agreed, true, true), (Here.Stage, Here.WeGo, Here.Divides));
        Choose(2, 4, 6, 8, 10, 12);
        _harbour.Do(12, new ChooseSide(Here.No, Here.Programme, Goes: false));
        var before = _harbour.Section.Membership.Of(_harbour.Who(4));
        Divide();

        Assert.Equal([2, 4, 6, 8, 10], Of(Part));
        Assert.Equal([1, 3, 5, 7, 9, 11, 12, 13, 14], Of(_harbour));
        Assert.Equal(Here.With, Part.Id());
        Assert.Equal(Founding.Constituted, Part.Section.Sections.Founding);
        // By the same texts, and what they had waited for they need not wait for again.
        Assert.Equal(
            _harbour.Section.Statutes.Book.Draft.Digest,
            Part.Section.Statutes.Book.Draft.Digest
        );
        Assert.Equal(_harbour.Section.Programme.Digest, Part.Section.Programme.Digest);
        var there = Part.Section.Membership.Of(_harbour.Who(4));
        Assert.Equal(before.Joined, there.Joined);
        Assert.Equal(Here.TakesEffect, there.Since);
        Assert.All(
            Part.All<MembershipEvent.Admitted>(),
            a => Assert.Equal(AdmittedBy.Separation, a.By)
        );
        // Nobody holds anything where they no longer belong, and the part elects its own.
        Assert.All(
            _harbour.Section.Mandates.Current.Values,
            m => Assert.True(_harbour.Section.Membership.Of(m.Holder).IsInGoodStanding)
        );
        Assert.Contains(Part.Section.Matters.OpenMatters, m => m.Question is Question.Elect);
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void Who_goes_holds_nothing_any_more_where_they_were_and_elections_fill_it()
    {
        foreach (var (office, member) in new[] { (Offices[0], 2), (Offices[1], 7) })
            _tree.Elect(_harbour, office, member);
        var kept = Assert.Single(_harbour.On(Offices[0]));
        Agree();
        Choose(1, 2, 3, 4, 5);
        Assert.Contains(_harbour.Section.Mandates.Current.Keys, no => no == kept.No);
        Divide();

        Assert.DoesNotContain(_harbour.Section.Mandates.Current.Keys, no => no == kept.No);
        Assert.Equal(7, Assert.Single(_harbour.On(Offices[1])).Holder.Value);
        var ended = _harbour.All<MandatesEvent.Ended>().Single(e => e.Mandate == kept.No);
        Assert.Equal(EndOfMandate.LostEligibility, ended.How);
        Assert.IsType<Standing.Left>(_harbour.Section.Membership.Of(_harbour.Who(2)).Standing);
        Assert.Contains(
            _harbour.Section.Matters.OpenMatters,
            m => m.Question is Question.Elect e && e.Body == kept.Body
        );
    }

    [Fact]
    public void Who_waits_for_a_vote_waits_to_the_same_day_and_no_longer()
    {
        _harbour.Do(15, new Apply(_harbour.Section.Programme.Version, "", IsOldEnough: true));
        foreach (var no in new[] { 3, 4 })
            _harbour.Do(no, new Attest(new MemberNo(15)));
        _tree.Until(() => Of(_harbour).Contains(15), "an admission");
        Agree();
        Choose(1, 2, 3, 4, 15);
        var before = _harbour.Section.Membership.Of(_harbour.Who(15));
        Assert.True(before.VotesFrom < Here.TakesEffect);
        Divide();

        var newcomer = Part.Section.Membership.Of(_harbour.Who(15));
        Assert.Equal(before.Joined, newcomer.Joined);
        Assert.Equal(Here.TakesEffect, newcomer.VotesFrom);
        Assert.Equal(
            Instant.Max(Here.TakesEffect, before.VotesOnBasicLawFrom),
            newcomer.VotesOnBasicLawFrom
        );
        var founder = Part.Section.Membership.Of(_harbour.Who(1));
        Assert.Equal(Here.TakesEffect, founder.VotesOnBasicLawFrom);
    }

    [Fact]
    public void The_succession_is_disputed_from_the_fork_on_whichever_letters_have_come()
    {
        var late = new Federation(_harbour) { Round = _ => { } };
        late.Carry(_harbour, new ProposeSeparation("Quay", "Two halls."));
        Choose(2, 4, 6, 8, 10);
        Assert.Empty(_harbour.Section.Mergers.Forks);
        late.Until(() => !Here.IsOpen, "a separation");
        Assert.Equal("Quay", Assert.Single(_harbour.Section.Mergers.Forks).Name);

        Assert.True(late.Bring(late.OnTheWay[0]));
        var part = late.Sections.Single(s => s.Id() == Here.With);
        Assert.Equal(Founding.Circle, part.Section.Sections.Founding);
        Assert.Equal("Harbour", Assert.Single(part.Section.Mergers.Forks).Name);
        late.BringAll();
        Assert.Equal(Founding.Constituted, part.Section.Sections.Founding);
        Assert.Equal(_harbour.Id(), Assert.Single(part.Section.Mergers.Forks).With);
    }

    [Fact]
    public void No_founding_takes_the_id_that_a_part_will_have()
    {
        var nonce = $"part/{_harbour.Id()}/1";
        var id = Begin.IdOf("Quay", TreeStatutes.OfASection, Steps.Programme, nonce);
        var begin = new Begin(
            id,
            "Quay",
            "Etc/UTC",
            TreeStatutes.OfASection,
            Steps.Programme,
            [_harbour.Who(1)],
            nonce
        );
        var occasion = new Occasion(_harbour.Now, new Actor.Founder(), Draw.Nothing);
        Assert.IsType<NonceOfAPart>(Why(begin.Decide(Section.Unfounded, occasion)));
        // It is that id and no other which the part of this section will have.
        Agree();
        Choose(2, 4, 6, 8, 10);
        Divide();
        Assert.Equal(id, Part.Id());
    }

    [Fact]
    public void The_part_names_the_entry_at_which_the_record_forks()
    {
        Agree();
        Choose(2, 4, 6, 8, 10);
        Divide();
        var forked = Part.Last<MergersEvent.Forked>();
        Assert.Equal((_harbour.Id(), "Harbour"), (forked.From, forked.Name));
        Assert.InRange(forked.Version, 1, _harbour.Record.Count);
        Assert.Equal(forked.Version, Part.Section.Mergers.All.Values.Single().Fork.Version);
    }

    [Fact]
    public void Fewer_than_found_a_section_stay_and_nobody_is_told_how_many()
    {
        Agree();
        Choose(2, 4, 6, 8);
        var before = _harbour.Record.Count;
        Divide();

        Assert.Equal(MergerStage.Declined, Here.Stage);
        Assert.Single(_tree.Sections);
        Assert.Equal(14, Of(_harbour).Length);
        Assert.Empty(_harbour.Section.Letters.LastSent);
        var last = Assert.IsType<MergersEvent.NotDivided>(
            _harbour.Record.Skip(before).Select(h => h.Event).Last(e => e is MergersEvent)
        );
        Assert.Equal(new MergersEvent.NotDivided(Here.No), last);
        Assert.Empty(Here.Going);
    }

    [Fact]
    public void Less_than_two_thirds_divide_nothing()
    {
        _harbour.Do(1, new ProposeSeparation("Quay", "Two halls."));
        var matter = _harbour.LastMatter();
        for (var no = 2; no <= 5; no++)
            _harbour.Try(no, new Support(matter));
        var box = _harbour.Opens(matter);
        foreach (var no in Enumerable.Range(1, 9))
            _harbour.Do(no, new Ballots.Cast(box, "for"));
        foreach (var no in Enumerable.Range(10, 5))
            _harbour.Do(no, new Ballots.Cast(box, "against"));
        _harbour.Closes(matter);
        Assert.True(_harbour.Matter(matter).Is(Outcome.Rejected));
        Assert.Empty(_harbour.Section.Mergers.All);
    }

    [Fact]
    public void No_part_has_the_name_of_the_whole_and_one_thing_is_decided_at_a_time()
    {
        Assert.IsType<NameOfTheWhole>(
            _harbour.Refused(1, new ProposeSeparation(" harbour ", "Two halls."))
        );
        Agree();
        Assert.IsType<MergerUnderWay>(
            _harbour.Refused(1, new ProposeSeparation("Pier", "Three halls."))
        );
    }

    [Fact]
    public void Both_parts_count_as_one_in_their_federation_for_twenty_four_months()
    {
        var docks = Forest.Section("Docks", 101);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(_harbour, docks, union);
        tree.AffiliateAll(union, _harbour, docks);
        tree.Carry(_harbour, new ProposeSeparation("Quay", "Two halls."));
        Choose(1, 2, 3, 4, 5, 6, 7);
        tree.Until(() => !Here.IsOpen, "a separation");
        tree.BringAll();
        var part = tree.Sections.Single(s => s.Section.Sections.Name == "Quay");
        Assert.Equal(Affiliation.None, part.Place().Federation);
        tree.Affiliate(part, union);
        tree.CallCongress(union);
        tree.BringAll();

        var asOne = Origins.AsOne(
            union.Section,
            union.Section.Sections.Tree.Affiliates.Keys,
            union.Now
        );
        Assert.Contains(asOne, a => a.Count == 2 && a.Contains(part.Id()));
        // Three seats at most for one section: fourteen members divided have no more.
        var sitting = union.Section.Congresses.Sitting(Forest.Congress)!;
        Assert.Equal(3, sitting.Seats[part.Id()].Seats + sitting.Seats[_harbour.Id()].Seats);
    }

    [Fact]
    public void However_letters_come_everybody_belongs_to_one_part_and_one_only() =>
        Gen.Select(Gen.Int[1, 12].Array[0, 12], Gen.Int[0, 1_000_000].Array[200])
            .Sample(
                (going, order) =>
                {
                    var whole = Forest.Section("Harbour", 1, members: 14);
                    var turn = 0;
                    var tree = new Federation(whole)
                    {
                        // Any letter, in its turn or not, some of them twice.
                        Round = federation =>
                        {
                            for (var tries = 0; tries < 6; tries++)
                                if (federation.OnTheWay is { Count: > 0 } on)
                                    federation.Bring(on[order[turn++ % 200] % on.Count]);
                        },
                    };
                    tree.Carry(whole, new ProposeSeparation("Quay", "Two halls."));
                    var merger = whole.Section.Mergers.All.Values.Last();
                    foreach (var no in going.Distinct())
                        whole.Do(no, new ChooseSide(merger.No, merger.Programme, Goes: true));
                    tree.Until(
                        () => !whole.Section.Mergers.IsUnderWay && tree.OnTheWay.Count == 0,
                        "a separation"
                    );
                    var members = tree.Sections.SelectMany(Of).ToArray();
                    Assert.Equal(Enumerable.Range(1, 14), members.Order());
                    Assert.Equal(going.Distinct().Count() >= 5 ? 2 : 1, tree.Sections.Count);
                    foreach (var section in tree.Sections)
                        Assert.Equal(
                            Steps.Written(section.Section),
                            Steps.Written(section.Replayed())
                        );
                },
                iter: 30
            );

    [Fact]
    public void Nobody_but_the_post_founds_a_part_and_with_no_other_texts()
    {
        Agree();
        Choose(2, 4, 6, 8, 10);
        _tree.Until(() => Here.With.Value.Length > 0, "a separation");
        var letter = _harbour
            .All<LettersEvent.Sent>()
            .Select(s => s.Letter)
            .OfType<Letter.OnMerger>()
            .Select(l => l.Letter)
            .OfType<MergerLetter.PartBegins>()
            .Single();
        var begin = new BeginApart(_harbour.Id(), letter, "", "", 1, Digest.None);
        var occasion = new Occasion(_harbour.Now, new Actor.Post(), Draw.Nothing);
        Assert.IsType<OnlyThePost>(
            Why(begin.Decide(Section.Unfounded, occasion with { Actor = _harbour.As(2) }))
        );
        Assert.IsType<OtherTexts>(Why(begin.Decide(Section.Unfounded, occasion)));
        Assert.IsType<AlreadyBegun>(Why(begin.Decide(_harbour.Section, occasion)));
    }

    private static Reason Why(Ruling ruling) => Assert.IsType<Ruling.OutOfOrder>(ruling).Reason;
}
