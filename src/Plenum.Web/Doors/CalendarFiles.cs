using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Web.Speech;

namespace Plenum.Web.Doors;

/// <summary>Deadlines for people's own calendars: one, or a feed of all of them.</summary>
public static class CalendarFiles
{
    public static void MapCalendarFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/s/{section}/matters/{no:int}.ics", One);
        routes.MapGet("/s/{section}/calendar.ics", All);
    }

    private static IResult One(int no, Here here) =>
        !here.IsMember ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : here.Section.Matters.Find(new MatterNo(no)) is { IsOpen: true } matter
            ? File(here, [matter])
        : Results.NotFound();

    private static IResult All(Here here) =>
        here.IsMember
            ? File(here, here.Section.Matters.OpenMatters)
            : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static IResult File(Here here, IEnumerable<Matter> matters) =>
        Results.Text(
            CalendarFile.Of(
                matters.Select(m => new CalendarEntry(
                    $"{here.Id}-{m.No}-{m.Stage.NextAt.ToUnixTimeSeconds()}",
                    here.TitleOf(m),
                    m.Stage.NextAt
                )),
                here.Now
            ),
            "text/calendar; charset=utf-8"
        );
}
