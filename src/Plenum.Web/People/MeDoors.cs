using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>What the forms of one's own page are sent to.</summary>
public static class MeDoors
{
    /// <summary>Ways in are changed only by whoever has shown lately who they are.</summary>
    public static IResult AskAnew => Results.Redirect("/sign-in?said=again&back=/me");

    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/me/address", Address);
        forms.MapPost("/address/confirm/now", Confirm);
        forms.MapPost("/me/session/end", EndSession);
        forms.MapPost("/me/sign-out-everywhere", SignOutEverywhere);
    }

    private static async Task<IResult> Address(
        HttpContext context,
        PeopleBook people,
        Persons persons,
        FormerNames former,
        Moving moving,
        Presence presence,
        Here here
    )
    {
        if (!here.IsSignedIn)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await OwnForms.Form(context);
        var before = persons.Of(here.Person);
        var name = Names.Read(form["name"].ToString());
        // Where ways in are not shown for changing, the form has no field for the address.
        var email = form.ContainsKey("email") ? form.Text("email", 400) : before.Email;
        if (!name.IsSound)
            return Results.Redirect("/me?" + NameWords.Said(name));
        if (email.Length > 0 && email != before.Email && !Mailer.IsAddress(email))
            return Results.Redirect("/me?said=unreadable");
        if (email != before.Email && presence.Refuses)
            return AskAnew;
        if (name.Text != before.Name && !former.MayChange(here.Person, here.Now))
            return Results.Redirect("/me?said=name-often");
        former.Change(here.Person, name.Text, here.Now);
        var data = new PersonalData(name.Text, email, form.Text("postal", 1000));
        if (email != before.Email)
            return Results.Redirect("/me?said=" + await moving.To(context, here, data));
        people.Write(here.Person, data);
        return Results.Redirect("/me?said=saved");
    }

    private static async Task<IResult> Confirm(
        HttpContext context,
        Moving moving,
        DoorLog door,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (await moving.Confirm(here, form.Text("token")))
            return Results.Redirect(here.IsSignedIn ? "/me?said=moved" : "/sign-in?said=moved");
        door.Refused(WayIn.NewAddress);
        return Results.Redirect("/sign-in?said=link");
    }

    private static async Task<IResult> EndSession(HttpContext context, Accounts accounts, Here here)
    {
        var form = await OwnForms.Form(context);
        if (here.IsSignedIn)
            accounts.EndSession(here.Person, form.Text("id"));
        return Results.Redirect("/me?said=session");
    }

    private static async Task<IResult> SignOutEverywhere(
        HttpContext context,
        Accounts accounts,
        Here here
    )
    {
        if (here.IsSignedIn)
            accounts.RenewStamp(here.Person);
        await SigningIn.SignOut(context);
        return Results.Redirect("/sign-in?said=out");
    }
}
