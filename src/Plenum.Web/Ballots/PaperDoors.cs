using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Ballots;

/// <summary>The papers of a hat come in as counts, as lines or as a ballot file; out goes the one command that enters them.</summary>
public static class PaperDoors
{
    public static void MapPapers(this IEndpointRouteBuilder routes) =>
        routes.MapOwnForms().MapPost("/s/{section}/papers/{no:int}", Enter);

    private static async Task<IResult> Enter(int no, HttpContext context, Here here, Front front)
    {
        // Whoever does not vote here does not learn which votes run either.
        if (!here.IsMember)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var back = here.Url(FormattableString.Invariant($"matters/{no}/papers"));
        var box = BoxOf(here, new MatterNo(no));
        if (box.No == BoxNo.None)
            return Doing.Refuse(new BoxClosed(BoxNo.None), back);
        var form = await OwnForms.Form(context);
        return HatText.Read(box, await Text(form)) switch
        {
            HatReading.Unreadable(var where) => Doing.Refuse(
                where.By(box.ArticleIn(here.Section)),
                back
            ),
            HatReading.Read(var lines) => Doing.Show(
                await front.Send(
                    here.Id,
                    new GivenId(form[Doing.IdField].ToString()),
                    new Domain.Ballots.EnterPapers(box.No, lines),
                    Actor.Self(here.Person)
                ),
                back,
                here
            ),
        };
    }

    /// <summary>The box whose papers are entered: the one that is open, or one whose hat a panel had entered anew.</summary>
    internal static Box BoxOf(Here here, MatterNo no) =>
        here.Section.Matters.Find(no)?.Stage switch
        {
            Stage.Voting voting => here.Section.Ballots.Of(voting.Box),
            Stage.Protest protest => here.Section.Ballots.Of(protest.Box),
            _ => BallotsRecord.NoBox,
        };

    // A file, or what was typed, or of a question simply how many said what.
    private static async Task<string> Text(IFormCollection form)
    {
        if (form.Files["file"] is { Length: > 0 } file)
        {
            using var reader = new StreamReader(file.OpenReadStream());
            return await reader.ReadToEndAsync();
        }
        var counted = Enum.GetValues<Choice>()
            .Where(c =>
                int.TryParse(
                    form[c.ToString()].ToString(),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var papers
                )
                && papers > 0
            )
            .Select(c => $"{form[c.ToString()]} x {c}");
        return string.Join('\n', counted.Prepend(form["Lines"].ToString()));
    }
}
