using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Web.Doors;

namespace Plenum.Web.People;

/// <summary>Addresses that take forms of this house only: each carries the token of the page it came from.</summary>
public static class OwnForms
{
    public static RouteGroupBuilder MapOwnForms(this IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("")
            .AddEndpointFilter(
                async (asked, next) =>
                    await asked
                        .HttpContext.RequestServices.GetRequiredService<IAntiforgery>()
                        .IsRequestValidAsync(asked.HttpContext)
                        ? await next(asked)
                        : await StillWriting.Page(asked.HttpContext)
            );

    /// <summary>Whether the box was ticked that says that nobody else uses the device.</summary>
    public static bool IsOwnDevice(IFormCollection form) => form["own"].ToString() == "true";

    public static async Task<IFormCollection> Form(HttpContext context) =>
        await context.Request.ReadFormAsync(context.RequestAborted);

    public static string Text(this IFormCollection form, string name, int most = 200) =>
        form[name].ToString().Trim() is var text && text.Length > most ? text[..most] : text;
}
