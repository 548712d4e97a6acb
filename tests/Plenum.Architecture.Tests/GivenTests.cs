using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Architecture.Tests;

/// <summary>Stories about the law fail when the law rules otherwise; shown on a law of one verb.</summary>
public sealed class GivenTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 5, 1, 12, 0);
    private static readonly ArticleId Clocks = new("clocks");

    [Fact]
    public void A_story_is_one_expression() =>
        Law.Given(new Rang(Noon))
            .When(new Ring(), new Actor.Clock(), Noon + Duration.FromHours(1))
            .Under(new Authority.Clock(), Clocks)
            .WithPapers()
            .Then(new Rang(Noon + Duration.FromHours(1)))
            .When(new Ring(), new Actor.Clock(), Noon)
            .Then(new AlreadyRung(2).By(Clocks))
            .When(new Ring(), new Actor.Clock(), Noon)
            .ThenRefused("ring.already-rung");

    [Fact]
    public void Another_event_than_expected_fails() =>
        Assert.Throws<UnexpectedRulingException>(() => Rung().Then(new Rang(Instant.MaxValue)));

    [Fact]
    public void An_event_more_or_less_than_expected_fails()
    {
        Assert.Throws<UnexpectedRulingException>(() => Rung().Then());
        Assert.Throws<UnexpectedRulingException>(() => Rung().Then(new Rang(Noon), new Rang(Noon)));
    }

    [Fact]
    public void A_refusal_where_events_were_expected_fails_and_the_other_way_round()
    {
        Assert.Throws<UnexpectedRulingException>(() => Rung().Then(new AlreadyRung(2)));
        Assert.Throws<UnexpectedRulingException>(() => Rung().ThenRefused("ring.already-rung"));
        Assert.Throws<UnexpectedRulingException>(() => Refused().ThenInOrder());
    }

    [Fact]
    public void A_refusal_for_another_reason_or_with_other_figures_fails()
    {
        Assert.Throws<UnexpectedRulingException>(() =>
            Refused().Then(new AlreadyRung(3).By(Clocks))
        );
        Assert.Throws<UnexpectedRulingException>(() => Refused().Then(new AlreadyRung(2)));
        Assert.Throws<UnexpectedRulingException>(() => Refused().ThenRefused("ring.other"));
    }

    [Fact]
    public void Another_authority_or_another_paper_fails()
    {
        Assert.Throws<UnexpectedRulingException>(() =>
            Rung().Under(new Authority.Founders(), Clocks)
        );
        Assert.Throws<UnexpectedRulingException>(() =>
            Rung().WithPapers(new Paper(new BoxNo(1), "1"))
        );
    }

    private static When Rung() => Law.Given().When(new Ring(), new Actor.Clock(), Noon);

    private static When Refused() =>
        Law.Given(new Rang(Noon), new Rang(Noon)).When(new Ring(), new Actor.Clock(), Noon);

    private sealed record Rang(Instant At) : Event
    {
        public override Section Evolve(Section section) =>
            section with
            {
                Dues = section.Dues.Add(new Due(At, DueKind.Sitting, section.Dues.Count)),
            };
    }

    private sealed record AlreadyRung(int Times) : Reason("ring.already-rung");

    private sealed record Ring : Command
    {
        public override Ruling Decide(Section section, Occasion occasion) =>
            section.Dues.Count >= 2
                ? new AlreadyRung(section.Dues.Count).By(Clocks)
                : Ruling.Under(new Authority.Clock(), Clocks, new Rang(occasion.Now));
    }
}
