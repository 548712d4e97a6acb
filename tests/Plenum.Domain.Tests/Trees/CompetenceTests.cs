using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Competences;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Each power sits at the lowest level unless a section lends it, until a date (S13, S14, T01, F28).</summary>
public sealed class CompetenceTests
{
    private static readonly SubjectId Tactics = new("tactics");
    private static readonly SubjectId Campaigns = new("campaigns");

    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _mill = Forest.Section("Mill", 301);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public CompetenceTests()
    {
        _tree = new(_harbour, _docks, _mill, _union);
        _tree.AffiliateAll(_union, _harbour, _docks, _mill);
    }

    private Branch[] Sections => [_harbour, _docks, _mill];

    private PutMotion About(string subject, string title = "Out on Monday") =>
        new(title, $"All sections: {title}.", BodyId.Members, [], [], new SubjectId(subject));

    private Instant InYears(int years) => _union.Section.After(_union.Now, Period.FromYears(years));

    private Reached ReachOf(MatterNo matter) => _union.Section.Competences.Reached[matter];

    private MatterNo Decided(string subject, string title = "Out on Monday")
    {
        _tree.Carry(_union, About(subject, title));
        return _union.LastMatter();
    }

    /// <summary>The federation asks; these sections consent and the others vote it down.</summary>
    private void Lend(Instant review, params Branch[] consenting)
    {
        _tree.Carry(_union, new SeekPower(Tactics, "One day for all.", review));
        _tree.BringAll();
        _tree.Until(
            () =>
            {
                foreach (var section in Sections)
                foreach (var matter in section.Section.Matters.OpenMatters.ToArray())
                    if (matter is { Question: Question.OnCompetence, Stage: Stage.Voting voting })
                        for (var no = 1; no <= 5; no++)
                            section.Try(
                                no,
                                new Cast(
                                    voting.Box,
                                    consenting.Contains(section) ? "for" : "against"
                                )
                            );
                return _union.Section.Competences.Cessions.Values.Last()
                        is { Consents.Count: var yes, Declined.Count: var no_ }
                    && yes + no_ == Sections.Length;
            },
            "the answers of the sections"
        );
    }

    [Fact]
    public void What_is_decided_about_a_reserved_matter_is_advice_though_everybody_was_for_it()
    {
        var matter = Decided("tactics");
        Assert.True(_union.Matter(matter).Is(Outcome.Advice));
        Assert.Equal(new Reached(Tactics, Binding.Advice, []), ReachOf(matter));
        Assert.IsType<NotOpenToChallenge>(_union.Refused(2, new Challenge(matter)));
        Assert.Equal(Steps.Written(_union.Section), Steps.Written(_union.Replayed()));
    }

    [Fact]
    public void A_motion_that_names_no_subject_is_decided_as_before_and_one_nobody_knows_is_refused()
    {
        var matter = Decided("");
        Assert.True(_union.Matter(matter).Is(Outcome.Adopted));
        Assert.Empty(_union.Section.Competences.Reached);
        Assert.IsType<NoSuchSubject>(_union.Refused(1, About("weather")));
        Assert.IsType<NoSuchSubject>(_harbour.Refused(1, About("tactics")));
    }

    [Fact]
    public void A_shared_matter_is_decided_only_where_the_sections_vote()
    {
        var no = Assert.IsType<SharedWithSections>(_union.Refused(1, About("campaigns")));
        Assert.Equal(Campaigns, no.Subject);
    }

    [Fact]
    public void A_power_moves_up_for_the_sections_that_consent_and_falls_back_by_itself_on_its_day()
    {
        var review = InYears(1) + Duration.FromDays(40);
        Lend(review, _harbour, _docks);

        var sought = Assert.Single(_union.Section.Competences.Cessions.Values);
        Assert.Equal([.. new[] { _harbour.Id(), _docks.Id() }.Order()], sought.Consents);
        Assert.Equal([_mill.Id()], sought.Declined);
        Assert.Empty(_mill.Section.Competences.Cessions);
        var lent = Assert.Single(_harbour.Section.Competences.Cessions.Values);
        Assert.Equal((true, review, sought.No), (lent.WeLend, lent.Review, lent.Theirs));

        var bound = Decided("tactics");
        Assert.True(_union.Matter(bound).Is(Outcome.Adopted));
        Assert.Equal(Binding.Lenders, ReachOf(bound).Binding);
        Assert.Equal(sought.Consents.ToArray(), ReachOf(bound).Binds);

        _tree.Pass(review - _union.Now + Duration.FromHours(1));
        foreach (var section in new[] { _harbour, _docks, _union })
            Assert.Equal(review, Assert.Single(section.All<CompetencesEvent.FellBack>()).At);
        Assert.True(_union.Matter(Decided("tactics", "Out again")).Is(Outcome.Advice));
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void It_is_renewed_by_the_same_way_and_whoever_does_not_renew_has_it_back()
    {
        var first = InYears(1) + Duration.FromDays(100);
        Lend(first, _harbour, _docks);
        _tree.Pass(Duration.FromDays(200));
        Lend(InYears(2), _harbour);
        _tree.Pass(first - _union.Now + Duration.FromHours(1));

        Assert.Equal([_harbour.Id()], ReachOf(Decided("tactics")).Binds);
        Assert.Single(_harbour.Section.Competences.LentTo(_union.Id()));
        Assert.Empty(_docks.Section.Competences.LentTo(_union.Id()));
    }

    [Fact]
    public void No_power_moves_up_without_a_date_or_for_longer_than_three_years()
    {
        foreach (
            var review in new[]
            {
                Instant.MinValue,
                _union.Now,
                InYears(1) - Duration.FromDays(1),
                InYears(3) + Duration.FromDays(1),
                Instant.MaxValue,
            }
        )
            Assert.IsType<ReviewNeeded>(
                _union.Refused(1, new SeekPower(Tactics, "One day for all.", review))
            );
        Assert.IsType<NotReserved>(
            _union.Refused(1, new SeekPower(Campaigns, "One day for all.", InYears(1)))
        );
        Assert.IsType<NeverLent>(
            _union.Refused(1, new SeekPower(SubjectId.OwnOfficers, "Ours are better.", InYears(1)))
        );
        Assert.IsType<NoSectionsBelow>(
            _harbour.Refused(1, new SeekPower(Tactics, "One day for all.", InYears(1)))
        );
        _union.Do(1, new SeekPower(Tactics, "One day for all.", InYears(1)));
        Assert.IsType<PowerSoughtAlready>(
            _union.Refused(2, new SeekPower(Tactics, "The same.", InYears(2)))
        );
    }

    [Theory]
    [InlineData("tactics", 4)]
    [InlineData("own_officers", 2)]
    public void A_section_asked_for_more_than_anybody_may_ask_refuses_by_itself(
        string subject,
        int years
    )
    {
        _harbour.Do(
            new Receive(
                _union.Id(),
                _harbour.Section.Letters.ReceivedFrom(_union.Id()) + 1,
                new Letter.OnCompetence(
                    new CompetenceLetter.ConsentSought(
                        new CessionNo(1),
                        new SubjectId(subject),
                        "",
                        "For ever.",
                        InYears(years)
                    )
                )
            ),
            new Actor.Post()
        );
        Assert.DoesNotContain(
            _harbour.Section.Matters.OpenMatters,
            m => m.Question is Question.OnCompetence
        );
    }

    [Fact]
    public void Sections_that_leave_within_a_year_of_a_directive_are_counted_beside_it()
    {
        var before = Decided("tactics");
        var other = Decided("tactics", "Out on Tuesday");
        _union.Do(1, new PutMotion("A bench", "For the hall.", BodyId.Members, [], []));
        var own = _union.LastMatter();
        _tree.Decide(_union, own);
        Assert.Empty(Departures.All(_union.Section));
        _tree.Carry(_harbour, new LeaveFederation("We disagree."));
        _tree.BringAll();

        Assert.Equal("Harbour", Assert.Single(LeftAfter(before)).Was.Name);
        Assert.Single(LeftAfter(other));
        // What the federation decides for itself drives nobody out.
        Assert.Empty(LeftAfter(own));
        Assert.Equal(
            [(other, 1), (before, 1)],
            Departures.All(_union.Section).Select(d => (d.Matter.No, d.Left))
        );
        // Nobody leaves what was decided before they came or a year after it.
        _tree.Affiliate(_harbour, _union);
        var third = Decided("tactics", "Out on Friday");
        _tree.Pass(Duration.FromDays(370));
        _tree.Carry(_docks, new LeaveFederation("We disagree."));
        _tree.BringAll();
        Assert.Empty(LeftAfter(third));
        Assert.Single(LeftAfter(before));

        FormerAffiliate[] LeftAfter(MatterNo no) =>
            [.. Departures.After(_union.Section, _union.Matter(no))];
    }

    [Fact]
    public void Whoever_leaves_has_its_power_back_at_once_in_both_records()
    {
        Lend(InYears(2), _harbour);
        _tree.Carry(_harbour, new LeaveFederation("We disagree."));
        _tree.BringAll();
        Assert.Empty(_harbour.Section.Competences.LentTo(_union.Id()));
        Assert.Single(_harbour.All<CompetencesEvent.FellBack>());
        Assert.Empty(Assert.Single(_union.Section.Competences.Cessions.Values).Consents);
        Assert.True(_union.Matter(Decided("tactics")).Is(Outcome.Advice));
    }

    [Theory]
    [InlineData("reserved: [tactics, strikes,", "reserved: [strikes,", "tactics")]
    [InlineData("shared: [campaigns,", "shared: [campaigns, bargaining,", "bargaining")]
    public void An_amendment_takes_nothing_from_sections_that_they_did_not_lend(
        string was,
        string becomes,
        string subject
    )
    {
        var no = Assert.IsType<PowerMovesUp>(
            _union.Refused(1, Amendment(_union, "competences", was, becomes))
        );
        Assert.Equal(new SubjectId(subject), no.Subject);
        // Down a power goes by amendment alone.
        _union.Do(1, Amendment(_union, "competences", "shared: [campaigns,", "shared: ["));
    }

    internal static Amend Amendment(Branch section, string article, string was, string becomes) =>
        new("Otherwise", [section.Section.Change(new ArticleId(article), was, becomes)]);
}
