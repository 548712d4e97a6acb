using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;
using Plenum.Web.Import;

namespace Plenum.Web.Congresses;

/// <summary>
/// Who sits on a body, as a table for labels and letters. Names go to whoever reads them on the page; addresses only to
/// those whose mandate it is to write to members, and every such reading is noted.
/// </summary>
public static class HolderLists
{
    /// <param name="SentBy">The section that sent them; of those elected here, this one.</param>
    public sealed record Held(Mandate Mandate, PersonId Person, string Name, string SentBy);

    public static void MapHolderLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/s/{section}/bodies/{body}/holders.csv", Holders);
        routes.MapGet("/s/{section}/bodies/{body}/letters.csv", Letters);
    }

    /// <summary>In the order of their sections, so that a delegation sits together.</summary>
    public static IEnumerable<Held> Of(Here here, BodyId body) =>
        here
            .Section.Mandates.On(body, here.Now)
            .Select(m => new Held(
                m,
                here.Section.Membership.Of(m.Holder).Person,
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
        : Table(here, new BodyId(body), [], _ => []);

    private static IResult Letters(string body, Here here, Persons persons)
    {
        var mandate = here.MyMandates.FirstOrDefault(m =>
            here.Section.Statutes.Book.Has(m.Body)
            && here.Section.Statutes.Book.Body(m.Body).Powers.Contains(Power.Contact)
        );
        if (!here.IsMember || mandate is null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!here.Section.Statutes.Book.Has(new BodyId(body)))
            return Results.NotFound();
        persons.LogRead(here.Person, mandate.No, here.Path, here.Now);
        return Table(
            here,
            new BodyId(body),
            [here.S["prepare.column-email"], here.S["prepare.column-postal"]],
            held => persons.Of(held.Person) is var data ? [data.Email, data.Postal] : []
        );
    }

    private static IResult Table(Here here, BodyId body, string[] more, Func<Held, string[]> also)
    {
        var text = new StringBuilder();
        Csv.Write(
            text,
            [
                here.S["prepare.column-name"],
                here.S["federation.section"],
                here.S["prepare.column-since"],
                here.S["prepare.column-until"],
                .. more,
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
                    .. also(held),
                ]
            );
        return Results.File(
            Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(),
            "text/csv; charset=utf-8",
            $"{body.Value}.csv"
        );
    }
}
