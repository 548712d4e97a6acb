using System.Net;
using System.Text.RegularExpressions;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Browser.Tests.People;

public sealed partial class RecoveryTests
{
    [GeneratedRegex(
        "/recover/stop\\?id=(?<id>[0-9a-f]+)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex StopLink();

    [Fact]
    public async Task Whoever_asks_is_told_the_same_and_every_old_address_hears_of_it_and_can_stop_it()
    {
        await using var house = await Household.Open();
        var ada = house.Person("Ada", "old@example.org");
        using var desk = await house.Visit(ada);
        await desk.Send("/me", "/me/address", ("name", "Ada"), ("email", "new@example.org"));
        using var visitor = house.Visit();
        var known = await visitor.Send("/recover", "/recover/ask", ("email", "new@example.org"));
        var unknown = await visitor.Send("/recover", "/recover/ask", ("email", "x@example.org"));
        Assert.Equal(known, unknown);
        Assert.Equal(
            ["new@example.org", "old@example.org"],
            house.Letters.Take(2).Select(l => l.To).Order(StringComparer.Ordinal)
        );
        var id = StopLink().Match(house.Letters[0].Text).Groups["id"].Value;
        await visitor.Send($"/recover/stop?id={id}", "/recover/now", ("id", id));
        Assert.Equal(RecoveryState.Stopped, house.Accounts.FindRecovery(id)!.State);
    }

    [Fact]
    public async Task Nobody_without_the_mandate_vouches_or_hands_over()
    {
        await using var house = await Household.Open();
        var (ada, ben) = (house.Person("Ada", "ada@example.org"), house.Person("Ben"));
        var section = await house.Circle(ada, ben);
        foreach (var person in (PersonId[])[ada, ben])
            await house.Front.Send(
                section,
                new GivenId("accept-" + person),
                new AcceptInvitation(1, ""),
                Actor.Self(person)
            );
        var asked = house.Accounts.AskRecovery(ada, house.Now);
        using var visitor = await house.Visit(ben);
        await visitor.Send("/me", "/me/recover/vouch", ("id", asked.Id));
        Assert.Equal(PersonId.Nobody, house.Accounts.FindRecovery(asked.Id)!.First);
        house.Accounts.Vouch(asked.Id, ben, house.Now);
        house.Accounts.Vouch(asked.Id, new PersonId("other"), house.Now);
        house.Clock.Move(Duration.FromDays(4));
        var tried = await visitor.Send("/me", "/me/recover/hand-over", ("id", asked.Id));
        Assert.Equal(HttpStatusCode.Forbidden, tried.Status);
    }

    [Fact]
    public async Task Each_step_stands_in_the_record_and_no_secret_does()
    {
        await using var demo = new WhoMay.DemoHouse();
        await demo.InitializeAsync();
        var (lost, first, second) = demo.LostAndTwoOfTheCommittee();
        using var one = await demo.Visit(first);
        using var two = await demo.Visit(second);
        var page = $"{demo.Path}/people/{lost}";
        Assert.Contains(
            $"{demo.Path}/recover/{lost}\"",
            (await one.Read(page)).Text,
            StringComparison.Ordinal
        );
        await one.Send(page, $"{demo.Path}/recover/{lost}");
        var id = Assert.Single(demo.Accounts.Recoveries(demo.Now)).Id;
        foreach (var holder in (Visitor[])[one, two])
            await holder.Send("/me", "/me/recover/vouch", ("id", id));
        await two.Send("/me", "/recover/now", ("id", id));

        var told = (await one.Read(page)).Text;
        Assert.Contains("vouched that", told, StringComparison.Ordinal);
        Assert.Contains("Somebody objected", told, StringComparison.Ordinal);
        Assert.DoesNotContain(id, demo.WholeRecord(), StringComparison.Ordinal);
        Assert.Empty(demo.Section.Membership.Restorings);
    }
}
