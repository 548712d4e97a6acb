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
        mail.Ask(context, here.S, form.Text("email", 400), form.Text("back", 400), here.Now);
        return Results.Redirect("/sign-in?said=sent");
    }

    // Opening the link only shows a button: programs that look through mail open links too.
    private static async Task<IResult> Link(
        HttpContext context,
        Accounts accounts,
        DoorLog door,
        Front front,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var person = accounts.UseLink(form.Text("token"), here.Now);
        if (person != PersonId.Nobody)
            return await In(context, front, person, form, WayIn.Letter);
        door.Refused(WayIn.Letter);
        return Results.Redirect("/sign-in?said=link");
    }

    private static async Task<IResult> Newcomer(
        HttpContext context,
        SignInMail mail,
        PeopleBook people,
        Accounts accounts,
        DoorLog door,
        Front front,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var token = form.Text("token", 2000);
        var (address, name) = (mail.AddressIn(token), Names.Read(form["name"].ToString()));
        if (address.Length > 0 && !name.IsSound)
            return Results.Redirect(
                $"/sign-in/new?token={Uri.EscapeDataString(token)}&{NameWords.Said(name)}"
            );
        // The link makes one account, and no second one for whoever finds the letter later.
        if (address.Length == 0 || !accounts.Spend(token, here.Now))
        {
            door.Refused(WayIn.NewAccount);
            return Results.Redirect("/sign-in?said=link");
        }
        var person = SigningIn.NewPerson();
        accounts.Create(person, here.Now);
        people.Write(person, new PersonalData(name.Text, address, ""));
        accounts.Confirm(person, here.Now);
        return await In(context, front, person, form, WayIn.NewAccount);
    }

    private static async Task<IResult> Card(
        HttpContext context,
        Accounts accounts,
        DoorLog door,
        Front front,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var code = form.Text("code", 20);
        var shown = accounts.ShowCard(code, form.Text("pin", 20), here.Now);
        if (shown is not CardShown.Accepted)
            door.Refused(WayIn.Card);
        return shown switch
        {
            CardShown.Accepted card => await In(context, front, card.Person, form, WayIn.Card),
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
        SigningIn.EndSession(context);
        await SigningIn.SignOut(context);
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
        await SigningIn.SignIn(context, person, isOwn: true, WayIn.Demonstration);
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
        IFormCollection form,
        WayIn way
    )
    {
        await SigningIn.SignIn(context, person, OwnForms.IsOwnDevice(form), way);
        return Results.Redirect(SigningIn.Landing(front, person, form.Text("back", 400)));
    }
}
