using System.Net;
using System.Text;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;

namespace Plenum.Browser.Tests.People;

/// <summary>Who used to be a member is forgotten at their own wish: from the button to the last file of the folder.</summary>
public sealed class ForgetTests : IAsyncLifetime
{
    private const string Name = "Adalgisa Quixworth";
    private const string Before = "Adalgisa Formerly";
    private const string Mail = "adalgisa@quixworth.example";
    private const string OldMail = "adalgisa@formerly.example";
    private const string Lane = "Quixworth Lane";
    private const string Device = "Adalgisa telephone";

    private static readonly string[] Traces = [Name, Before, Mail, OldMail, Lane, Device];

    private Household _house = null!;
    private PersonId _ada;
    private PersonId _ben;
    private SectionId _section;
    private string _page = "";

    public async ValueTask InitializeAsync()
    {
        _house = await Household.Open();
        _ada = _house.Person(Before, OldMail);
        _ben = _house.Person("Ben", "ben@example.org");
        _section = await _house.Circle(_ada, _ben, _house.Person("Cleo"));
        _page = "/s/" + _section.Value;
        _house.Of<FormerNames>().Change(_ada, Name, _house.Now);
        _house.Of<PeopleBook>().Write(_ada, new PersonalData(Name, Mail, Lane));
        foreach (var person in new[] { _ada, _ben })
            await Do(person, new AcceptInvitation(1, ""));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private Member Ada => _house.Front.Read(_section).Section.Membership.Of(new MemberNo(1));

    private async Task Do(PersonId person, Command command) =>
        Assert.IsType<Answer.Done>(
            await _house.Front.Send(
                _section,
                new GivenId(Guid.NewGuid().ToString("N")),
                command,
                Actor.Self(person)
            )
        );

    private Task<(HttpStatusCode Status, string Next)> Ask(
        Visitor visitor,
        params (string Name, string Value)[] fields
    ) =>
        visitor.Send(
            "/me",
            "/me/forget",
            [("_id", Guid.NewGuid().ToString("N")), ("section", _section.Value), .. fields]
        );

    private Task Lay(Message letter) =>
        _house.Of<Outbox>().Post(letter, TestContext.Current.CancellationToken);

    private Passkey Telephone() =>
        new([1, 2, 3], [4, 5, 6], Device, _house.Now, 0, [], true, false, false, [], []);

    // What lies in the clear anywhere in the folder, databases with their logs included.
    private string[] Found() =>
        [
            .. Directory
                .EnumerateFiles(_house.Folder, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetFileName(file) != "lock")
                .SelectMany(file => Traces.Where(t => Holds(file, t)).Select(t => (file, t)))
                .Select(found => $"{Path.GetRelativePath(_house.Folder, found.file)}: {found.t}"),
        ];

    private static bool Holds(string file, string trace)
    {
        using var stream = new FileStream(
            file,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0
            || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(trace)) >= 0;
    }

    [Fact]
    public async Task Nothing_of_the_folder_holds_the_name_and_nobody_comes_in_as_them()
    {
        using var ada = await _house.Visit(_ada);
        using var thief = ada.Copy();
        _house.Accounts.PutPasskey(_ada, Telephone());
        await Lay(new Message(Mail, "Hello", $"Hello {Name}"));
        await Lay(new Message("ben@example.org", "Hello", "Hello Ben"));
        using var ben = await _house.Visit(_ben);
        Assert.Contains(Name, (await ben.Read(_page + "/people")).Text, StringComparison.Ordinal);
        await Do(_ada, new Leave());
        Assert.Contains(Found(), one => one.EndsWith(Mail, StringComparison.Ordinal));
        Assert.Contains(Found(), one => one.EndsWith(Device, StringComparison.Ordinal));

        Assert.Equal(
            (HttpStatusCode.Redirect, "/sign-in?said=forgotten"),
            await Ask(ada, ("as", ""))
        );

        Assert.Empty(Found());
        Assert.Single(_house.Letters);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.Open("/me")).Status);
        Assert.Null(_house.Accounts.Find(_ada));
        Assert.Empty(_house.Accounts.FindByEmail(Mail));
        Assert.Equal(PersonalData.Unknown, _house.Persons.Of(_ada));
        var people = (await ben.Read(_page + "/people/1")).Text;
        Assert.Contains("a former member", people, StringComparison.Ordinal);
        Assert.Contains("their own wish", people, StringComparison.Ordinal);
        Assert.DoesNotContain("Adalgisa", people, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Adalgisa",
            (await ben.Read(_page + "/people")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_goes_and_what_stays_is_told_in_both_languages_before_the_button()
    {
        await Do(_ada, new Leave());
        using var ada = await _house.Visit(_ada);

        var told = (await ada.Read("/me")).Text;
        Assert.Contains("Have me forgotten in Harbour", told, StringComparison.Ordinal);
        Assert.Contains("What stays", told, StringComparison.Ordinal);
        Assert.Contains($"as it is now, {Name}", told, StringComparison.Ordinal);
        Assert.Contains(
            "Que se me olvide en Harbour",
            (await ada.Read("/me?lang=es")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("now", "", Name)]
    [InlineData("other", "  A.   Writer ", "A. Writer")]
    public async Task Their_texts_stand_under_the_name_they_chose_and_nobody_takes_it_for_a_member(
        string choice,
        string other,
        string stands
    )
    {
        await Do(_ada, new Leave());
        using var ada = await _house.Visit(_ada);
        await Ask(ada, ("as", choice), ("other", other));

        using var ben = await _house.Visit(_ben);
        Assert.Contains(
            $"{stands} (a former member)",
            (await ben.Read(_page + "/people/1")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("", _house.Persons.NameOf(_ada));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Ada\u202Eada")]
    public async Task Whoever_wants_a_name_and_writes_none_is_not_forgotten_yet(string other)
    {
        await Do(_ada, new Leave());
        using var ada = await _house.Visit(_ada);
        var (status, _) = await Ask(ada, ("as", "other"), ("other", other));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.False(Ada.IsForgotten);
        Assert.Equal(Name, _house.Persons.NameOf(_ada));
    }

    [Fact]
    public async Task A_member_is_told_to_leave_first_and_finds_no_button()
    {
        using var ada = await _house.Visit(_ada);
        Assert.DoesNotContain("/me/forget", (await ada.Read("/me")).Text, StringComparison.Ordinal);
        var (status, text) = await Ask(ada, ("as", ""));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("you are on the roll", text, StringComparison.Ordinal);
        Assert.False(Ada.IsForgotten);
    }

    [Fact]
    public async Task No_form_and_no_key_of_anybody_else_reaches_them()
    {
        await Do(_ada, new Leave());
        using var ben = await _house.Visit(_ben);
        await Ask(ben, ("as", ""), (Doing.ForField, "1"), ("Member", "1"));
        var (status, _) = await ben.Send(
            "/me",
            _page + "/do/membership/forget",
            (Doing.ForField, "1"),
            ("KnownAs", "")
        );

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.False(Ada.IsForgotten);
        Assert.Equal(Name, _house.Persons.NameOf(_ada));
        Assert.DoesNotContain("membership/forget", Verbs.All.Keys);
    }

    [Fact]
    public async Task A_device_left_signed_in_destroys_nobody()
    {
        await Do(_ada, new Leave());
        _house.Accounts.PutPasskey(_ada, Telephone());
        using var ada = await _house.Visit(_ada);
        _house.Clock.Move(Duration.FromHours(2));

        Assert.Equal("/sign-in?said=again&back=/me", (await Ask(ada, ("as", ""))).Next);
        Assert.False(Ada.IsForgotten);
    }

    [Fact]
    public async Task Whoever_belongs_to_another_section_here_stays_known_until_they_leave_it()
    {
        var other = await _house.Circle("Canal", _ada, _house.Person("Dora"), _house.Person("Eve"));
        await Do(_ada, new Leave());
        using var ada = await _house.Visit(_ada);

        Assert.Equal("/me?said=forgotten", (await Ask(ada, ("as", ""))).Next);
        Assert.True(Ada.IsForgotten);
        Assert.Equal(Name, _house.Persons.NameOf(_ada));
        using var ben = await _house.Visit(_ben);
        Assert.DoesNotContain(
            Name,
            (await ben.Read(_page + "/people/1")).Text,
            StringComparison.Ordinal
        );

        _section = other;
        await Do(_ada, new Leave());
        Assert.Equal("/sign-in?said=forgotten", (await Ask(ada, ("as", ""))).Next);
        Assert.Equal("", _house.Persons.NameOf(_ada));
    }

    [Fact]
    public async Task A_letter_to_an_address_that_another_shares_stays_theirs()
    {
        _house.Person("Bert", Mail);
        await Lay(new Message(Mail, "Hello", "Hello both"));
        await Do(_ada, new Leave());
        using var ada = await _house.Visit(_ada);
        await Ask(ada, ("as", ""));

        Assert.Single(_house.Letters);
    }
}
