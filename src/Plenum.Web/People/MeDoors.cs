using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>What the forms of one's own page are sent to.</summary>
public static class MeDoors
{
    public static void MapMe(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/me/address", Address);
        forms.MapPost("/me/sign-out-everywhere", SignOutEverywhere);
    }

    private static async Task<IResult> Address(
        HttpContext context,
        PeopleBook people,
        Persons persons,
        Mailer mailer,
        Here here
    )
    {
        if (!here.IsSignedIn)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await OwnForms.Form(context);
        var (name, email) = (form.Text("name", 120), form.Text("email"));
        if (name.Length == 0 || email.Length > 0 && !Mailer.IsAddress(email))
            return Results.Redirect("/me?said=unreadable");
        var before = persons.Of(here.Person);
        people.Write(here.Person, new PersonalData(name, email, form.Text("postal", 1000)));
        // Whoever took over a session must not be able to move the letters away unseen.
        if (before.Email.Length > 0 && before.Email != email)
            await mailer.Send(
                new Message(before.Email, here.S["me.moved.subject"], here.S["me.moved.text"]),
                context.RequestAborted
            );
        return Results.Redirect("/me?said=saved");
    }

    private static async Task<IResult> SignOutEverywhere(
        HttpContext context,
        Accounts accounts,
        Here here
    )
    {
        if (here.IsSignedIn)
            accounts.RenewStamp(here.Person);
        await context.SignOutAsync(Here.Scheme);
        return Results.Redirect("/sign-in?said=out");
    }
}
