using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Counting;
using Plenum.Counting.Ballots;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Web.Doors;

namespace Plenum.Web.Matters;

/// <summary>What a member takes home to count an election again: the papers, and the certificate of the count.</summary>
public static class CountFiles
{
    /// <summary>How the count is made again with this program.</summary>
    public const string SameProgram = "plenum count verify certificate.json papers.blt";

    /// <summary>How it is replayed with another.</summary>
    public const string OtherProgram =
        "dotnet run --project tools/Plenum.Checker -- certificate.json papers.blt";

    private sealed record Counted(BallotSet Papers, string Rule, string Seed);

    public static void MapCountFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/s/{section}/matters/{no:int}/papers.blt", Papers);
        routes.MapGet("/s/{section}/matters/{no:int}/certificate.json", CertificateOf);
    }

    private static IResult Papers(int no, Here here, Front front) =>
        !here.IsMember || !here.Section.Rules.Elections.PublishPapers
            ? Results.StatusCode(StatusCodes.Status403Forbidden)
        : Find(here, front, new MatterNo(no)) is { } counted
            ? Results.File(
                BltWriter.Write(counted.Papers),
                "text/plain; charset=utf-8",
                "papers.blt"
            )
        : Results.NotFound();

    private static IResult CertificateOf(int no, Here here, Front front)
    {
        if (!here.IsMember)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Find(here, front, new MatterNo(no)) is not { } counted)
            return Results.NotFound();
        // The papers as whoever takes them home reads them.
        return
            CountingRule.Find(counted.Rule) is { } rule
            && BltReader.Read(BltWriter.Write(counted.Papers)) is BallotReading.Read(var papers)
            ? Results.File(
                Encoding.UTF8.GetBytes(Certificate.Write(rule, papers, counted.Seed)),
                "application/json",
                "certificate.json"
            )
            : Results.NotFound();
    }

    // The newest stands first. The papers of the last count there was: those of a recount where a panel ordered one.
    private static Counted? Find(Here here, Front front, MatterNo no)
    {
        if (here.Section.Matters.Find(no) is not { Question: Question.Elect elect })
            return null;
        var history = front.Keeping.History(here.Id, Subjects.Of(no), 5_000).ToArray();
        if (
            history.Select(h => h.Event).OfType<ElectionsEvent.Counted>().FirstOrDefault()
            is not { } first
        )
            return null;
        var box = here.Section.Ballots.Of(first.Box);
        var papers = history
            .Select(h => h.Event)
            .OfType<ElectionsEvent.Recounted>()
            .FirstOrDefault()
            is { } again
            ? again.CountedPapers.Digest
            : box.Counted;
        return new Counted(
            Counts.Set(
                here.Section,
                no,
                elect,
                box,
                front.Keeping.Content(papers).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            ),
            first.Rule,
            first.Seed.SeedHex
        );
    }
}
