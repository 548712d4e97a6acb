using NodaTime;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Browser.Tests.People;

/// <summary>Nobody becomes somebody else by a name: what it may hold, and what it stays where people vote.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("Ann\u202Egnorw", "U+202E")]
    [InlineData("\u200B\u200B", "U+200B")]
    [InlineData("Ada\u2060 L", "U+2060")]
    [InlineData("Ada\nBen", "U+000A")]
    public async Task A_name_with_a_hidden_sign_is_refused_with_the_sign_at_every_door(
        string name,
        string sign
    )
    {
        await using var house = await Household.Open();
        var (ada, ben) = (house.Person("Ada", "ada@example.org"), house.Person("Ben"));
        var section = await house.Circle(ada, ben);
        await house.Front.Send(
            section,
            new GivenId("accept"),
            new AcceptInvitation(1, ""),
            Actor.Self(ada)
        );
        using var visitor = await house.Visit(ada);
        var people = $"/s/{section.Value[..10]}/people";
        foreach (var (page, form) in new[] { ("/me", "/me/address"), (people, people + "/invite") })
        {
            var (_, next) = await visitor.Send(
                page,
                form,
                ("name", name),
                ("email", "ada@example.org")
            );
            Assert.EndsWith(
                "?said=name-sign&sign=" + Uri.EscapeDataString(sign),
                next,
                StringComparison.Ordinal
            );
            Assert.Contains(sign, (await visitor.Read(next)).Text, StringComparison.Ordinal);
        }
        Assert.Equal("Ada", house.Persons.NameOf(ada));
        Assert.Equal(2, house.Front.Read(section).Section.Membership.LastNo);
    }

    [Fact]
    public async Task A_name_of_two_hundred_letters_is_kept_whole_when_another_field_is_saved()
    {
        var name = string.Concat(Enumerable.Repeat("Wolfeschlegelstein", 9));
        await using var house = await Household.Open();
        var person = house.Person(name);
        using var visitor = await house.Visit(person);
        await visitor.Send(
            "/me",
            "/me/address",
            ("name", name),
            ("email", ""),
            ("postal", "Mill 1")
        );
        Assert.Equal(new PersonalData(name, "", "Mill 1"), house.Persons.Of(person));
    }

    [Fact]
    public async Task A_name_from_right_to_left_turns_nothing_around_it()
    {
        await using var house = await Household.Open();
        var person = house.Person("ليلى حداد");
        using var visitor = await house.Visit(person);
        Assert.Contains(
            "\u2068ليلى حداد\u2069",
            (await visitor.Read("/sign-in")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_is_changed_three_times_in_a_month_and_no_more()
    {
        await using var house = await Household.Open();
        var person = house.Person("Ada");
        using var visitor = await house.Visit(person);
        for (var i = 1; i <= 4; i++)
            await visitor.Send("/me", "/me/address", ("name", $"Ada {i}"), ("email", ""));
        Assert.Equal("Ada 3", house.Persons.NameOf(person));
        house.Clock.Move(Duration.FromDays(31));
        await visitor.Send("/me", "/me/address", ("name", "Ada 4"), ("email", ""));
        Assert.Equal("Ada 4", house.Persons.NameOf(person));
    }

    [Fact]
    public async Task On_a_ballot_a_candidate_is_called_as_when_they_stood_and_a_change_is_told_by_its_day()
    {
        await using var demo = new WhoMay.DemoHouse();
        await demo.InitializeAsync();
        var election = demo.Section.Matters.OpenMatters.First(m =>
            m.Question is Question.Elect && demo.Section.Elections.Of(m.No).Standing.Any()
        );
        var candidate = demo.Section.Elections.Of(election.No).Standing.First();
        var person = demo.Section.Membership.Of(candidate.Member).Person;
        var stood = demo.Of<Persons>().NameOf(person);
        using var visitor = await demo.Visit(person);
        await visitor.Send("/me", "/me/address", ("name", "Somebody Else"), ("email", ""));
        Assert.Equal("Somebody Else", demo.Of<Persons>().NameOf(person));

        var ballot = (await visitor.Read($"{demo.Path}/matters/{election.No}")).Text;
        Assert.Contains(stood, ballot, StringComparison.Ordinal);
        Assert.Contains("changed their name on", ballot, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>Somebody Else", ballot, StringComparison.Ordinal);
        Assert.DoesNotContain(">Somebody Else</label>", ballot, StringComparison.Ordinal);

        // Members read the day, and whoever holds the register reads what they were called before, which is noted.
        var page = $"{demo.Path}/people/{candidate.Member}";
        var members = await demo.As("member");
        Assert.Contains(
            "changed their name on",
            (await members.Get(page)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(stood, (await members.Get(page)).Text, StringComparison.Ordinal);
        var secretary = await demo.As("secretary");
        var reads = demo.Reads.Length;
        Assert.Contains(stood, (await secretary.Get(page)).Text, StringComparison.Ordinal);
        Assert.True(demo.Reads.Length > reads);
    }

    [Fact]
    public async Task Two_who_look_the_same_are_told_apart_by_their_numbers()
    {
        await using var house = await Household.Open();
        var people = (PersonId[])
            [house.Person("Vera Koch"), house.Person("Vеra Koch"), house.Person("Ben")];
        var section = await house.Circle(people);
        await house.Front.Send(
            section,
            new GivenId("accept"),
            new AcceptInvitation(1, ""),
            Actor.Self(people[0])
        );
        using var visitor = await house.Visit(people[0]);
        var roll = (await visitor.Read($"/s/{section.Value[..10]}/people")).Text;
        Assert.Contains("Vera Koch (number 1)", roll, StringComparison.Ordinal);
        Assert.Contains("Vеra Koch (number 2)", roll, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben (number", roll, StringComparison.Ordinal);
    }
}
