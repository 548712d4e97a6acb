using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Web.People;

namespace Plenum.Web.Doors;

/// <summary>The same verbs for programs: JSON in, the versions that were written or a problem document out (RFC 9457).</summary>
public static class Api
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/s/{section}/do/{word}/{verb}", FromJson).DisableAntiforgery();
        routes.MapGet("/api/sections", Sections);
        routes.MapGet("/api/openapi.json", () => Results.Json(OpenApi.Of(Verbs.All.Values)));
        routes.MapGet(
            "/api/verbs",
            () =>
                Results.Json(
                    Verbs.All.Values.OrderBy(v => v.Name, StringComparer.Ordinal).Select(Describe)
                )
        );
    }

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
        if (!context.User.MayAct(known.Name))
            return Results.Problem(
                statusCode: StatusCodes.Status403Forbidden,
                type: "key.not-for-this",
                title: here.S["key.not-for-this"]
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
        // Half a surrogate pair, which JSON may spell out and no text holds.
        catch (InvalidOperationException)
        {
            return Results.Problem(
                statusCode: StatusCodes.Status400BadRequest,
                title: here.S["api.not-characters"]
            );
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
                    new GivenId(id) { Key = context.User.KeyOf() },
                    ready.Command,
                    Actor.Self(here.Person)
                ),
                here
            ),
        };
    }

    /// <summary>The sections that know whoever asks, so that a program need not be told a long id.</summary>
    private static IResult Sections(Here here, Front front) =>
        here.IsSignedIn
            ? Results.Json(
                front
                    .Sections.Select(id => (Id: id, front.Read(id).Section))
                    .Where(s => s.Section.Membership.Of(here.Person).No != MemberNo.None)
                    .Select(s => new { Id = Here.Abridged(s.Id), s.Section.Sections.Name })
            )
            : Results.Problem(
                statusCode: StatusCodes.Status401Unauthorized,
                title: "not signed in"
            );

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

    private static object Describe(Verb verb) =>
        new
        {
            verb.Name,
            Fields = verb.Parameters.Select(p => new { p.Name, Type = p.ParameterType.Name }),
        };
}
