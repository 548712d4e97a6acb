using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Mergers;

/// <summary>The mergers of a section, at most one of them open.</summary>
public sealed record MergersRecord
{
    public static readonly MergersRecord Empty = new();

    public ImmutableSortedDictionary<MergerNo, Merger> All { get; init; } =
        ImmutableSortedDictionary<MergerNo, Merger>.Empty;

    public MergerNo NextNo => new(All.Count + 1);

    /// <summary>The merger under way with a section.</summary>
    public IEnumerable<Merger> OpenWith(SectionId section) =>
        All.Values.Where(m => m.IsOpen && m.With == section);

    public bool IsUnderWay => All.Values.Any(m => m.IsOpen);

    /// <summary>Where this record forks, or from where it does: the other side has the same past.</summary>
    public IEnumerable<Merger> Forks => All.Values.Where(m => m.IsFork);

    public Instant NextAt(MergerNo no) =>
        All.TryGetValue(no, out var merger) ? merger.NextAt : Instant.MaxValue;

    public MergersRecord Evolve(MergersEvent happened) =>
        happened switch
        {
            MergersEvent.Offered e => Put(
                new Merger(
                    e.Merger,
                    e.With,
                    "",
                    WeGo: true,
                    e.By,
                    MergerStage.Offered,
                    Instant.MaxValue,
                    0
                )
            ),
            MergersEvent.Declined or MergersEvent.NotDivided => Change(
                happened.Subject,
                m => m with { Stage = MergerStage.Declined, Going = [] }
            ),
            MergersEvent.Agreed e => Put(
                new Merger(
                    e.Merger,
                    e.With,
                    e.Name,
                    e.WeGo,
                    e.By,
                    MergerStage.Agreed,
                    e.TakesEffect,
                    e.Programme
                )
            ),
            MergersEvent.Dividing e => Put(
                Agreed(e.Merger, new SectionId(""), e.Name, true, e.By, e.TakesEffect, e.Programme)
            ),
            MergersEvent.Divided e => Change(e.Merger, m => m with { With = e.With }),
            MergersEvent.Forked e => Put(
                Agreed(e.Merger, e.From, e.Name, false, MatterNo.None, e.At, 1) with
                {
                    Fork = new Fork(e.Version, e.Leaf),
                }
            ),
            MergersEvent.Chosen e => Change(
                e.Merger,
                m => m with { Going = e.Goes ? m.Going.Add(e.Member) : m.Going.Remove(e.Member) }
            ),
            // Who they are stands among the members.
            MergersEvent.Came => this,
            MergersEvent.Done e => Change(
                e.Merger,
                m => m with { Stage = MergerStage.Done, Members = e.Members, Going = [] }
            ),
        };

    private static Merger Agreed(
        MergerNo no,
        SectionId with,
        string name,
        bool weGo,
        MatterNo by,
        Instant at,
        int programme
    ) => new(no, with, name, weGo, by, MergerStage.Agreed, at, programme) { Divides = true };

    private MergersRecord Put(Merger merger) => this with { All = All.SetItem(merger.No, merger) };

    private MergersRecord Change(MergerNo no, Func<Merger, Merger> change) =>
        this with
        {
            All = All.Changed(no, change),
        };
}
