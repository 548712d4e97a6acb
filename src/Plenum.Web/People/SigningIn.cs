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

    /// <summary>A new person of the tree: 128 random bits, in hexadecimal.</summary>
    public static PersonId NewPerson() =>
        new(RandomNumberGenerator.GetHexString(32, lowercase: true));

    public static Task SignIn(HttpContext context, PersonId person, bool remember = true)
    {
        var services = context.RequestServices;
        var account = services
            .GetRequiredService<Accounts>()
            .Create(person, services.GetRequiredService<IClock>().GetCurrentInstant());
        var identity = new ClaimsIdentity(
            [
                new(Here.PersonClaim, person.Value),
                // The limits count by this claim.
                new(ClaimTypes.NameIdentifier, person.Value),
                new(StampClaim, account.Stamp),
            ],
            Here.Scheme
        );
        return context.SignInAsync(
            Here.Scheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = remember }
        );
    }

    /// <summary>A session ends when the account's stamp is renewed: signed out everywhere, restored or erased.</summary>
    public static Task Validate(CookieValidatePrincipalContext asked)
    {
        var person = asked.Principal?.FindFirstValue(Here.PersonClaim) ?? "";
        var stamp = asked.Principal?.FindFirstValue(StampClaim) ?? "";
        var account = asked
            .HttpContext.RequestServices.GetRequiredService<Accounts>()
            .Find(new PersonId(person));
        if (stamp.Length > 0 && account?.Stamp == stamp)
            return Task.CompletedTask;
        asked.RejectPrincipal();
        return asked.HttpContext.SignOutAsync(Here.Scheme);
    }

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
