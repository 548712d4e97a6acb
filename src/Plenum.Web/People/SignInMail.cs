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
/// The letter that lets somebody in. Whoever asks is told the same whether an address is known or not, and as fast: the
/// letter is written when they have their answer.
/// </summary>
public sealed class SignInMail(
    Accounts accounts,
    Persons persons,
    Afterwards afterwards,
    Outbox outbox,
    IDataProtectionProvider protection,
    PlenumWebOptions options
) : IDisposable
{
    private const int LettersAtOnce = 3;
    private static readonly TimeSpan LettersWindow = TimeSpan.FromMinutes(15);

    private readonly ITimeLimitedDataProtector _newcomers = protection
        .CreateProtector("newcomer")
        .ToTimeLimitedDataProtector();

    // Nobody's mailbox is to be filled by a stranger's patience.
    private readonly PartitionedRateLimiter<string> _letters = PartitionedRateLimiter.Create<
        string,
        string
    >(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            Addresses.Folded(address),
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = LettersAtOnce,
                Window = LettersWindow,
            }
        )
    );

    public void Ask(HttpContext context, Sentences s, string address, string back, Instant now)
    {
        if (!MayWrite(address))
            return;
        var house = SigningIn.AddressOf(context, options);
        afterwards.Leave(() => Write(house, s, address, back, now));
    }

    /// <summary>Whether a letter that somebody here asked for may go to this address now.</summary>
    public bool MayWrite(string address) =>
        Mailer.IsAddress(address) && _letters.AttemptAcquire(address).IsAcquired;

    /// <summary>The address a stranger's link was sent to; empty if it has lapsed, was used or was never ours.</summary>
    public string AddressIn(string token)
    {
        try
        {
            return accounts.IsSpent(token) ? "" : _newcomers.Unprotect(token);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return "";
        }
    }

    /// <summary>Somebody has this address already; people of one household may share it.</summary>
    public bool IsShared(string address) => !accounts.FindByEmail(address).IsEmpty;

    public void Dispose() => _letters.Dispose();

    // To the addresses in the vault, each with the links of those who have it; what was typed only finds them.
    private async Task Write(string house, Sentences s, string typed, string back, Instant now)
    {
        var wanted = HouseAddress.Local(back) is { Length: > 0 } local
            ? "&back=" + Uri.EscapeDataString(local)
            : "";
        var known = accounts
            .FindByEmail(typed)
            .Select(person => (Person: person, persons.Of(person).Email))
            .Where(one => one.Email.Length > 0)
            .ToLookup(one => one.Email, one => one.Person, StringComparer.Ordinal);
        foreach (var at in known)
            await Post(at.Key, at);
        if (known.Count == 0)
            await Post(typed, []);

        async Task Post(string address, IEnumerable<PersonId> people)
        {
            var text = new StringBuilder();
            foreach (var person in people)
                text.Append(Greeting(s, person))
                    .Append("\n\n")
                    .Append(
                        house + "/sign-in/link?token=" + accounts.IssueLink(person, now) + wanted
                    )
                    .Append("\n\n");
            text.Append(s[people.Any() ? "sign-in.letter.beside" : "sign-in.letter.newcomer"])
                .Append("\n\n")
                .Append(house + "/sign-in/new?token=" + TokenFor(address) + wanted)
                .Append("\n\n")
                .Append(s["sign-in.letter.end"])
                .Append('\n');
            await outbox.Post(new Message(address, s["sign-in.letter.subject"], text.ToString()));
        }
    }

    private string Greeting(Sentences s, PersonId person) =>
        s[
            accounts.IsConfirmed(person) ? "sign-in.letter.link" : "sign-in.letter.unconfirmed",
            ("name", NameOf(person, s))
        ];

    private string TokenFor(string address) =>
        _newcomers.Protect(address, Accounts.LinkLasts.ToTimeSpan());

    private string NameOf(PersonId person, Sentences s) =>
        Names.InLetter(persons.NameOf(person)) is { Length: > 0 } name ? name : s["people.erased"];
}
