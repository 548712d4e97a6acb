using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Domain.Statutes;

namespace Plenum.Browser.Tests.Story;

/// <summary>The treasurer has been recalled; a member offers to act until the election, and the lot falls (C13).</summary>
public sealed class InterimStoryTests(RunningHouse running)
{
    private static readonly BodyId Treasurer = new("treasurer");

    [Fact]
    public async Task A_member_offers_to_act_is_drawn_and_is_called_so_everywhere()
    {
        await using var house = new DemoHouse();
        await house.InitializeAsync();
        var page = await running.Page(Width.Desk, ColorScheme.Light);
        var card = house.CardOf("member");
        await page.GotoAsync($"{house.Address}sign-in");
        await page.GetByLabel("The 8 letters on the card").FillAsync(card.Code);
        await page.GetByLabel("The PIN").FillAsync(card.Pin);
        await page.CheckAsync("form[action='/sign-in/card'] input[name='own']");
        await page.Press("Sign in with the card");

        await page.GotoAsync($"{house.Address}{house.Path[1..]}");
        await page.Follow("Treasurer: offer to act until the election");
        await People.SoundAtEveryWidth(page);
        await page.Press("Offer to act");
        await Assertions.Expect(page.GetByText("1 offer")).ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Button, new() { Name = "Take the offer back" }))
            .ToBeVisibleAsync();
        var vacancy = house.Section.Mandates.Vacancies.Values.Last(v => v.Body == Treasurer);
        await house.LetPassUntil(vacancy.OffersUntil);
        await page.ReloadAsync();
        await Assertions
            .Expect(page.GetByText("drawn by lot, until somebody is elected"))
            .ToBeVisibleAsync();
        await People.SoundAtEveryWidth(page);
        await page.Follow("Who speaks for me");
        await Assertions.Expect(page.GetByText("Treasurer, acting until").First).ToBeVisibleAsync();
        var acting = house.Section.Mandates.Current.Values.Single(m => m.IsInterim);
        await page.GotoAsync($"{house.Address}{house.Path[1..]}/mandates/{acting.No}?recall=true");
        await Assertions
            .Expect(page.GetByText("Drawn by lot among those who offered").First)
            .ToBeVisibleAsync();
        await People.SoundAtEveryWidth(page);
        await page.Press("Sign and begin a recall");
        await Assertions
            .Expect(page.GetByText("You have signed", new() { Exact = false }))
            .ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
