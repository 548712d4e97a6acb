using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Import;

/// <summary>What the forms of the import are sent to.</summary>
public static class ImportDoors
{
    // Beside the file there are the edges of the form.
    private const int MostBody = RollFile.MostBytes + 64 * 1024;

    public static void MapImport(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost("/s/{section}/import/look", Look)
            .WithMetadata(new RequestSizeLimitAttribute(MostBody));
        var forms = routes.MapOwnForms();
        forms.MapPost("/s/{section}/import/confirm", Confirm);
        forms.MapPost("/s/{section}/import/undo", Undo);
        routes.MapGet("/s/{section}/import/errors.csv", Errors);
    }

    private static async Task<IResult> Look(
        HttpContext context,
        IAntiforgery antiforgery,
        Importing importing,
        ImportTray tray,
        Here here
    )
    {
        // Read with its own limit before anything else looks at the form.
        context.Features.Set<IFormFeature>(
            new FormFeature(
                context.Request,
                new FormOptions { MultipartBodyLengthLimit = MostBody }
            )
        );
        if (!await antiforgery.IsRequestValidAsync(context))
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files["roll"] is not { Length: > 0 and <= RollFile.MostBytes } sent)
            return Results.Redirect(here.Url("import?said=none"));
        using var bytes = new MemoryStream();
        await sent.CopyToAsync(bytes, context.RequestAborted);
        var roll = Roll.Of(
            RollFile.Read(bytes.ToArray()),
            here.S.Zone,
            here.Now,
            importing.WhoIsHere(here)
        );
        return new RazorComponentResult<PreviewDocument>(
            new { Roll = roll, Token = tray.Put(here.Id, here.Person, roll) }
        )
        {
            PreventStreamingRendering = true,
        };
    }

    private static async Task<IResult> Confirm(
        HttpContext context,
        Importing importing,
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
        var (imported, stopped) = await importing.Import(context, here, token, looked.Roll);
        return stopped is { } answer
            ? Doing.Show(answer, here.Url("import"), here)
            : Results.Redirect(
                here.Url(
                    FormattableString.Invariant($"import?said=done&n={imported.Members.Length}")
                )
            );
    }

    private static async Task<IResult> Undo(
        HttpContext context,
        Importing importing,
        ImportTray tray,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (!Importing.MayImport(here))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (tray.Of(form.Text("id"), here.Id) is not { } imported)
            return Results.Redirect(here.Url("import?said=gone"));
        var withdrawn = await importing.Undo(here, imported);
        return Results.Redirect(
            here.Url(FormattableString.Invariant($"import?said=undone&n={withdrawn}"))
        );
    }

    private static IResult Errors(string token, ImportTray tray, Here here)
    {
        if (!Importing.MayImport(here) || tray.Find(token, here.Id, here.Person) is not { } looked)
            return Results.NotFound();
        var text = new StringBuilder();
        Csv.Write(text, ["line", "name", "email", "since", "address", "why"]);
        foreach (var line in looked.Roll.Wrong)
            Csv.Write(
                text,
                [
                    line.Line.ToString(CultureInfo.InvariantCulture),
                    .. line.Cells.Select(cell => cell.Text),
                    string.Join(
                        " ",
                        line.Cells.Where(cell => !cell.IsFine)
                            .Select(cell => here.S.Of(cell.Trouble))
                    ),
                ]
            );
        return Results.File(
            // Office programs take a table without this mark for one in an older encoding.
            [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())],
            "text/csv; charset=utf-8",
            "errors.csv"
        );
    }
}
