using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Browser.Tests.People;

/// <summary>How long an answer takes must not depend on a mail server, and so not on whom a letter is for.</summary>
public sealed class MailWaitTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly TaskCompletionSource _taken = new();
    private readonly SlowMailServer _post;
    private Household _house = null!;

    public MailWaitTests() => _post = new SlowMailServer(_taken.Task);

    public async ValueTask InitializeAsync() =>
        _house = await Household.Open(services => services.AddSingleton(_post.Settings));

    public async ValueTask DisposeAsync()
    {
        _taken.TrySetResult();
        await _house.DisposeAsync();
        _post.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sign-in", "/sign-in/mail", "ada@example.org")]
    [InlineData("/sign-in", "/sign-in/mail", "nobody@example.org")]
    [InlineData("/recover", "/recover/ask", "ada@example.org")]
    [InlineData("/recover", "/recover/ask", "nobody@example.org")]
    public async Task A_form_that_takes_an_address_is_answered_before_any_letter_is_taken(
        string page,
        string form,
        string address
    )
    {
        _house.Person("Ada", "ada@example.org");
        using var visitor = _house.Visit();
        await visitor.Send(page, form, ("email", address)).WaitAsync(Patience, Stop);
        Assert.Empty(_post.Taken);
        _taken.SetResult();
        if (form == "/sign-in/mail" || address == "ada@example.org")
            await _post.LetterTo(address);
    }

    [Fact]
    public async Task Whoever_moves_their_address_does_not_wait_for_the_letter_that_tells_of_it()
    {
        using var ada = await _house.Visit(_house.Person("Ada", "ada@example.org"));
        await ada.Send("/me", "/me/address", ("name", "Ada"), ("email", "new@example.org"))
            .WaitAsync(Patience, Stop);
        _taken.SetResult();
        await _post.LetterTo("ada@example.org");
    }

    [Fact]
    public async Task Whoever_invites_does_not_wait_for_the_letter()
    {
        var (ada, ben) = (_house.Person("Ada"), _house.Person("Ben"));
        var section = await _house.Circle(ada, ben);
        await _house.Front.Send(
            section,
            new GivenId("accept"),
            new AcceptInvitation(1, ""),
            Actor.Self(ada)
        );
        var people = $"/s/{section.Value[..10]}/people";
        using var visitor = await _house.Visit(ada);
        await visitor
            .Send(people, people + "/invite", ("name", "Cy"), ("email", "cy@example.org"))
            .WaitAsync(Patience, Stop);
        _taken.SetResult();
        await _post.LetterTo("cy@example.org");
    }

    /// <summary>What differs between a known and an unknown address is done when the answer has left.</summary>
    [Theory]
    [InlineData("/sign-in", "/sign-in/mail")]
    [InlineData("/recover", "/recover/ask")]
    public async Task Until_the_answer_nothing_is_done_about_a_known_address_that_is_not_about_another(
        string page,
        string form
    )
    {
        _taken.SetResult();
        _house.Person("Ada", "ada@example.org");
        var answered = new TaskCompletionSource();
        _house.Of<Afterwards>().Leave(() => answered.Task);
        using var visitor = _house.Visit();
        await visitor.Send(page, form, ("email", "ada@example.org"));
        await Task.Delay(300, Stop);
        Assert.Empty(_house.Accounts.Recoveries(_house.Now));
        Assert.Empty(_post.Taken);
        answered.SetResult();
        await _post.LetterTo("ada@example.org");
    }
}
