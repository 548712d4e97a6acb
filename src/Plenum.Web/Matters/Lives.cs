using System.Collections.Immutable;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Web.Doors;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;
using Now = Plenum.Domain.Matters.Stage;
using Stage = Plenum.Web.Pieces.Stage;

namespace Plenum.Web.Matters;

/// <summary>The life of a matter as a line: what lies behind it, where it stands, what comes.</summary>
public static class Lives
{
    /// <summary>
    /// What the page of a matter is made of. Signatures and demands come by the hundred and after a decision too; these few
    /// are found however many of those there are.
    /// </summary>
    public static readonly ImmutableArray<Type> Made =
    [
        typeof(MattersEvent.PutForward),
        typeof(MattersEvent.MovedOn),
        typeof(MattersEvent.Settled),
        typeof(MattersEvent.RuledOut),
        typeof(MattersEvent.WeighedApart),
        typeof(MattersEvent.MinorityReport),
        typeof(BallotsEvent.Recomputed),
        typeof(ElectionsEvent.Counted),
        typeof(ElectionsEvent.Recounted),
    ];

    public const int MostMade = 1_000;

    public static IReadOnlyList<Happened> Of(Front front, SectionId section, MatterNo matter) =>
        front.Keeping.History(section, Subjects.Of(matter), Made, MostMade);

    public static StagesView Of(Here here, Matter matter, IReadOnlyList<Happened> history)
    {
        var s = here.S;
        var passed = history
            .Reverse()
            .SelectMany(h => Left(h) is { } name ? new[] { (Name: name, At: Telling.At(h)) } : [])
            .ToArray();
        var stages = ImmutableArray.CreateBuilder<Stage>();
        // A stage that was made longer, or opened again by a panel, is one stage.
        foreach (var (index, (name, at)) in passed.Index())
            if (index == 0 || passed[index - 1].Name != name)
                stages.Add(new Stage.Passed(s.OfStage(name), at));
        if (matter.Stage is Now.Settled settled)
            return new StagesView(here.TitleOf(matter), stages.ToImmutable());
        stages.Add(new Stage.Here(s.Of(matter.Stage), matter.Stage.NextAt));
        foreach (var name in Ahead(matter))
            stages.Add(new Stage.Undated(s.OfStage(name)));
        return new StagesView(here.TitleOf(matter), stages.ToImmutable());
    }

    // Each move names where it goes; what was left is where the one before went.
    private static string? Left(Happened happened) =>
        happened.Event switch
        {
            MattersEvent.PutForward => "PutForward",
            MattersEvent.MovedOn moved => "Began" + moved.Stage.GetType().Name,
            MattersEvent.Settled settled => "Settled",
            _ => null,
        };

    private static IEnumerable<string> Ahead(Matter matter)
    {
        var order =
            matter.Question is Question.Elect
                ? new[]
                {
                    nameof(Now.Nomination),
                    nameof(Now.Voting),
                    nameof(Now.Protest),
                    nameof(Now.Settled),
                }
                :
                [
                    nameof(Now.Support),
                    nameof(Now.Debate),
                    nameof(Now.Voting),
                    nameof(Now.Settled),
                ];
        return order.SkipWhile(name => name != matter.Stage.GetType().Name).Skip(1);
    }
}
