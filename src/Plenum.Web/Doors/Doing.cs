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
using Plenum.Domain.Referendums;

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

    /// <summary>At the desk of which section, where that is not the one in whose record it happens.</summary>
    public const string DeskField = "_desk";

    public static void MapDoing(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/s/{section}/do/{word}/{verb}", FromForm);
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
            return await StillWriting.Page(context);
        var form = await context.Request.ReadFormAsync();
        if (!Verbs.All.TryGetValue($"{word}/{verb}", out var known) || !here.Exists)
            return Results.NotFound();
        var back = HouseAddress.Local(form[BackField].ToString()) is { Length: > 0 } local
            ? local
            : here.Url();
        var bound = Binder.Bind(known, Fields.Of(form), here.S.Zone);
        if (bound is Bound.Wrong wrong)
            return Page(StatusCodes.Status400BadRequest, back, wrong: wrong);
        var id = new GivenId(form[IdField].ToString());
        var actor = form[DeskField].ToString() is { Length: > 0 } desk
            ? Helping(here, front.Read(front.Find(desk)).Section, form[ForField].ToString())
            : ActorOf(here, form[ForField].ToString());
        return Show(
            await front.Send(here.Id, id, ((Bound.Ready)bound).Command, actor),
            back,
            here,
            actor
        );
    }

    /// <summary>An answer as a page: on to where one wants to be, or why not.</summary>
    public static IResult Show(Answer answer, string back, Here here, Actor? actor = null) =>
        answer switch
        {
            // Whoever is helped takes a receipt away (C18).
            Answer.Done done when actor is Actor.Person { Via: Channel.Desk } => Results.Redirect(
                here.Url(FormattableString.Invariant($"receipts/{done.First}"))
            ),
            Answer.Done done => Results.Redirect(Landing(done, back, here)),
            Answer.Refused refused => Refuse(refused.Reason, back),
            Answer.IdReused => Results.StatusCode(StatusCodes.Status409Conflict),
            Answer.Unavailable { Why: Hindrance.DiskFull } => Results.StatusCode(
                StatusCodes.Status507InsufficientStorage
            ),
            Answer.Unavailable => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };

    public static IResult Refuse(Reason reason, string back) =>
        Page(Reasons.StatusOf(reason.Kind), back, reason: reason);

    /// <summary>Whoever is signed in, or the member they help at the desk; whether they may, the law says.</summary>
    internal static Actor ActorOf(Here here, string actingFor)
    {
        if (!here.IsSignedIn)
            return new Actor.Anyone();
        var other = NumberOf(actingFor) is { } no ? here.Section.Membership.Of(no) : here.Me;
        return other.Person == here.Person || other.No == MemberNo.None
            ? Actor.Self(here.Person)
            : new Actor.Person(other.Person, new Channel.Desk(here.Person));
    }

    // Whoever does not help at the desk of a section names none of its members, so that nobody acts.
    private static Actor Helping(Here here, Section desk, string actingFor) =>
        here.IsSignedIn
        && Desks.IsHeldBy(desk, here.Person, here.Now)
        && NumberOf(actingFor) is { } no
        && desk.Membership.Of(no) is { No: var known } member
        && known != MemberNo.None
            ? new Actor.Person(member.Person, new Channel.Desk(here.Person))
            : new Actor.Anyone();

    private static MemberNo? NumberOf(string text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var no)
            ? new MemberNo(no)
            : null;

    // A matter just put forward is where its mover wants to be; otherwise one goes back.
    private static string Landing(Answer.Done done, string back, Here here) =>
        done.Events.Items.FirstOrDefault() switch
        {
            MattersEvent.PutForward put => here.UrlOf(put.Matter),
            MattersEvent.RuledOut ruled => here.UrlOf(ruled.Matter),
            _ => back,
        };

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
}
