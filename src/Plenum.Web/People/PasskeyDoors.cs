using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>Adding a passkey and signing in with one; the browser speaks to the device, we only ask and check.</summary>
public static class PasskeyDoors
{
    public static void AddPasskeys(this IServiceCollection services, PlenumWebOptions options)
    {
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>().AddSignInManager();
        // The framework keeps its challenge in this cookie between the question and the answer.
        services
            .AddAuthentication()
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                cookie =>
                {
                    cookie.Cookie.Name = options.CookieName("plenum.passkey");
                    cookie.Cookie.SameSite = SameSiteMode.Strict;
                    cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                }
            );
        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
            // Our pages tell nobody where they are, so that a form arrives without its origin; the device signs it.
            passkey.ValidateOrigin = signed =>
                ValueTask.FromResult(
                    !signed.CrossOrigin
                        && Uri.TryCreate(signed.Origin, UriKind.Absolute, out var origin)
                        && origin == new Uri(SigningIn.AddressOf(signed.HttpContext, options))
                );
            if (Uri.TryCreate(options.Address, UriKind.Absolute, out var address))
                passkey.ServerDomain = address.Host;
        });
    }

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/sign-in/passkey/options", RequestOptions);
        forms.MapPost("/sign-in/passkey", SignIn);
        forms.MapPost("/me/passkey/options", CreationOptions);
        forms.MapPost("/me/passkey", Add);
        forms.MapPost("/me/passkey/remove", Remove);
    }

    private static async Task<IResult> RequestOptions(SignInManager<Account> passkeys) =>
        Json(await passkeys.MakePasskeyRequestOptionsAsync(null));

    private static async Task<IResult> SignIn(
        HttpContext context,
        SignInManager<Account> passkeys,
        DoorLog door,
        Front front
    )
    {
        var form = await OwnForms.Form(context);
        var shown = await Attempt(() =>
            passkeys.PerformPasskeyAssertionAsync(form["credential"].ToString())
        );
        if (shown is not { Succeeded: true, User: { } account, Passkey: { } key })
        {
            door.Refused(WayIn.Passkey);
            return Results.Redirect("/sign-in?said=passkey");
        }
        await passkeys.UserManager.AddOrUpdatePasskeyAsync(account, key);
        await SigningIn.SignIn(context, account.Person, OwnForms.IsOwnDevice(form), WayIn.Passkey);
        return Results.Redirect(SigningIn.Landing(front, account.Person, form.Text("back", 400)));
    }

    private static async Task<IResult> CreationOptions(
        SignInManager<Account> passkeys,
        PeopleBook people,
        Here here
    ) =>
        here.IsSignedIn
            ? Json(
                await passkeys.MakePasskeyCreationOptionsAsync(
                    new PasskeyUserEntity
                    {
                        Id = here.Person.Value,
                        Name = people.NameOf(here.Person),
                        DisplayName = people.NameOf(here.Person),
                    }
                )
            )
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static async Task<IResult> Add(
        HttpContext context,
        SignInManager<Account> passkeys,
        Accounts accounts,
        NewWays ways,
        Presence presence,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (presence.Refuses)
            return MeDoors.AskAnew;
        var made = await Attempt(() =>
            passkeys.PerformPasskeyAttestationAsync(form["credential"].ToString())
        );
        if (
            made is not { Succeeded: true, Passkey: { } key, UserEntity: { } entity }
            || entity.Id != here.Person.Value
            || accounts.Find(here.Person) is not { } account
        )
            return Results.Redirect("/me?said=passkey");
        key.Name = form.Text("device", 60);
        await passkeys.UserManager.AddOrUpdatePasskeyAsync(account, key);
        await ways.Tell(here, here.Person, WayIn.Passkey);
        return Results.Redirect("/me?said=added");
    }

    private static async Task<IResult> Remove(
        HttpContext context,
        Accounts accounts,
        Presence presence,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (presence.Refuses)
            return MeDoors.AskAnew;
        if (here.IsSignedIn)
            accounts.RemovePasskey(here.Person, Encoded(form.Text("id", 2000)));
        return Results.Redirect("/me?said=removed");
    }

    private static byte[] Encoded(string hex) =>
        hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : [];

    private static IResult Json(string json) =>
        Results.Text(json, "application/json", Encoding.UTF8);

    // An answer without a question (the cookie has lapsed) throws instead of failing.
    private static async Task<T?> Attempt<T>(Func<Task<T>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
