using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using Plenum.Browser.Tests.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Browser.Tests.Import;

/// <summary>Whoever is invited gets a letter, reads the programme and is a member by accepting it (C19).</summary>
public sealed partial class InvitingTests : IAsyncLifetime
{
    private Household _house = null!;
    private PersonId _ana;
    private SectionId _section;

    private string Home => $"/s/{_section.Value[..10]}";

    private MembershipRecord Roll => _house.Front.Read(_section).Section.Membership;

    public async ValueTask InitializeAsync()
    {
        _house = await Household.Open();
        _ana = _house.Person("Ana");
        _section = await _house.Circle(_ana, _house.Person("Ben"));
        await _house.Front.Send(
            _section,
            new GivenId("accept"),
            new AcceptInvitation(1, ""),
            Actor.Self(_ana)
        );
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [GeneratedRegex(
        "(?<path>/sign-in/link\\?token=(?<token>[0-9a-f]+)&back=\\S+)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Link();

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Tray();

    [GeneratedRegex("name=\"_id\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Act();

    [Fact]
    public async Task Whoever_is_invited_declines_as_easily_as_they_accept()
    {
        var cy = _house.Person("Cy");
        await _house.Front.Send(
            _section,
            new GivenId("cy"),
            new Invite(cy, _house.Now),
            Actor.Self(_ana)
        );
        using var visitor = await _house.Visit(cy);
        var (_, page) = await visitor.Read(Home + "/join");
        Assert.Contains("Accept the invitation", page, StringComparison.Ordinal);
        Assert.Contains("Decline the invitation", page, StringComparison.Ordinal);

        await visitor.Send(
            Home + "/join",
            Home + "/do/membership/leave",
            ("_id", Guid.NewGuid().ToString("N"))
        );

        Assert.IsType<Standing.Left>(Roll.Of(cy).Standing);
    }

    [Fact]
    public async Task An_imported_person_gets_a_letter_and_joins_by_accepting_the_programme()
    {
        using var ana = await _house.Visit(_ana);
        var (_, preview) = await ana.Send(
            Home + "/import",
            Home + "/import/look",
            new MultipartFormDataContent
            {
                {
                    new ByteArrayContent(
                        Encoding.UTF8.GetBytes("name;email\nFay;fay@example.org\nGil;\n")
                    ),
                    "roll",
                    "roll.csv"
                },
            }
        );
        Assert.Empty(_house.Letters);
        await ana.Send(
            Home + "/import",
            Home + "/import/confirm",
            ("token", Tray().Match(preview).Groups[1].Value)
        );
        var letter = Assert.Single(_house.Letters);
        Assert.Equal("fay@example.org", letter.To);
        Assert.Contains("Harbour", letter.Subject, StringComparison.Ordinal);
        var link = Link().Match(letter.Text);
        var fay = Assert.Single(_house.Accounts.FindByEmail("fay@example.org"));
        Assert.IsType<Standing.Invited>(Roll.Of(fay).Standing);

        // The link outlives the quarter of an hour of an ordinary one.
        _house.Clock.Move(Duration.FromDays(29));
        using var visitor = _house.Visit();
        var path = WebUtility.UrlDecode(link.Groups["path"].Value);
        var landed = await visitor.Send(
            path,
            "/sign-in/link/use",
            ("token", link.Groups["token"].Value),
            ("back", Home + "/join")
        );
        Assert.Equal(Home + "/join", landed.Next);
        Assert.IsType<Standing.Invited>(Roll.Of(fay).Standing);
        var join = (await visitor.Read(landed.Next)).Text;
        await visitor.Send(
            landed.Next,
            Home + "/do/membership/acceptinvitation",
            ("_id", Act().Match(join).Groups[1].Value),
            ("ProgrammeVersion", "1"),
            ("Reservation", "")
        );
        Assert.IsType<Standing.Good>(Roll.Of(fay).Standing);
    }

    [Fact]
    public async Task Somebody_is_invited_by_hand_written_to_again_and_the_invitation_taken_back()
    {
        using var ana = await _house.Visit(_ana);
        var page = Home + "/people";
        var wrong = await ana.Send(page, page + "/invite", ("name", "Hal"), ("email", "not one"));
        Assert.Equal(page + "?said=unreadable", wrong.Next);
        await ana.Send(page, page + "/invite", ("name", "Hal"), ("email", "hal@example.org"));
        var hal = Assert.Single(_house.Accounts.FindByEmail("hal@example.org"));
        var no = Roll.Of(hal).No;
        Assert.Single(_house.Letters);
        Assert.Contains("Hal", (await ana.Read(page)).Text, StringComparison.Ordinal);

        await ana.Send($"{page}/{no}", $"{page}/{no}/letter");
        Assert.Equal(2, _house.Letters.Length);
        await ana.Send($"{page}/{no}", $"{page}/{no}/withdraw");
        Assert.IsType<Standing.Left>(Roll.Of(hal).Standing);
        Assert.Equal("", _house.Persons.NameOf(hal));
        Assert.Null(_house.Accounts.Find(hal));
    }

    [Fact]
    public async Task Nobody_invites_or_writes_who_may_not()
    {
        using var eve = await _house.Visit(_house.Person("Eve"));
        foreach (var form in (string[])["/people/invite", "/people/2/letter", "/people/2/withdraw"])
        {
            var tried = await eve.Send("/me", Home + form, ("name", "Hal"), ("email", ""));
            Assert.Equal(HttpStatusCode.Forbidden, tried.Status);
        }
        Assert.Empty(_house.Letters);
        Assert.Equal(2, Roll.Members.Count);
    }
}
