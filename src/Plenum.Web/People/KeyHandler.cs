using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>
/// A program shows the personal key that its owner gave it. It is looked at under <c>/api</c> alone, so that no key
/// ever opens a page with names on it or a form that changes how somebody signs in.
/// </summary>
public sealed class KeyHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logs,
    UrlEncoder encoder,
    Accounts accounts,
    DoorLog door,
    IClock clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "plenum.key";
    public const string WordClaim = "word";
    public const string KeyClaim = "key";

    private const string Bearer = "Bearer ";

    public static bool IsShown(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context
            .Request.Headers.Authorization.ToString()
            .StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (
            accounts.FindKey(shown, clock.GetCurrentInstant())
            is not { Purpose: KeyPurpose.Acting(var words, _) } key
        )
        {
            door.Refused(WayIn.ProgramKey);
            return Task.FromResult(AuthenticateResult.Fail("no such key"));
        }
        var identity = new ClaimsIdentity(
            [
                new(Here.PersonClaim, key.Person.Value),
                // The limits count by this claim.
                new(ClaimTypes.NameIdentifier, key.Person.Value),
                new(KeyClaim, key.Id),
                .. words.Select(word => new Claim(WordClaim, word)),
            ],
            Name
        );
        return Task.FromResult(
            AuthenticateResult.Success(
                new AuthenticationTicket(new ClaimsPrincipal(identity), Name)
            )
        );
    }
}
