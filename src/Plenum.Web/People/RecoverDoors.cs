using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>What the forms about a lost sign-in are sent to.</summary>
public static class RecoverDoors
{
    public static void MapRecover(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/recover/ask", Ask);
        forms.MapPost("/recover/now", Stop);
        forms.MapPost("/me/recover/vouch", Vouch);
        forms.MapPost("/me/recover/hand-over", HandOver);
        forms.MapPost("/s/{section}/recover/{no:int}", AskFor);
    }

    // The same answer whether the address is known or not.
    private static async Task<IResult> Ask(HttpContext context, Recovering recovering, Here here)
    {
        var form = await OwnForms.Form(context);
        recovering.Ask(context, here, form.Text("email"));
        return Results.Redirect("/recover?said=asked");
    }

    // Whoever has no e-mail asks in person, and one who may vouch enters it.
    private static async Task<IResult> AskFor(
        int no,
        HttpContext context,
        Recovering recovering,
        Here here
    )
    {
        var person = here.Section.Membership.Of(new MemberNo(no)).Person;
        if (!recovering.MayVouch(here, person))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        await recovering.Ask(context, here, person);
        return Results.Redirect("/me");
    }

    private static async Task<IResult> Stop(HttpContext context, Recovering recovering)
    {
        var form = await OwnForms.Form(context);
        await recovering.Stop(form.Text("id"));
        return Results.Redirect("/recover?said=stopped");
    }

    private static async Task<IResult> Vouch(HttpContext context, Recovering recovering, Here here)
    {
        var form = await OwnForms.Form(context);
        await recovering.Vouch(context, here, form.Text("id"));
        return Results.Redirect("/me");
    }

    private static async Task<IResult> HandOver(
        HttpContext context,
        Recovering recovering,
        DoorLog door,
        PlenumWebOptions options,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var token = await recovering.HandOver(here, form.Text("id"));
        if (token.Length == 0)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        door.Made(WayIn.Restored);
        return new RazorComponentResult<HandOverDocument>(
            new
            {
                Link = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SigningIn.AddressOf(context, options)}/sign-in/link?token={token}"
                ),
            }
        )
        {
            PreventStreamingRendering = true,
        };
    }
}
