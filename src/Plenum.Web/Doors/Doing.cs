using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Matters;

namespace Plenum.Web.Doors;

/// <summary>
/// The one way in for every verb: a form posts the command itself, and so does a program in JSON. What comes back is
/// the page one came from, or why not.
/// </summary>
public static class Doing
{
    public const string IdField = "_id";
    public const string BackField = "_back";

    /// <summary>Whose act it is when somebody enters it at a desk (C18).</summary>
    public const string ForField = "_for";

    public static void MapDoing(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/s/{section}/do/{word}/{verb}", FromForm);
        routes.MapPost("/api/s/{section}/do/{word}/{verb}", FromJson).DisableAntiforgery();
        routes.MapGet(
            "/api/verbs",
            () =>
                Results.Json(
                    Verbs.All.Values.OrderBy(v => v.Name, StringComparer.Ordinal).Select(Describe)
                )
        );
    }

    private static async Task<IResult> FromForm(
        string word,
        string verb,
        HttpContext context,
        Here here,
        Front front,
        IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync();
        if (!Verbs.All.TryGetValue($"{word}/{verb}", out var known) || !here.Exists)
            return Results.NotFound();
        var back = Local(form[BackField].ToString(), here);
        var bound = Binder.Bind(known, Fields.Of(form), here.S.Zone);
        if (bound is Bound.Wrong wrong)
            return Page(StatusCodes.Status400BadRequest, back, wrong: wrong);
        var id = new CommandId(form[IdField].ToString());
        return Show(
            await front.Send(
                here.Id,
                id,
                ((Bound.Ready)bound).Command,
                ActorOf(here, form[ForField].ToString())
            ),
            back,
            here
        );
    }

    /// <summary>An answer as a page: on to where one wants to be, or why not.</summary>
    public static IResult Show(Answer answer, string back, Here here) =>
        answer switch
        {
            Answer.Done done => Results.Redirect(Landing(done, back, here)),
            Answer.Refused refused => Refuse(refused.Reason, back),
            Answer.IdReused => Results.StatusCode(StatusCodes.Status409Conflict),
            Answer.Unavailable => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };

    public static IResult Refuse(Reason reason, string back) =>
        Page(Reasons.StatusOf(reason.Kind), back, reason: reason);

    private static async Task<IResult> FromJson(
        string word,
        string verb,
        HttpContext context,
        Here here,
        Front front
    )
    {
        if (!here.IsSignedIn)
            return Results.Problem(
                statusCode: StatusCodes.Status401Unauthorized,
                title: "not signed in"
            );
        // A form of another site cannot send this type without asking first.
        if (!context.Request.HasJsonContentType())
            return Results.Problem(
                statusCode: StatusCodes.Status415UnsupportedMediaType,
                title: "application/json expected"
            );
        if (!Verbs.All.TryGetValue($"{word}/{verb}", out var known) || !here.Exists)
            return Results.Problem(
                statusCode: StatusCodes.Status404NotFound,
                title: "no such verb or section"
            );
        Fields fields;
        try
        {
            using var json = await JsonDocument.ParseAsync(
                context.Request.Body,
                new JsonDocumentOptions { MaxDepth = 16 }
            );
            fields = Fields.Of(json.RootElement);
        }
        catch (JsonException e)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "not JSON",
                detail: e.Message
            );
        }
        var id = context.Request.Headers["Idempotency-Key"].ToString();
        return Binder.Bind(known, fields, here.S.Zone) switch
        {
            Bound.Wrong wrong => Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: "fields cannot be read",
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["errors"] = wrong.Errors,
                }
            ),
            Bound.Ready ready => Say(
                await front.Send(
                    here.Id,
                    new CommandId(id),
                    ready.Command,
                    Actor.Self(here.Person)
                ),
                here
            ),
        };
    }

    private static IResult Say(Answer answer, Here here) =>
        answer switch
        {
            Answer.Done done => Results.Json(new { done.First, done.Last }),
            Answer.Refused refused => Results.Problem(
                statusCode: Reasons.StatusOf(refused.Reason.Kind),
                type: refused.Reason.Code,
                title: Reasons.Say(here.S, refused.Reason.Code, Reasons.DataOf(refused.Reason)),
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["article"] = refused.Reason.Article.Value ?? "",
                    ["charter"] = refused.Reason.Charter,
                    ["data"] = Reasons.DataOf(refused.Reason),
                }
            ),
            Answer.IdReused => Results.Problem(
                statusCode: StatusCodes.Status409Conflict,
                title: "this id was used for another command"
            ),
            Answer.Unavailable unavailable => Results.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: unavailable.Why.ToString()
            ),
        };

    private static Actor ActorOf(Here here, string actingFor)
    {
        if (!here.IsSignedIn)
            return new Actor.Anyone();
        var other = int.TryParse(
            actingFor,
            System.Globalization.CultureInfo.InvariantCulture,
            out var no
        )
            ? here.Section.Membership.Of(new MemberNo(no))
            : here.Me;
        return other.Person == here.Person || other.No == MemberNo.None
            ? Actor.Self(here.Person)
            : new Actor.Person(other.Person, new Channel.Desk(here.Person));
    }

    // A matter just put forward is where its mover wants to be; otherwise one goes back.
    private static string Landing(Answer.Done done, string back, Here here) =>
        done.Events.Items.FirstOrDefault() switch
        {
            MattersEvent.PutForward put => here.UrlOf(put.Matter),
            MattersEvent.RuledOut ruled => here.UrlOf(ruled.Matter),
            _ => back,
        };

    // Only addresses of this house: a form must not be able to send people elsewhere.
    private static string Local(string back, Here here) =>
        back.StartsWith('/')
        && !back.StartsWith("//", StringComparison.Ordinal)
        && !back.Contains('\\', StringComparison.Ordinal)
            ? back
            : here.Url();

    private static RazorComponentResult<NotAllowedDocument> Page(
        int status,
        string back,
        Reason? reason = null,
        Bound.Wrong? wrong = null
    ) =>
        new(
            new
            {
                Reason = reason,
                Wrong = wrong,
                Back = back,
            }
        )
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    private static object Describe(Verb verb) =>
        new
        {
            verb.Name,
            Fields = verb.Parameters.Select(p => new { p.Name, Type = p.ParameterType.Name }),
        };
}
