using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Web.About;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;

namespace Plenum.Browser.Tests.Pieces;

public sealed class PieceTests : BunitContext
{
    private static readonly Instant Today = Instant.FromUtc(2026, 5, 4, 9, 0);
    private readonly Sentences sentences = new("en", DateTimeZone.Utc);

    public PieceTests()
    {
        Services.AddSingleton(sentences);
        Services.AddSingleton<IClock>(new Stopped(Today));
        Services.AddSingleton<Times>();
    }

    private sealed class Stopped(Instant at) : IClock
    {
        public Instant GetCurrentInstant() => at;
    }

    private Examples Shown => new(sentences, Today);

    private IRenderedComponent<TPiece> Show<TPiece, TView>(TView view)
        where TPiece : IComponent =>
        Render<TPiece>(piece =>
        {
            piece.OpenComponent(0, typeof(TPiece));
            piece.AddAttribute(1, "View", view);
            piece.CloseComponent();
        });

    [Fact]
    public void A_verdict_says_the_word_the_derivation_and_the_figures()
    {
        var verdict = Show<Verdict, VerdictView>(Shown.Adopted);
        Assert.Equal("Adopted", verdict.Find(".verdict-word").TextContent.Trim());
        Assert.Contains(
            "41 of 60 who voted",
            verdict.Find(".verdict-derivation").TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(["41", "15", "4", "31"], verdict.FindAll("dd").Select(d => d.TextContent));
        Assert.Equal("51.667%", verdict.Find(".bar-threshold").GetAttribute("x1"));
    }

    [Fact]
    public void A_verdict_that_failed_says_so_in_words()
    {
        var verdict = Show<Verdict, VerdictView>(Shown.Rejected);
        Assert.Equal("Not adopted", verdict.Find(".verdict-word").TextContent.Trim());
    }

    [Fact]
    public void The_parts_of_a_bar_follow_one_another_without_a_gap()
    {
        var parts = Show<Verdict, VerdictView>(Shown.Adopted).FindAll("svg > rect:not(.bar-base)");
        Assert.Equal(["0%", "68.333%", "93.333%"], parts.Select(p => p.GetAttribute("x")));
        Assert.Equal(["68.333%", "25%", "6.667%"], parts.Select(p => p.GetAttribute("width")));
    }

    [Fact]
    public void Stages_say_where_the_matter_stands_and_what_comes_next()
    {
        var stages = Show<Stages, StagesView>(Shown.Life);
        Assert.Equal(
            "Now: vote, until Friday 8 May 2026, 09:00 (UTC time), in 4 days. Next: result, on 9 May 2026.",
            stages.Find(".stages-words").TextContent
        );
        Assert.StartsWith(
            "vote",
            stages.Find("[aria-current=step]").TextContent.Trim(),
            StringComparison.Ordinal
        );
        Assert.Equal(6, stages.FindAll("li").Count);
    }

    [Fact]
    public void Stages_of_a_finished_matter_say_that_they_are_over()
    {
        var over = Shown.Life with { Stages = [new Stage.Passed("put forward", Today)] };
        Assert.Equal(
            "All stages are over.",
            Show<Stages, StagesView>(over).Find(".stages-words").TextContent
        );
    }

    [Fact]
    public void A_deadline_is_told_relative_and_absolute_with_its_calendar_file()
    {
        var deadline = Show<Deadline, DeadlineView>(Shown.Closing);
        Assert.Equal("in 4 days", deadline.Find("strong").TextContent);
        Assert.Equal("2026-05-08T09:00:00Z", deadline.Find("time").GetAttribute("datetime"));
        Assert.EndsWith(".ics", deadline.Find("a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_that_is_over_offers_no_calendar_file()
    {
        var deadline = Show<Deadline, DeadlineView>(Shown.Missed);
        Assert.Empty(deadline.FindAll("a"));
        Assert.Equal("9 days ago", deadline.Find("strong").TextContent);
    }

    [Fact]
    public void A_mandate_card_always_offers_recall_in_plain_sight()
    {
        foreach (var view in new[] { Shown.Delegate, Shown.Newcomer })
        {
            var card = Show<MandateCard, MandateView>(view);
            var recall = card.Find(".mandate-foot > a:last-child");
            Assert.Equal($"Recall {view.Holder}", recall.GetAttribute("aria-label"));
            Assert.Null(recall.Closest("details"));
        }
    }

    [Fact]
    public void A_mandate_card_shows_how_much_of_the_term_is_left()
    {
        var card = Show<MandateCard, MandateView>(Shown.Delegate);
        Assert.Equal("3 months left of 12 months", card.Find(".term .quiet").TextContent);
        Assert.Equal("69.315%", card.Find(".bar-spent").GetAttribute("width"));
    }

    [Fact]
    public void A_mandate_that_ended_says_so()
    {
        var ended = Shown.Delegate with { Until = Today - Duration.FromDays(1) };
        var card = Show<MandateCard, MandateView>(ended);
        Assert.Equal("The mandate ended on 3 May 2026.", card.Find(".term .quiet").TextContent);
    }

    [Fact]
    public void A_chain_runs_from_the_reader_upwards_and_each_link_can_be_recalled()
    {
        var chain = Show<Chain, ChainView>(Shown.Upwards);
        Assert.Equal(
            ["You", "Ana Ferrer", "Kwame Boateng"],
            chain.FindAll("li strong").Select(e => e.TextContent)
        );
        Assert.Equal(2, chain.FindAll(".act").Count);
    }

    [Fact]
    public void An_article_stands_beside_its_rule_and_above_its_history()
    {
        var article = Show<TextWithRules, ArticleView>(Shown.Recall);
        Assert.Equal("Article 12. Recall", article.Find("h3").TextContent);
        Assert.Equal(4, article.FindAll("aside dt").Count);
        Assert.Equal(2, article.FindAll(".ruled-history li").Count);
    }

    [Fact]
    public void A_change_is_told_in_words_to_those_who_cannot_see_it()
    {
        var article = Show<TextWithRules, ArticleView>(Shown.Recall);
        Assert.StartsWith(
            "removed: tenth",
            article.Find("del").TextContent,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "added: twentieth",
            article.Find("ins").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Prose_without_a_rule_is_marked_as_not_enforced()
    {
        var article = Show<TextWithRules, ArticleView>(Shown.Solidarity);
        Assert.StartsWith(
            "Not enforced",
            article.Find("aside p").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_tally_holds_the_same_figures_as_a_table()
    {
        var tally = Show<Tally, TallyView>(Shown.Count);
        var kwame = tally.FindAll("tbody tr")[1];
        Assert.Equal(
            ["14", "17.5", "22.5", "Elected"],
            kwame.QuerySelectorAll("td").Select(e => e.TextContent)
        );
        Assert.Equal("0", tally.Find(".scroll").GetAttribute("tabindex"));
        Assert.Contains("22.5, elected", tally.FindAll("svg text").Select(e => e.TextContent));
    }

    [Fact]
    public void A_proof_mark_has_three_states_each_with_its_word()
    {
        Assert.Equal(
            "Verified here.",
            Show<ProofMark, ProofView>(Shown.Verified).Find("strong").TextContent
        );
        Assert.Equal(
            "Not yet witnessed.",
            Show<ProofMark, ProofView>(Shown.Waiting).Find("strong").TextContent
        );
        Assert.Equal(
            "Does not verify.",
            Show<ProofMark, ProofView>(Shown.False).Find("strong").TextContent
        );
    }

    [Fact]
    public void A_refusal_says_what_because_of_which_rule_and_what_would_help()
    {
        var refusal = Show<Refusal, RefusalView>(Shown.Refused);
        Assert.Contains(
            "Not allowed, because the time for deciding was over on Saturday 25 April 2026, 09:00",
            refusal.Markup,
            StringComparison.Ordinal
        );
        Assert.Equal("Article 10. Votes of members", refusal.Find("a").TextContent.Trim());
        Assert.Single(refusal.FindAll("li"));
    }

    [Fact]
    public void A_refusal_without_remedy_says_that_the_members_can_change_the_rule()
    {
        var refusal = Show<Refusal, RefusalView>(Shown.Impossible);
        Assert.Contains(
            "Members can change the statutes by a vote.",
            refusal.Markup,
            StringComparison.Ordinal
        );
    }
}
