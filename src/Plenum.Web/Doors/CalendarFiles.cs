using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Web.Guard;
using Plenum.Web.Speech;

namespace Plenum.Web.Doors;

/// <summary>Deadlines for people's own calendars: one, or a feed of all of them.</summary>
public static class CalendarFiles
{
    public static void MapCalendarFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/s/{section}/matters/{no:int}.ics", One);
        routes.MapGet("/s/{section}/calendar.ics", All);
        routes.MapGet("/s/{section}/calendar/{key}.ics", Feed).RequireRateLimiting(Limits.Feeds);
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

    // Calendar programs carry no cookie: the key in the address says whose they are, and opens these titles alone.
    private static IResult Feed(
        string key,
        HttpContext context,
        Accounts accounts,
        DoorLog door,
        IClock clock
    )
    {
        if (
            accounts.FindKey(key, clock.GetCurrentInstant())
            is not { Purpose: KeyPurpose.Calendar } known
        )
        {
            door.Refused(WayIn.CalendarAddress);
            return Results.NotFound();
        }
        context.User = new ClaimsPrincipal(
            new ClaimsIdentity([new(Here.PersonClaim, known.Person.Value)])
        );
        context.Response.Headers.CacheControl = "private, no-store";
        var here = context.RequestServices.GetRequiredService<Here>();
        return here.IsMember ? File(here, here.Section.Matters.OpenMatters) : Results.NotFound();
    }

    /// <summary>
    /// Calendars are kept by companies, and a notice hangs where strangers pass: whose admission or standing is at stake
    /// does not go there.
    /// </summary>
    public static string TitleOf(Here here, Matter matter) =>
        matter.Question switch
        {
            Question.Admit => here.S["calendar.admit"],
            Question.UpholdNotice => here.S["calendar.uphold-notice"],
            Question.Challenge q => here.S["title.challenge", ("title", TitleOf(here, q.Decision))],
            Question.Protest q => here.S["title.protest", ("title", TitleOf(here, q.Election))],
            Question.Adopt
            or Question.Elect
            or Question.Recall
            or Question.AmendStatutes
            or Question.AmendProgramme
            or Question.Summon
            or Question.Instruct
            or Question.CheckRoll
            or Question.ElectionsAssembly
            or Question.Join
            or Question.OnMerger
            or Question.OnCompetence
            or Question.OnRights
            or Question.Leave
            or Question.SummonCongress
            or Question.PutToAll
            or Question.Demand
            or Question.Unseat
            or Question.Initiative
            or Question.Recognise => here.TitleOf(matter),
        };

    private static string TitleOf(Here here, MatterNo no) =>
        here.Section.Matters.Find(no) is { } matter ? TitleOf(here, matter) : here.TitleOf(no);

    private static IResult File(Here here, IEnumerable<Matter> matters) =>
        Results.Text(
            CalendarFile.Of(
                matters.Select(m => new CalendarEntry(
                    $"{here.Id}-{m.No}-{m.Stage.NextAt.ToUnixTimeSeconds()}",
                    TitleOf(here, m),
                    m.Stage.NextAt
                )),
                here.Now
            ),
            "text/calendar; charset=utf-8"
        );
}
