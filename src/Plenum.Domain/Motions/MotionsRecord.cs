using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Motions;

/// <summary>A task of a named member of a body.</summary>
public sealed record Assignment(int No, MatterNo By, MandateNo Mandate, Instant Due, bool Done);

/// <summary>What adopted motions have set going.</summary>
public sealed record MotionsRecord
{
    public static readonly MotionsRecord Empty = new();

    public ImmutableSortedDictionary<int, Assignment> Tasks { get; init; } =
        ImmutableSortedDictionary<int, Assignment>.Empty;

    public MotionsRecord Evolve(MotionsEvent happened) =>
        happened switch
        {
            MotionsEvent.TaskGiven e => this with
            {
                Tasks = Tasks.SetItem(
                    e.Task,
                    new Assignment(e.Task, e.By, e.Mandate, e.Due, Done: false)
                ),
            },
            MotionsEvent.TaskReported e when Tasks.TryGetValue(e.Task, out var task) => this with
            {
                Tasks = Tasks.SetItem(e.Task, task with { Done = e.Done }),
            },
            MotionsEvent.TaskReported => this,
        };
}
