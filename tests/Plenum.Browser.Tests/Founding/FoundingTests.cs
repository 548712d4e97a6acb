using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.People;
using Plenum.Browser.Tests.Story;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Web.Founding;

namespace Plenum.Browser.Tests.Founding;

public sealed partial class FoundingTests(RunningHouse running)
{
    private static readonly (string, string)[] Given =
    [
        ("name", "Harbour \"East\" Branch"),
        ("word", "branch"),
        ("seats", "5"),
        ("officer", "chair"),
        ("officer", "treasurer"),
        ("term", "P6M"),
        ("dues", "```rule\n## Two coins a month"),
        ("meets", "P14D"),
        ("notice", "P3D"),
        ("template", "local-union"),
        ("profile", "small"),
        ("law", ""),
        ("languages", "en, es"),
        ("zone", "Europe/Madrid"),
        ("founders", "Ana, ana@example.org\nBen\nCho\nDia\nEli"),
    ];

    [GeneratedRegex(
        "[A-Z]{4} [A-Z]{4}</span>.*?<span class=\"code\">(?<pin>[0-9]{6})",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cards();

    private static Answers Of(params (string Name, string Value)[] fields) =>
        Answers.Of(
            new FormCollection(
                fields
                    .GroupBy(f => f.Name)
                    .ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]))
            )
        );

    [Theory]
    [InlineData("local-union", true)]
    [InlineData("local-union", false)]
    [InlineData("federation", true)]
    [InlineData("federation", false)]
    [InlineData("council", true)]
    [InlineData("council", false)]
    [InlineData("strike-committee", true)]
    [InlineData("strike-committee", false)]
    public void Whatever_is_answered_the_statutes_conform_to_the_charter(
        string template,
        bool small
    )
    {
        string[][] officers =
        [
            [],
            ["chair"],
            ["secretary"],
            ["chair", "secretary", "treasurer"],
        ];
        for (var i = 0; i < 12; i++)
        {
            var answers = Of(Given) with
            {
                Template = template,
                Small = small,
                Seats = Answers.SeatsOffered[i % 4],
                Term = Answers.TermsOffered[i % 3],
                Officers = [.. officers[i % 4]],
                MeetsEvery = Answers.MeetingsOffered[(i + 1) % 4],
                Notice = Answers.NoticesOffered[i / 4],
            };
            var adoption = StatuteBook.Adopt(AnsweredStatutes.Write(answers));
            Assert.True(
                adoption is Adoption.Conforms,
                adoption is Adoption.Breaks broken
                    ? $"{answers}: {string.Join("; ", broken.Findings.Where(f => f.Severity == Severity.Error))}"
                    : ""
            );
        }
    }

    [Fact]
    public void An_answer_stands_in_the_rules_and_says_whose_it_is()
    {
        var text = AnsweredStatutes.Write(Of(Given));
        var book = Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(text)).Book;
        Assert.Equal("Harbour \"East\" Branch", book.Rules.Organisation.Name);
        Assert.Equal(5, book.Body(new BodyId("committee")).Seats);
        Assert.False(book.Has(new BodyId("secretary")));
        Assert.Contains(Power.Register, book.Body(new BodyId("committee")).Powers);
        Assert.Equal(
            new Provenance.Editorial(AnsweredStatutes.Chosen),
            Provenance.Of(book.Draft, KeyPath.Of("organisation.name"))
        );
        var dues = book.Articles.Items.Single(a => a.Id.Value == "dues");
        Assert.Contains("Two coins a month", dues.Prose, StringComparison.Ordinal);
        Assert.Empty(dues.Blocks);
    }

    [Fact]
    public void A_question_without_an_answer_is_named()
    {
        Assert.Empty(Of(Given).Missing);
        Assert.Equal(["name", "word", "languages", "zone", "founders"], Of().Missing);
        Assert.Equal(
            ["founders"],
            (Of(Given) with { Founders = [new("Ana", "not an address")] }).Missing
        );
    }

    [Fact]
    public async Task Nobody_founds_without_the_key()
    {
        await using var house = await Household.Open();
        using var visitor = house.Visit();
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Read("/start?key=")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Read("/start?key=guess")).Status);
        house.Of<FoundingKey>().Draw();
        var tried = await visitor.Send("/sign-in", "/start/begin", [.. Given, ("key", "guess")]);
        Assert.Equal(HttpStatusCode.Forbidden, tried.Status);
        Assert.Empty(house.Front.Sections);
    }

    [GeneratedRegex("name=\"seen\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Seen();

    [Fact]
    public async Task An_answer_is_changed_in_the_review_and_nothing_is_adopted_that_was_not_shown()
    {
        await using var house = await Household.Open();
        var key = house.Of<FoundingKey>().Draw();
        using var ana = house.Visit();
        var start = "/start?key=" + key;
        var (_, review) = await ana.Send(start, "/start/review", [.. Given, ("key", key)]);
        var seen = Seen().Match(review).Groups[1].Value;
        (string, string)[] changed =
        [
            .. Given.Where(g => g.Item1 != "notice"),
            ("notice", "P14D"),
            ("key", key),
            ("_id", "f"),
            ("programme", "# Principles\n\n1. Another vote.\n"),
        ];

        var (_, again) = await ana.Send(start, "/start/begin", [.. changed, ("seen", seen)]);

        Assert.Empty(house.Front.Sections);
        Assert.Contains("An answer has changed", again, StringComparison.Ordinal);
        Assert.Contains("1. Another vote.", again, StringComparison.Ordinal);
        Assert.Contains("<option value=\"P14D\" selected>", again, StringComparison.Ordinal);
        var begun = await ana.Send(
            start,
            "/start/begin",
            [.. changed, ("seen", Seen().Match(again).Groups[1].Value)]
        );
        Assert.EndsWith("/founding", begun.Next, StringComparison.Ordinal);
        Assert.Equal(
            "P14D",
            house
                .Front.Read(house.Front.Sections.Single())
                .Section.Statutes.Book.Draft.At("bodies[members].notice")
                .Text
        );
    }

    [Fact]
    public async Task A_question_left_open_is_asked_again_with_the_other_answers_kept()
    {
        await using var house = await Household.Open();
        var key = house.Of<FoundingKey>().Draw();
        using var ana = house.Visit();

        var (_, review) = await ana.Send(
            "/start?key=" + key,
            "/start/review",
            [.. Given.Where(g => g.Item1 != "name"), ("key", key)]
        );

        Assert.Contains("Some questions have no answer yet", review, StringComparison.Ordinal);
        Assert.Contains("action=\"/start/review\"", review, StringComparison.Ordinal);
        Assert.Contains("ana@example.org", review, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_branch_is_founded_by_five_who_sign_in_with_their_cards_and_accept()
    {
        await using var house = await Household.Open();
        var key = house.Of<FoundingKey>().Draw();
        using var ana = house.Visit();
        var start = "/start?key=" + key;
        Assert.Equal(HttpStatusCode.OK, (await ana.Read(start)).Status);
        var (_, review) = await ana.Send(start, "/start/review", [.. Given, ("key", key)]);
        Assert.Contains("conform to the charter", review, StringComparison.Ordinal);
        Assert.Contains("historical: IWW", review, StringComparison.Ordinal);
        var begun = await ana.Send(
            start,
            "/start/begin",
            [
                .. Given,
                ("key", key),
                ("_id", "f"),
                ("seen", Seen().Match(review).Groups[1].Value),
                ("programme", "# Principles\n\n1. One vote.\n"),
            ]
        );
        Assert.EndsWith("/founding", begun.Next, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Read(start)).Status);

        var sheet = (await ana.Read(begun.Next)).Text;
        Assert.Contains("Harbour \"East\" Branch", sheet, StringComparison.Ordinal);
        var cards = Cards().Matches(sheet);
        Assert.Equal(5, cards.Count);
        foreach (Match card in cards)
        {
            using var founder = house.Visit();
            var (_, join) = await founder.Send(
                "/sign-in",
                "/sign-in/card",
                ("code", card.Value[..9]),
                ("pin", card.Groups["pin"].Value)
            );
            Assert.EndsWith("/join", join, StringComparison.Ordinal);
            await founder.Send(
                join,
                join.Replace("/join", "/do/membership/acceptinvitation", StringComparison.Ordinal),
                ("_id", card.Value[..9]),
                ("ProgrammeVersion", "1"),
                ("Reservation", "")
            );
        }
        var section = house.Front.Read(Assert.Single(house.Front.Sections)).Section;
        Assert.Equal(5, section.Membership.InGoodStanding);
        Assert.Equal(Domain.Sections.Founding.Constituted, section.Sections.Founding);
        Assert.Single(house.Accounts.FindByEmail("ana@example.org"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Read(begun.Next)).Status);
    }

    [Fact]
    public async Task Only_the_initiator_prints_cards_and_none_for_somebody_who_has_come()
    {
        await using var house = await Household.Open();
        var (ana, ben) = (house.Person("Ana"), house.Person("Ben"));
        var section = await house.Circle(ana, ben);
        var sheet = $"/s/{section.Value[..10]}/founding";
        using var other = await house.Visit(ben);
        Assert.Equal(HttpStatusCode.Forbidden, (await other.Read(sheet)).Status);
        using var first = await house.Visit(ana);
        Assert.Empty(Cards().Matches((await first.Read(sheet)).Text));
        await first.Send(sheet, sheet + "/card", ("person", ben.Value));
        Assert.Single(Cards().Matches((await first.Read(sheet)).Text));
        await house.Front.Send(
            section,
            new Clerk.Recording.GivenId("b"),
            new AcceptInvitation(1, ""),
            Actor.Self(ben)
        );
        var refused = await first.Send(sheet, sheet + "/card", ("person", ben.Value));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task The_nine_questions_and_the_sheet_pass_axe()
    {
        await using var house = await Household.Open();
        var page = await running.Page(Width.Telephone, ColorScheme.Light);
        await page.GotoAsync($"{house.Address}start?key={house.Of<FoundingKey>().Draw()}");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.FillAsync("[name=name]", "Harbour");
        await page.FillAsync("[name=founders]", "Ana\nBen");
        await page.ClickAsync("form[action='/start/review'] button");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.ClickAsync("form[action='/start/begin'] details:last-of-type > summary");
        await page.FillAsync("[name=word]", "circle");
        await page.ClickAsync("[formaction='/start/review']");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.ClickAsync("form[action='/start/begin'] > button.act");
        await page.Arrives("/founding");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.ScreenshotAsync(
            new() { Path = Path.Combine(RunningHouse.Screens, "founding.png"), FullPage = true }
        );
        await page.Context.CloseAsync();
    }
}
