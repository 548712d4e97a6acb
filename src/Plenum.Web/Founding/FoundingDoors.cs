using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Founding;

/// <summary>What the forms of "Start a branch" are sent to, for whoever holds the founding key.</summary>
public static class FoundingDoors
{
    public static void MapFounding(this IEndpointRouteBuilder routes)
    {
        var forms = routes.MapOwnForms();
        forms.MapPost("/start/review", (Delegate)Review);
        forms.MapPost("/start/begin", Adopt);
        forms.MapPost("/s/{section}/founding/card", Reissue);
    }

    /// <summary>Whether this key opens the founding; where there is no key at all, nothing does.</summary>
    public static bool Opens(IServiceProvider services, string key) =>
        services.GetService<FoundingKey>() is { } founding && founding.Accepts(key);

    // Whoever comes with a key that opens nothing stands in the log, without the key.
    private static IResult Refuse(HttpContext context)
    {
        context.RequestServices.GetRequiredService<DoorLog>().Refused(WayIn.Founding);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    /// <summary>The first of the founders prints the cards while the circle gathers; nobody else holds others' cards.</summary>
    public static bool IsInitiator(Here here) =>
        here.Me.No == new MemberNo(1)
        && here.Section.Sections.Founding == Domain.Sections.Founding.Circle;

    private static async Task<IResult> Review(HttpContext context)
    {
        var form = await OwnForms.Form(context);
        return Opens(context.RequestServices, form.Text("key")) ? Page(form) : Refuse(context);
    }

    private static RazorComponentResult<ReviewDocument> Page(IFormCollection form) =>
        new(new { Form = form }) { PreventStreamingRendering = true };

    private static async Task<IResult> Adopt(
        HttpContext context,
        Front front,
        PeopleBook people,
        Persons persons,
        Accounts accounts,
        CardShelf shelf,
        NewWays ways,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        if (!Opens(context.RequestServices, form.Text("key")))
            return Refuse(context);
        var answers = Answers.Of(form);
        // Nobody adopts statutes that were not shown: changed answers are shown anew first.
        if (!answers.Missing.IsEmpty || form.Text("seen") != AnsweredStatutes.Seen(answers))
            return Page(form);
        var founders = answers
            .Founders.Select(f => (Id: SigningIn.NewPerson(), Founder: f))
            .ToArray();
        foreach (var (id, founder) in founders)
        {
            accounts.Create(id, here.Now);
            people.Write(id, new PersonalData(founder.Name, founder.Email, ""));
        }
        var answer = await front.Found(
            new GivenId(form.Text(Doing.IdField)),
            BeginOf(answers, form, [.. founders.Select(f => f.Id)]),
            new Actor.Founder()
        );
        if (answer is not Answer.Done done)
        {
            foreach (var (id, _) in founders)
                persons.Erase(id, here.Now);
            return Doing.Show(answer, "/start?key=" + Uri.EscapeDataString(form.Text("key")), here);
        }
        foreach (var (id, _) in founders)
        {
            shelf.Put(done.Section, id, accounts.IssueCard(id, here.Now));
            await ways.Tell(here, id, WayIn.Card);
        }
        context.RequestServices.GetRequiredService<FoundingKey>().Forget();
        await SigningIn.SignIn(context, founders[0].Id, OwnForms.IsOwnDevice(form), WayIn.Founding);
        return Results.Redirect($"/s/{Here.Abridged(done.Section)}/founding");
    }

    private static Begin BeginOf(
        Answers answers,
        IFormCollection form,
        EquatableArray<PersonId> founders
    )
    {
        var statutes = AnsweredStatutes.Write(answers);
        var programme = form["programme"].ToString().ReplaceLineEndings("\n");
        var nonce = SigningIn.NewPerson().Value;
        return new Begin(
            Begin.IdOf(answers.Name, statutes, programme, nonce),
            answers.Name,
            answers.TimeZone,
            statutes,
            programme,
            founders,
            nonce
        );
    }

    // Only for those who have not come yet: a card for a member would be a way to sign in as them.
    private static async Task<IResult> Reissue(
        HttpContext context,
        Accounts accounts,
        CardShelf shelf,
        NewWays ways,
        Here here
    )
    {
        var form = await OwnForms.Form(context);
        var person = new PersonId(form.Text("person"));
        if (
            !IsInitiator(here)
            || here.Section.Membership.Of(person).Standing is not Standing.Invited
        )
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        shelf.Put(here.Id, person, accounts.IssueCard(person, here.Now));
        await ways.Tell(here, person, WayIn.Card);
        return Results.Redirect(here.Url("founding"));
    }
}
