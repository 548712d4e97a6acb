using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Import;

/// <summary>What the forms of the import are sent to.</summary>
public static class ImportDoors
{
    // Beside the file there are the edges of the form.
    private const int MostBody = RollFile.MostBytes + 64 * 1024;

    // Whoever sends a short list sees what came of it at once; a long one has a page that says how far it is.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/s/{section}/import/look", Look)
            .WithMetadata(new RequestSizeLimitAttribute(MostBody));
        var forms = routes.MapOwnForms();
        forms.MapPost("/s/{section}/import/confirm", Confirm);
        forms.MapPost("/s/{section}/import/undo", Undo);
        routes.MapGet("/s/{section}/import/work", Work);
        routes.MapGet("/s/{section}/import/errors.csv", Errors);
    }

    private static async Task<IResult> Look(
        HttpContext context,
        IAntiforgery antiforgery,
        Looking looking,
        ImportWorks works,
        ImportTray tray,
        Here here
    )
    {
        // Before the file is read: only who may import fills the memory of the house with it.
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        // Read with its own limit before anything else looks at the form, and never laid on the disk.
        context.Features.Set<IFormFeature>(
            new FormFeature(
                context.Request,
                new FormOptions
                {
                    MultipartBodyLengthLimit = MostBody,
                    MemoryBufferThreshold = MostBody,
                }
            )
        );
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files["roll"] is not { Length: > 0 and <= RollFile.MostBytes } sent)
            return Results.Redirect(here.Url("import?said=none"));
        var bytes = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream())
            await stream.ReadExactlyAsync(bytes, context.RequestAborted);
        return await Answer(
            works.Begin(here.Id, here.Person, work => looking.Look(here, bytes, work)),
            tray,
            here
        );
    }

    private static async Task<IResult> Confirm(
        HttpContext context,
        Importing importing,
        InvitationLetters letters,
        ImportWorks works,
        ImportTray tray,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var token = form.Text("token");
        if (tray.Take(token, here.Id, here.Person) is not { } looked)
            return Results.Redirect(here.Url("import?said=gone"));
        var house = letters.AddressOf(context);
        return await Answer(
            works.Begin(
                here.Id,
                here.Person,
                work => importing.Import(here, house, token, looked.Roll, work)
            ),
            tray,
            here
        );
    }

    private static async Task<IResult> Undo(
        HttpContext context,
        Importing importing,
        ImportWorks works,
        ImportTray tray,
        Imports imports,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var id = form.Text("id");
        if (imports.Of(id, here.Id) is null)
            return Results.Redirect(here.Url("import?said=gone"));
        return await Answer(
            works.Begin(here.Id, here.Person, work => importing.Undo(here, id, work)),
            tray,
            here
        );
    }

    private static async Task<IResult> Work(
        string? id,
        HttpContext context,
        ImportWorks works,
        ImportTray tray,
        Here here
    )
    {
        if (works.Find(id ?? "", here.Id, here.Person) is not { } work)
            return Results.Redirect(here.Url("import?said=gone"));
        if (work.Ended.IsCompleted)
            return Show(await work.Ended, tray, here);
        // Asked for again by the browser itself, with no script.
        context.Response.Headers["Refresh"] = "2";
        return new RazorComponentResult<WorkDocument>(new { Work = work })
        {
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> Answer(ImportWork work, ImportTray tray, Here here)
    {
        await Task.WhenAny(work.Ended, Task.Delay(Patience));
        return work.Ended.IsCompleted
            ? Show(await work.Ended, tray, here)
            : Results.Redirect(here.Url("import/work?id=" + work.Id));
    }

    private static IResult Show(ImportEnd end, ImportTray tray, Here here) =>
        end switch
        {
            ImportEnd.Looked(var token) => tray.Find(token, here.Id, here.Person) is { } looked
                ? new RazorComponentResult<PreviewDocument>(
                    new
                    {
                        looked.Roll,
                        looked.Refused,
                        Token = token,
                    }
                )
                {
                    PreventStreamingRendering = true,
                }
                : Results.Redirect(here.Url("import?said=gone")),
            ImportEnd.Invited(_, { } answer) => Doing.Show(answer, here.Url("import"), here),
            ImportEnd.Invited(var people, null) => Said(here, "done", people),
            ImportEnd.TakenBack(var invitations) => Said(here, "undone", invitations),
        };

    private static IResult Said(Here here, string what, int number) =>
        Results.Redirect(here.Url(FormattableString.Invariant($"import?said={what}&n={number}")));

    private static IResult Errors(string token, ImportTray tray, Here here) =>
        Importing.MayImport(here) && tray.Find(token, here.Id, here.Person) is { } looked
            ? Results.Stream(
                stream => ErrorFile.Write(stream, looked.Roll, here.S),
                "text/csv; charset=utf-8",
                "errors.csv"
            )
            : Results.NotFound();
}
