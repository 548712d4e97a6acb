using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>Where a person makes and revokes keys of their own: for a calendar program, or for one that acts.</summary>
public static class KeyDoors
{
    public static readonly ImmutableArray<int> Lasting = [7, 30, 90];

    public static void MapKeys(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/me/calendar", MakeCalendar);
        forms.MapPost("/me/key", MakeActing);
        forms.MapPost("/me/key/revoke", Revoke);
    }

    private static async Task<IResult> MakeCalendar(
        HttpContext context,
        Accounts accounts,
        NewWays ways,
        Presence presence,
        Front front,
        PlenumWebOptions options,
        Here here
    )
    {
        if (!here.IsSignedIn)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (presence.Refuses)
            return MeDoors.AskAnew;
        var key = accounts.MakeKey(here.Person, "", new KeyPurpose.Calendar(), here.Now);
        if (key.Length > 0)
            await ways.Tell(here, here.Person, WayIn.CalendarAddress);
        // The calendar speaks the language its owner reads now; programs that fetch ask for none.
        return key.Length == 0
            ? TooMany
            : Show(
                [
                    .. front
                        .Sections.Where(s =>
                            front.Read(s).Section.Membership.Of(here.Person).IsInGoodStanding
                        )
                        .Select(s =>
                            $"{SigningIn.AddressOf(context, options)}/s/{Here.Abridged(s)}/calendar/{key}.ics?lang={here.S.Language}"
                        ),
                ],
                acts: false
            );
    }

    private static async Task<IResult> MakeActing(
        HttpContext context,
        Accounts accounts,
        NewWays ways,
        Presence presence,
        Here here
    )
    {
        if (!here.IsSignedIn)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (presence.Refuses)
            return MeDoors.AskAnew;
        var form = await OwnForms.Form(context);
        var words = form["word"]
            .OfType<string>()
            .Where(word => KeyWords.Given.Contains(word, StringComparer.Ordinal))
            .ToEquatable();
        if (
            words.Items.IsEmpty
            || !int.TryParse(form.Text("days"), CultureInfo.InvariantCulture, out var days)
            || !Lasting.Contains(days)
        )
            return Results.Redirect("/me?said=key-words");
        var key = accounts.MakeKey(
            here.Person,
            form.Text("purpose", 60),
            new KeyPurpose.Acting(words, here.Now + Duration.FromDays(days)),
            here.Now
        );
        if (key.Length == 0)
            return TooMany;
        await ways.Tell(here, here.Person, WayIn.ProgramKey);
        return Show([key], acts: true);
    }

    private static async Task<IResult> Revoke(HttpContext context, Accounts accounts, Here here)
    {
        var form = await OwnForms.Form(context);
        if (here.IsSignedIn)
            accounts.RevokeKey(here.Person, form.Text("id"));
        return Results.Redirect("/me?said=key-revoked");
    }

    private static IResult TooMany => Results.Redirect("/me?said=keys");

    private static RazorComponentResult<KeyDocument> Show(
        ImmutableArray<string> shown,
        bool acts
    ) => new(new { Shown = shown, Acts = acts }) { PreventStreamingRendering = true };
}
