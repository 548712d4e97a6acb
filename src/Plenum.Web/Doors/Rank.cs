using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Web.Doors;

/// <summary>A ranking given as one place a candidate becomes the paper: options in order of preference.</summary>
public static class Rank
{
    public static void MapRank(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/s/{section}/rank/{no:int}", Cast);

    private static async Task<IResult> Cast(
        int no,
        HttpContext context,
        Here here,
        Front front,
        IAntiforgery antiforgery
    )
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return await StillWriting.Page(context);
        // Whoever does not vote here does not learn which votes run either.
        if (!here.IsMember)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (here.Section.Matters.Find(new MatterNo(no)) is not { Stage: Stage.Voting voting })
            return Doing.Refuse(new BoxClosed(BoxNo.None), here.UrlOf(new MatterNo(no)));
        var form = await context.Request.ReadFormAsync();
        var places = Enumerable
            .Range(1, here.Section.Ballots.Of(voting.Box).Options)
            .Select(option =>
                (
                    Option: option,
                    Place: PlaceOf(form[FormattableString.Invariant($"rank{option}")].ToString())
                )
            )
            .Where(p => p.Place > 0)
            .OrderBy(p => p.Place)
            .ToArray();
        // Two candidates in one place would leave the counter to guess.
        if (places.Length == 0 || places.DistinctBy(p => p.Place).Count() != places.Length)
            return Doing.Refuse(
                new PaperUnreadable(here.Section.Ballots.Of(voting.Box).Options),
                here.UrlOf(new MatterNo(no))
            );
        var choice = string.Join(
            ',',
            places.Select(p => p.Option.ToString(CultureInfo.InvariantCulture))
        );
        var id = new GivenId(form[Doing.IdField].ToString());
        var actor = Doing.ActorOf(here, form[Doing.ForField].ToString());
        return Doing.Show(
            await front.Send(here.Id, id, new Cast(voting.Box, choice), actor),
            here.UrlOf(new MatterNo(no)),
            here,
            actor
        );
    }

    private static int PlaceOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? place
            : 0;
}
