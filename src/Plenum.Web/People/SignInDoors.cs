using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Clerk.Demo;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>What the forms of the sign-in pages are sent to.</summary>
public static class SignInDoors
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        // A page answers to every method at its own address, so that no form is sent there.
        var forms = routes.MapOwnForms();
        forms.MapPost("/sign-in/mail", Mail);
        forms.MapPost("/sign-in/link/use", Link);
        forms.MapPost("/sign-in/new/begin", Newcomer);
        forms.MapPost("/sign-in/card", Card);
        forms.MapPost("/sign-out", (Delegate)SignOut);
        forms.MapPost("/enter/as", Enter);
    }

    private static async Task<IResult> Mail(HttpContext context, SignInMail mail, Here here)
    {
        var form = await OwnForms.Form(context);
        await mail.Send(context, here.S, form.Text("email"), form.Text("back", 400), here.Now);
        return Results.Redirect("/sign-in?said=sent");
    }

    // Opening the link only shows a button: programs that look through mail open links too.
    private static async Task<IResult> Link(
        HttpContext context,
        Accounts accounts,
        Front front,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var person = accounts.UseLink(form.Text("token"), here.Now);
        return person == PersonId.Nobody
            ? Results.Redirect("/sign-in?said=link")
            : await In(context, front, person, form.Text("back", 400));
    }

    private static async Task<IResult> Newcomer(
        HttpContext context,
        SignInMail mail,
        PeopleBook people,
        Accounts accounts,
        Front front,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var (address, name) = (mail.AddressIn(form.Text("token", 2000)), form.Text("name", 120));
        if (address.Length == 0 || name.Length == 0 || mail.IsTaken(address))
            return Results.Redirect("/sign-in?said=link");
        var person = SigningIn.NewPerson();
        accounts.Create(person, here.Now);
        people.Write(person, new PersonalData(name, address, ""));
        return await In(context, front, person, form.Text("back", 400));
    }

    private static async Task<IResult> Card(
        HttpContext context,
        Accounts accounts,
        Front front,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var code = form.Text("code", 20);
        return accounts.ShowCard(code, form.Text("pin", 20), here.Now) switch
        {
            CardShown.Accepted card => await In(
                context,
                front,
                card.Person,
                form.Text("back", 400)
            ),
            CardShown.Unknown => Results.Redirect("/sign-in?said=card"),
            CardShown.WrongPin wrong => Results.Redirect(
                FormattableString.Invariant(
                    $"/sign-in?said=pin&left={wrong.Left}&card={Uri.EscapeDataString(code)}"
                )
            ),
        };
    }

    private static async Task<IResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(Here.Scheme);
        return Results.Redirect("/");
    }

    // There is a cast only in a demonstration; elsewhere nobody may be somebody else.
    private static async Task<IResult> Enter(HttpContext context, Front front)
    {
        var form = await OwnForms.Form(context);
        var person = new PersonId(form.Text("person"));
        if (
            context.RequestServices.GetService<DemoCast>() is not { } cast
            || cast.People.FirstOrDefault(p => p.Person == person) is not { } entered
        )
            return Results.NotFound();
        await SigningIn.SignIn(context, person);
        return Results.Redirect(
            HouseAddress.Local(form.Text("back", 400)) is { Length: > 0 } back
                ? back
                : $"/s/{Here.Abridged(entered.Section)}"
        );
    }

    private static async Task<IResult> In(
        HttpContext context,
        Front front,
        PersonId person,
        string back
    )
    {
        await SigningIn.SignIn(context, person);
        return Results.Redirect(SigningIn.Landing(front, person, back));
    }
}
