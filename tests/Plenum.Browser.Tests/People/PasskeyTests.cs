using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.Story;

namespace Plenum.Browser.Tests.People;

/// <summary>A browser with a device that signs (WebAuthn's virtual authenticator).</summary>
public sealed class PasskeyTests(RunningHouse running)
{
    private static readonly Dictionary<string, object> Device = new(StringComparer.Ordinal)
    {
        ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["protocol"] = "ctap2",
            ["transport"] = "internal",
            ["hasResidentKey"] = true,
            ["hasUserVerification"] = true,
            ["isUserVerified"] = true,
            ["automaticPresenceSimulation"] = true,
        },
    };

    [Fact]
    public async Task A_passkey_added_on_ones_own_page_signs_in_again()
    {
        await using var house = await Household.Open();
        var ada = house.Person("Ada");
        var card = house.Accounts.IssueCard(ada, house.Now);
        var page = await running.Page(Width.Telephone, ColorScheme.Light);
        var wrong = new List<string>();
        page.Console += (_, m) =>
        {
            // The browser tells what it cleared when somebody signed out.
            if (!m.Text.StartsWith("Clear-Site-Data header", StringComparison.Ordinal))
                wrong.Add($"{m.Type}: {m.Text}");
        };
        page.PageError += (_, e) => wrong.Add(e);
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", Device);

        await page.GotoAsync($"{house.Address}sign-in?card={card.Code}");
        await page.FillAsync("#f-pin", card.Pin);
        await page.ClickAsync("form[action='/sign-in/card'] button");
        await page.GotoAsync($"{house.Address}me");
        await page.FillAsync("#f-device", "my telephone");
        await page.ClickAsync("form[action='/me/passkey'] button");
        await page.Arrives("/me?said=added");
        Assert.Equal("my telephone", Assert.Single(house.Accounts.Passkeys(ada)).Name);
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));

        await page.ClickAsync("form[action='/sign-out'] button");
        await page.GotoAsync($"{house.Address}sign-in?back=/me");
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.ClickAsync("form[action='/sign-in/passkey'] button");
        await page.Arrives("/me");
        Assert.Equal("Ada", await page.InputValueAsync("form[action='/me/address'] [name=name]"));
        Assert.Empty(wrong);

        house.Accounts.RemovePasskey(ada, house.Accounts.Passkeys(ada)[0].Id.AsSpan());
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.GotoAsync($"{house.Address}sign-in");
        await page.ClickAsync("form[action='/sign-in/passkey'] button");
        await page.Arrives("/sign-in?said=passkey");
        await page.Context.CloseAsync();
    }
}
