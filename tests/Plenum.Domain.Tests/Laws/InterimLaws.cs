using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Who acts in an empty office until its election (charter C13, requirement S28).</summary>
public sealed class InterimLaws
{
    private static readonly BodyId Chair = Steps.Chair;

    [Fact]
    public void An_empty_office_calls_for_offers_and_the_lot_among_them_gives_it_somebody_who_acts()
    {
        var branch = Resigned();
        Offer(branch, 5, 6, 7);
        branch.Pass(Duration.FromHours(72) - Duration.FromMilliseconds(1));
        Assert.Empty(branch.On(Chair));
        branch.Pass(Duration.FromMilliseconds(1));

        var acting = Assert.Single(branch.On(Chair));
        var drawn = branch.Last<MandatesEvent.InterimDrawn>();
        Assert.Equal([5, 6, 7], drawn.From.Select(m => m.Value));
        Assert.Equal(drawn.From[drawn.Seed.Number($"interim/{drawn.Vacancy}", 3)], acting.Holder);
        Assert.True(acting.IsInterim);
        Assert.Equal(Duration.FromDays(60), acting.Until - acting.Since);
        Assert.IsType<Authority.Clock>(branch.Record[^1].Authority);
        Assert.Equal("chair", branch.Record[^1].Article.Value);
    }

    [Fact]
    public void Whoever_acts_has_the_powers_of_the_office_and_nothing_of_its_term()
    {
        var branch = Acting(5);
        var call = new CallSitting(
            BodyId.Members,
            branch.Now + Duration.FromDays(10),
            "Union hall",
            SittingNo.None,
            []
        );
        Assert.IsType<Authority.Mandate>(branch.Do(5, call).Authority);
        branch.Pass(branch.On(Chair)[0].Until - branch.Now);
        Assert.Equal(1, branch.Section.Mandates.NextTerm(Chair, new MemberNo(5), branch.Now));
    }

    [Fact]
    public void The_election_runs_as_if_nobody_acted_and_its_result_ends_the_acting()
    {
        var (with, without) = (Acting(5), Resigned());
        without.Pass(3);
        var election = with.Election(Chair);
        Assert.Equal(without.Matter(without.Election(Chair)).Stage, with.Matter(election).Stage);
        var acting = with.On(Chair)[0].No;
        with.Fill(Chair, 8);
        without.Fill(Chair, 8);
        Assert.Equal(
            without.On(Chair).Select(m => (m.Since, m.Until, m.Term)),
            with.On(Chair).Select(m => (m.Since, m.Until, m.Term))
        );
        Assert.Equal(
            EndOfMandate.Replaced,
            with.All<MandatesEvent.Ended>().Single(e => e.Mandate == acting).How
        );
    }

    [Fact]
    public void Whoever_acts_may_be_elected_and_serves_the_first_term_then()
    {
        var branch = Acting(5);
        branch.Fill(Chair, 5);
        var chair = Assert.Single(branch.On(Chair));
        Assert.False(chair.IsInterim);
        Assert.Equal(1, chair.Term);
    }

    [Fact]
    public void When_the_time_is_over_nobody_is_caretaker_and_nobody_acts_a_second_time()
    {
        var branch = Acting(5);
        var acting = branch.On(Chair)[0].No;
        // Nobody stands, twice.
        branch.Pass(branch.On(Chair)[0].Until - branch.Now);
        Assert.Empty(branch.On(Chair));
        Assert.DoesNotContain(branch.All<MandatesEvent.Caretaker>(), c => c.Mandate == acting);
        Assert.Single(Calls(branch));
        branch.Do(9, new CallElection(Chair));
        branch.Pass(30);
        Assert.True(branch.Matter(branch.LastMatter()).Is(Outcome.NobodyStood));
        Assert.Single(Calls(branch));
        Assert.IsType<NoOffersOpen>(branch.Refused(6, new OfferToActFor(Chair)));
    }

    [Fact]
    public void Nobody_offering_leaves_the_seat_empty_and_the_election_goes_on()
    {
        var branch = Resigned();
        branch.Pass(4);
        Assert.Empty(branch.On(Chair));
        Assert.Contains(branch.All<MandatesEvent.NobodyDrawn>(), n => n.Body == Chair);
        branch.Fill(Chair, 8);
    }

    [Fact]
    public void Whoever_was_recalled_or_gave_the_seat_back_does_not_act_in_it()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Chair, 2);
        RecallHolder(branch);
        Assert.Empty(branch.On(Chair));
        Assert.IsType<HeldTheSeatLast>(branch.Refused(2, new OfferToActFor(Chair)));
        Assert.NotEmpty(branch.Running(Chair));
        Assert.IsType<HeldTheSeatLast>(Resigned().Refused(2, new OfferToActFor(Chair)));
    }

    [Fact]
    public void Whoever_acts_is_recalled_like_anybody_also_while_a_recall_election_runs()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Chair, 2);
        RecallHolder(branch);
        var election = branch.Election(Chair);
        Offer(branch, 5);
        branch.Pass(3);
        Assert.Equal([5], branch.Holders(Chair));
        branch.Stands(election, 8);
        RecallHolder(branch);
        Assert.Empty(branch.On(Chair));
        Assert.Single(Calls(branch));
        Assert.Equal(election, branch.Election(Chair));
        branch.Vote(election, _ => "1");
        Assert.Equal([8], branch.Holders(Chair));
    }

    [Fact]
    public void Whoever_acts_may_resign_and_the_seat_is_empty_until_the_election()
    {
        var branch = Acting(5);
        var election = branch.Election(Chair);
        branch.Do(5, new Resign(branch.On(Chair)[0].No));
        Assert.Empty(branch.On(Chair));
        Assert.Equal(election, branch.Election(Chair));
        Assert.Single(Calls(branch));
    }

    [Fact]
    public void Whoever_has_left_or_taken_the_offer_back_is_not_drawn()
    {
        var branch = Resigned();
        Offer(branch, 5, 6, 7);
        Assert.IsType<AlreadyOffering>(branch.Refused(5, new OfferToActFor(Chair)));
        branch.Do(5, new TakeBackOffer(Chair));
        Assert.IsType<NotOffering>(branch.Refused(5, new TakeBackOffer(Chair)));
        branch.Do(6, new Leave());
        branch.Pass(3);
        Assert.Equal([7], branch.Holders(Chair));
    }

    [Fact]
    public void A_lapse_of_membership_an_annulled_election_and_one_that_nobody_won_call_for_offers()
    {
        var left = Branch.Founded(12);
        left.Fill(Chair, 2);
        left.Do(2, new Leave());
        Assert.True(TakesOffers(left));

        var annulled = Branch.Founded(20);
        annulled.Fill(Chair, 2);
        annulled.Do(10, new Protest(annulled.On(Chair)[0].By, "The box stood open."));
        annulled.Vote(annulled.LastMatter(), _ => "for");
        Assert.True(TakesOffers(annulled));

        var nobodyStood = Branch.Founded(12);
        Assert.False(TakesOffers(nobodyStood));
        nobodyStood.Pass(22);
        Assert.True(TakesOffers(nobodyStood));

        var nobodyWon = Branch.Founded(12);
        nobodyWon.Stands(nobodyWon.Election(Chair), 2);
        nobodyWon.Vote(nobodyWon.Election(Chair), _ => "2");
        Assert.True(TakesOffers(nobodyWon));
    }

    [Fact]
    public void A_caretaker_holds_the_seat_and_does_not_act_in_it_afterwards()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Chair, 2);
        branch.Pass(branch.On(Chair)[0].Until - branch.Now);
        Assert.True(branch.On(Chair)[0].IsCaretaker);
        Assert.False(TakesOffers(branch));
        branch.Pass(branch.On(Chair)[0].Until - branch.Now);
        Assert.True(TakesOffers(branch));
        Assert.IsType<HeldTheSeatLast>(branch.Refused(2, new OfferToActFor(Chair)));
    }

    [Fact]
    public void Nobody_acts_beyond_the_beginning_of_a_term_somebody_has_been_elected_to()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Chair, 2);
        var until = branch.On(Chair)[0].Until;
        branch.Pass(branch.On(Chair)[0].SuccessionAt - branch.Now);
        branch.Stands(branch.Election(Chair), 8);
        branch.Vote(branch.Election(Chair), _ => "1");
        branch.Do(2, new Resign(branch.On(Chair).Single().No));
        Offer(branch, 5);
        branch.Pass(3);
        var acting = branch.On(Chair).Single();
        Assert.Equal((5, until), (acting.Holder.Value, acting.Until));
        branch.Pass(until - branch.Now);
        Assert.Equal([8], branch.Holders(Chair));
    }

    [Fact]
    public void Only_offices_of_one_seat_and_only_where_the_statutes_draw_lots()
    {
        foreach (var (instead, offers) in new[] { ("lot", true), ("constituents", false) })
        {
            var branch = Branch.Founded(
                12,
                Steps.StatutesWith(3, ("filled_by: lot", $"filled_by: {instead}")),
                Steps.Programme
            );
            branch.Fill(Chair, 2);
            branch.Fill(Steps.Committee, 2, 3, 4);
            branch.Do(3, new Resign(branch.On(Steps.Committee).First(m => m.Holder.Value == 3).No));
            Assert.Empty(Calls(branch));
            branch.Do(2, new Resign(branch.On(Chair)[0].No));
            Assert.Equal(offers, TakesOffers(branch));
        }
    }

    [Fact]
    public void Whoever_acts_in_a_short_term_does_so_for_a_quarter_of_it()
    {
        var statutes = Templates
            .Text("strike-committee", small: true)
            .Replace("at_most: P22D", "at_most: P10D", StringComparison.Ordinal);
        foreach (
            var (text, days) in new[]
            {
                (Templates.Text("strike-committee", true), 22),
                (statutes, 10),
            }
        )
        {
            var branch = Branch.Founded(12, text, Steps.Programme);
            branch.Fill(Chair, 2);
            branch.Do(2, new Resign(branch.On(Chair)[0].No));
            Offer(branch, 5);
            branch.Pass(3);
            var acting = branch.On(Chair).Single();
            Assert.Equal(Duration.FromDays(days), acting.Until - acting.Since);
        }
    }

    private static bool TakesOffers(Branch branch) =>
        branch.Section.Mandates.OffersOpen(Chair, branch.Now) is not null;

    private static IEnumerable<MandatesEvent.OffersCalled> Calls(Branch branch) =>
        branch
            .All<MandatesEvent.OffersCalled>()
            .Where(c => c.Body == Chair || c.Body == Steps.Committee);

    private static Branch Resigned()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Chair, 2);
        branch.Do(2, new Resign(branch.On(Chair)[0].No));
        return branch;
    }

    private static Branch Acting(int member)
    {
        var branch = Resigned();
        Offer(branch, member);
        branch.Pass(3);
        Assert.Equal([member], branch.Holders(Chair));
        return branch;
    }

    private static void Offer(Branch branch, params ReadOnlySpan<int> members)
    {
        foreach (var member in members)
            branch.Do(member, new OfferToActFor(Chair));
    }

    private static void RecallHolder(Branch branch)
    {
        branch.Do(9, new Recall(branch.On(Chair).Single().No));
        var petition = branch.LastMatter();
        branch.Do(10, new Support(petition));
        branch.Vote(petition, _ => "for");
    }
}
