using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;
using Answer = Plenum.Clerk.Answer;

namespace Plenum.Web.People;

/// <summary>
/// Where somebody asks to be forgotten. A door of its own, so that no key of a program and no device left signed in
/// destroys somebody, and so that whoever asked has it done when they read the answer.
/// </summary>
public static class ForgetDoors
{
    /// <summary>Under which name texts stay: this one stands in the field for it.</summary>
    public const string AsOther = "other";

    /// <summary>The one they have now.</summary>
    public const string AsNow = "now";

    public static void MapForget(this IEndpointRouteBuilder routes) =>
        routes.MapOwnForms().MapPost("/me/forget", Forget);

    private static async Task<IResult> Forget(
        HttpContext context,
        Front front,
        Persons persons,
        Forgetting forgetting,
        Presence presence,
        Here here
    )
    {
        if (!here.IsSignedIn)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (presence.Refuses)
            return MeDoors.AskAnew;
        var form = await OwnForms.Form(context);
        var section = front.Find(form["section"].ToString());
        if (front.Read(section).Section.Sections.Founding == Domain.Sections.Founding.None)
            return Results.NotFound();
        var (choice, other) = (form["as"].ToString(), form["other"].ToString());
        // Whoever wants a name and wrote none has not said that they want none.
        if (choice == AsOther && Names.Read(other) is { IsSound: false } unsound)
            return Doing.Refuse(new NoName(unsound.Sign), "/me");
        var knownAs = choice switch
        {
            AsOther => other,
            AsNow => persons.NameOf(here.Person),
            _ => "",
        };
        var answer = await front.Send(
            section,
            new GivenId(form[Doing.IdField].ToString()),
            new Forget(knownAs),
            Actor.Self(here.Person)
        );
        if (answer is not Answer.Done)
            return Doing.Show(answer, "/me", here);
        forgetting.Forget();
        if (!persons.IsErased(here.Person))
            return Results.Redirect("/me?said=forgotten");
        await SigningIn.SignOut(context);
        return Results.Redirect("/sign-in?said=forgotten");
    }
}
