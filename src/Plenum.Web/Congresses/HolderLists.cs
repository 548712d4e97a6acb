using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;
using Plenum.Web.Import;

namespace Plenum.Web.Congresses;

/// <summary>
/// Who sits on a body, as a table for labels and lists. It holds what the page shows and no address: no list of where
/// delegates can be reached lies about.
/// </summary>
public static class HolderLists
{
    /// <param name="SentBy">The section that sent them; of those elected here, this one.</param>
    public sealed record Held(Mandate Mandate, string Name, string SentBy);

    public static void MapHolderLists(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/s/{section}/bodies/{body}/holders.csv", Holders);

    /// <summary>In the order of their sections, so that a delegation sits together.</summary>
    public static IEnumerable<Held> Of(Here here, BodyId body) =>
        here
            .Section.Mandates.On(body, here.Now)
            .Select(m => new Held(
                m,
                here.NameOf(m.Holder),
                here.NameOf(
                    here.Section.Congresses.BySection.Sections.GetValueOrDefault(m.No, here.Id)
                )
            ))
            .OrderBy(h => h.SentBy, StringComparer.OrdinalIgnoreCase)
            .ThenBy(h => h.Name, StringComparer.OrdinalIgnoreCase);

    private static IResult Holders(string body, Here here) =>
        !here.IsMember ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : !here.Section.Statutes.Book.Has(new BodyId(body)) ? Results.NotFound()
        : Table(here, new BodyId(body));

    private static IResult Table(Here here, BodyId body)
    {
        var text = new StringBuilder();
        Csv.Write(
            text,
            [
                here.S["prepare.column-name"],
                here.S["federation.section"],
                here.S["prepare.column-since"],
                here.S["prepare.column-until"],
            ]
        );
        foreach (var held in Of(here, body))
            Csv.Write(
                text,
                [
                    held.Name,
                    held.SentBy,
                    InstantPattern.General.Format(held.Mandate.Since),
                    InstantPattern.General.Format(held.Mandate.Until),
                ]
            );
        return Results.File(
            Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(),
            "text/csv; charset=utf-8",
            $"{body.Value}.csv"
        );
    }
}
