using CsCheck;
using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests;

/// <summary>That members were told on paper is on the record, in figures and without whom (C18).</summary>
public sealed class NoticeTests
{
    private const int Members = 12;
    private const int Secretaries = 3;

    private static readonly MatterNo Motion = new(1);

    // Put forward on the second day after the founding, and looked at two days later.
    private static readonly Section Branch = Of(Members)
        .WithOfficers()
        .Do(new PutMotion("Chairs", "Buy chairs.", BodyId.Members, [], []), By(5, At(2)));

    private static readonly LocalDate PutForward = Branch.DayOf(At(2));
    private static readonly LocalDate Today = Branch.DayOf(At(4));

    private static readonly PostNotices Posted = new(Motion, "The harbour canteen", 4, Today);

    private static ArticleId Article => Branch.Matters.All[Motion].Procedure.Article;

    [Fact]
    public void Where_a_notice_hangs_and_to_how_many_it_went_stands_with_the_item()
    {
        var after = Law.Given(Branch)
            .When(Posted, Actor.Self(PersonOf(Secretaries)), At(4))
            .Then(
                new MattersEvent.NoticePosted(
                    Motion,
                    "The harbour canteen",
                    4,
                    Today,
                    new MemberNo(Secretaries)
                )
            );

        Assert.Equal(
            new PostedNotice("The harbour canteen", 4, Today, new MemberNo(Secretaries)),
            Assert.Single(after.Section.Matters.All[Motion].Notices)
        );
        Assert.Equal(Branch.Matters.All[Motion].Stage, after.Section.Matters.All[Motion].Stage);
    }

    [Fact]
    public void It_may_hang_in_two_places()
    {
        var twice = Branch
            .Do(Posted, By(Secretaries, At(4)))
            .Do(Posted with { Place = "Gate 3", Posted = 0 }, By(Secretaries, At(4)));

        Assert.Equal(
            ["The harbour canteen", "Gate 3"],
            twice.Matters.All[Motion].Notices.Select(n => n.Place)
        );
    }

    [Fact]
    public void Only_whoever_writes_to_members_says_so() =>
        Assert.Equal(
            new NoMandate(Power.Contact).ByCharter("C13"),
            Posted.Refusal(Branch, By(2, At(4)))
        );

    [Fact]
    public void A_day_that_has_not_come_is_no_record()
    {
        var tomorrow = Posted with { Day = Today.PlusDays(1) };

        Assert.Equal(
            new NoticeNotYet(tomorrow.Day, Today).By(Article),
            tomorrow.Refusal(Branch, By(Secretaries, At(4)))
        );
    }

    /// <summary>Half past eleven at night in Greenwich is the next day in the section.</summary>
    [Fact]
    public void The_day_is_that_of_the_clock_of_the_section()
    {
        var midnight = At(4, hours: 11) + Duration.FromMinutes(30);

        Assert.Equal(Today.PlusDays(1), Branch.DayOf(midnight));
        Branch.Do(Posted with { Day = Today.PlusDays(1) }, By(Secretaries, midnight));
    }

    [Fact]
    public void Nobody_was_told_of_an_item_before_it_was_put_forward()
    {
        Branch.Do(Posted with { Day = PutForward }, By(Secretaries, At(4)));
        var before = Posted with { Day = PutForward.PlusDays(-1) };

        Assert.Equal(
            new NoticeTooEarly(Motion, before.Day, PutForward).By(Article),
            before.Refusal(Branch, By(Secretaries, At(4)))
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Members + 1)]
    [InlineData(int.MaxValue)]
    public void Nobody_posts_to_fewer_than_none_or_to_more_than_there_are(int posted) =>
        Assert.Equal(
            new NotSoManyNotices(posted, Members).By(Article),
            (Posted with { Posted = posted }).Refusal(Branch, By(Secretaries, At(4)))
        );

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_notice_hangs_somewhere(string place) =>
        Assert.Equal(
            new TextMissing("Place"),
            (Posted with { Place = place }).Refusal(Branch, By(Secretaries, At(4)))
        );

    [Fact]
    public void A_notice_is_of_an_item_that_is_open()
    {
        var withdrawn = Branch.Do(new Withdraw(Motion), By(5, At(4)));

        Assert.Equal(
            new NoticeTooLate(Motion).By(Article),
            Posted.Refusal(withdrawn, By(Secretaries, At(4)))
        );
        Assert.Equal(
            new NoSuchMatter(new MatterNo(99)),
            (Posted with { Matter = new MatterNo(99) }).Refusal(Branch, By(Secretaries, At(4)))
        );
    }

    /// <summary>What stands on the record lies between the day the item was put forward and the day it was written down.</summary>
    [Fact]
    public void Whatever_is_said_only_what_can_have_happened_is_recorded() =>
        Gen.Select(Gen.Int[-6, 6], Gen.Int[-3, Members + 3], Gen.Int[2, 9])
            .Sample(
                (day, posted, now) =>
                {
                    var today = Branch.DayOf(At(now));
                    var said = Posted with { Day = today.PlusDays(day), Posted = posted };
                    var can =
                        said.Day >= PutForward
                        && said.Day <= today
                        && posted is >= 0 and <= Members;
                    Assert.Equal(
                        can,
                        said.Decide(Branch, By(Secretaries, At(now))) is Ruling.InOrder
                    );
                }
            );
}
