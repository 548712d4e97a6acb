using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Import;

/// <summary>What the forms about one invited person are sent to.</summary>
public static class InviteDoors
{
    public static void MapInvite(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/s/{section}/people/invite", Invite);
        forms.MapPost("/s/{section}/people/{no:int}/letter", Letter);
        forms.MapPost("/s/{section}/people/{no:int}/withdraw", Withdraw);
    }

    private static async Task<IResult> Invite(HttpContext context, Inviting inviting, Here here)
    {
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await OwnForms.Form(context);
        var (name, email) = (Names.Read(form["name"].ToString()), form.Text("email", 400));
        if (!name.IsSound)
            return Results.Redirect(here.Url("people?" + NameWords.Said(name)));
        if (email.Length > 0 && !Mailer.IsAddress(email))
            return Results.Redirect(here.Url("people?said=unreadable"));
        var answer = await inviting.Invite(context, here, new PersonalData(name.Text, email, ""));
        return Doing.Show(answer, here.Url("people?said=invited"), here);
    }

    private static async Task<IResult> Letter(
        int no,
        HttpContext context,
        Inviting inviting,
        Here here
    )
    {
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        await inviting.WriteAgain(context, here, here.Section.Membership.Of(new MemberNo(no)));
        return Results.Redirect(here.Url(FormattableString.Invariant($"people/{no}?said=written")));
    }

    private static async Task<IResult> Withdraw(int no, Inviting inviting, Here here)
    {
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var invited = here.Section.Membership.Of(new MemberNo(no));
        return Doing.Show(
            await inviting.Withdraw(here, invited),
            here.Url(FormattableString.Invariant($"people/{no}")),
            here
        );
    }
}
