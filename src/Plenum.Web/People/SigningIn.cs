using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>How somebody becomes signed in, stays so while their stamp holds, and where they land.</summary>
public static class SigningIn
{
    private const string StampClaim = "stamp";
    private const string SessionClaim = "session";

    /// <summary>A new person of the tree: 128 random bits, in hexadecimal.</summary>
    public static PersonId NewPerson() =>
        new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    /// <summary>On a device of one's own the browser keeps the session; whoever was signed in here before no longer is.</summary>
    public static Task SignIn(HttpContext context, PersonId person, bool isOwn, WayIn way)
    {
        var services = context.RequestServices;
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        EndSession(context);
        services.GetRequiredService<DoorLog>().CameIn(way);
        return Begin(context, person, isOwn, proved: now, now);
    }

    /// <summary>The cookie goes, and what the browser kept of these pages.</summary>
    public static Task SignOut(HttpContext context)
    {
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return context.SignOutAsync(Here.Scheme);
    }

    /// <summary>The session at hand is over on the server, whoever has copied its cookie.</summary>
    public static void EndSession(HttpContext context)
    {
        if (context.User.FindFirstValue(SessionClaim) is { } token)
            context.RequestServices.GetRequiredService<Accounts>().EndSession(token);
    }

    private static Task Begin(
        HttpContext context,
        PersonId person,
        bool isOwn,
        Instant proved,
        Instant now
    )
    {
        var accounts = context.RequestServices.GetRequiredService<Accounts>();
        var account = accounts.Create(person, now);
        var token = accounts.BeginSession(
            person,
            isOwn,
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            proved,
            now
        );
        var identity = new ClaimsIdentity(
            [
                new(Here.PersonClaim, person.Value),
                // The limits count by this claim.
                new(ClaimTypes.NameIdentifier, person.Value),
                new(StampClaim, account.Stamp),
                new(SessionClaim, token),
            ],
            Here.Scheme
        );
        return context.SignInAsync(
            Here.Scheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = isOwn }
        );
    }

    /// <summary>
    /// A session ends when it is signed out, when its time is over, and with all others when the account's stamp is
    /// renewed: signed out everywhere, restored or erased.
    /// </summary>
    public static Task Validate(CookieValidatePrincipalContext asked)
    {
        var context = asked.HttpContext;
        var accounts = context.RequestServices.GetRequiredService<Accounts>();
        var now = context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
        var person = new PersonId(asked.Principal?.FindFirstValue(Here.PersonClaim) ?? "");
        var stamp = asked.Principal?.FindFirstValue(StampClaim) ?? "";
        var token = asked.Principal?.FindFirstValue(SessionClaim) ?? "";
        if (stamp.Length > 0 && accounts.Find(person)?.Stamp == stamp)
        {
            if (token.Length == 0)
                return Adopt(context, person, now);
            if (accounts.UseSession(token, now) is { } session && session.Person == person)
            {
                Presence.Keep(context, session);
                return Task.CompletedTask;
            }
        }
        asked.RejectPrincipal();
        return context.SignOutAsync(Here.Scheme);
    }

    // A cookie of an earlier release names no session; it becomes one when a page is opened, and lapses within the
    // fourteen days that release gave it. Pictures and style sheets come beside the page and would make one each.
    private static Task Adopt(HttpContext context, PersonId person, Instant now) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? Begin(context, person, isOwn: true, proved: NodaConstants.UnixEpoch, now)
            : Task.CompletedTask;

    /// <summary>Where one wanted to be, else where one is invited to, else the first page.</summary>
    public static string Landing(Front front, PersonId person, string back)
    {
        if (HouseAddress.Local(back) is { Length: > 0 } wanted)
            return wanted;
        foreach (var section in front.Sections)
            if (front.Read(section).Section.Membership.Of(person).Standing is Standing.Invited)
                return $"/s/{Here.Abridged(section)}/join";
        return "/";
    }

    /// <summary>What a link in an e-mail begins with: what the host says, because whoever asks may claim any name.</summary>
    public static string AddressOf(HttpContext context, PlenumWebOptions options) =>
        options.Address is { Length: > 0 } address
            ? address.TrimEnd('/')
            : $"{context.Request.Scheme}://{context.Request.Host}";
}
