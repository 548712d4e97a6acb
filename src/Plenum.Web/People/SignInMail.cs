using System.Collections.Immutable;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;
using Plenum.Web.Speech;

namespace Plenum.Web.People;

/// <summary>
/// The letter that lets somebody in. Whoever asks is told the same whether an address is known or not; a stranger's
/// letter leads to where one gives a name, so that even the letter is sent to both.
/// </summary>
public sealed class SignInMail(
    Accounts accounts,
    PeopleBook people,
    Mailer mailer,
    IDataProtectionProvider protection,
    PlenumWebOptions options
) : IDisposable
{
    private const int LettersAtOnce = 3;

    private readonly ITimeLimitedDataProtector _newcomers = protection
        .CreateProtector("newcomer")
        .ToTimeLimitedDataProtector();

    // Nobody's mailbox is to be filled by a stranger's patience.
    private readonly PartitionedRateLimiter<string> _letters = PartitionedRateLimiter.Create<
        string,
        string
    >(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address.ToUpperInvariant(),
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = LettersAtOnce,
                Window = Accounts.LinkLasts.ToTimeSpan(),
            }
        )
    );

    public async Task Send(
        HttpContext context,
        Sentences s,
        string address,
        string back,
        Instant now
    )
    {
        if (!Mailer.IsAddress(address) || !_letters.AttemptAcquire(address).IsAcquired)
            return;
        await mailer.Send(
            new Message(address, s["sign-in.letter.subject"], Text(context, s, address, back, now)),
            context.RequestAborted
        );
    }

    /// <summary>The address a stranger's link was sent to; empty if it has lapsed or was never ours.</summary>
    public string AddressIn(string token)
    {
        try
        {
            return _newcomers.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "";
        }
    }

    /// <summary>The link was used: somebody has this address now.</summary>
    public bool IsTaken(string address) => !accounts.FindByEmail(address).IsEmpty;

    public void Dispose() => _letters.Dispose();

    private string Text(HttpContext context, Sentences s, string address, string back, Instant now)
    {
        var house = SigningIn.AddressOf(context, options);
        var wanted = HouseAddress.Local(back) is { Length: > 0 } local
            ? "&back=" + Uri.EscapeDataString(local)
            : "";
        var text = new StringBuilder();
        var known = accounts.FindByEmail(address);
        foreach (var person in known)
            text.Append(s["sign-in.letter.link", ("name", NameOf(person, s))])
                .Append("\n\n")
                .Append(house + "/sign-in/link?token=" + accounts.IssueLink(person, now) + wanted)
                .Append("\n\n");
        if (known.IsEmpty)
            text.Append(s["sign-in.letter.newcomer"])
                .Append("\n\n")
                .Append(house + "/sign-in/new?token=" + TokenFor(address) + wanted)
                .Append("\n\n");
        return text.Append(s["sign-in.letter.end"]).Append('\n').ToString();
    }

    private string TokenFor(string address) =>
        _newcomers.Protect(address, Accounts.LinkLasts.ToTimeSpan());

    private string NameOf(PersonId person, Sentences s) =>
        people.NameOf(person) is { Length: > 0 } name ? name : s["people.erased"];
}
