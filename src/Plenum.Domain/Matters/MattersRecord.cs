using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Matters;

/// <summary>Every matter, open ones with all that deciding them needs.</summary>
public sealed record MattersRecord
{
    public static readonly MattersRecord Empty = new();

    public ImmutableSortedDictionary<MatterNo, Matter> All { get; init; } =
        ImmutableSortedDictionary<MatterNo, Matter>.Empty;
    public ImmutableSortedSet<MatterNo> Open { get; init; } = [];
    public MatterNo NextNo => new(All.Count + 1);

    /// <summary>The last one first, for whoever reads a few of thousands.</summary>
    public IEnumerable<Matter> Newest
    {
        get
        {
            for (var no = All.Count; no > 0; no--)
                yield return All[new MatterNo(no)];
        }
    }

    public Matter? Find(MatterNo no) => All.GetValueOrDefault(no);

    public IEnumerable<Matter> OpenMatters => Open.Select(no => All[no]);

    public Instant NextAt(MatterNo no) => Find(no)?.Stage.NextAt ?? Instant.MaxValue;

    public MattersRecord Evolve(MattersEvent happened) =>
        happened switch
        {
            MattersEvent.PutForward e => Put(
                new Matter(
                    e.Matter,
                    e.Question,
                    e.Procedure,
                    e.Stage,
                    e.By,
                    e.StatutesVersion,
                    e.At,
                    [],
                    [],
                    [],
                    Instant.MinValue
                )
            ),
            MattersEvent.RuledOut e => Put(
                new Matter(
                    e.Matter,
                    e.Question,
                    Procedures.OfNothing,
                    new Stage.Settled(Outcome.OutOfOrder),
                    e.By,
                    0,
                    e.At,
                    [],
                    [],
                    [],
                    e.At
                )
            ),
            MattersEvent.Supported e => Change(
                e.Matter,
                m => m with { Supporters = m.Supporters.Add(e.By) }
            ),
            MattersEvent.SupportWithdrawn e => Change(
                e.Matter,
                m => m with { Supporters = m.Supporters.Remove(e.By) }
            ),
            MattersEvent.SecrecyAsked e => Change(
                e.Matter,
                m => m with { SecretAskedBy = m.SecretAskedBy.Add(e.By) }
            ),
            MattersEvent.Objected e => Change(
                e.Matter,
                m => m with { Objectors = m.Objectors.Add(e.By) }
            ),
            MattersEvent.MovedOn e => Change(e.Matter, m => m with { Stage = e.Stage }),
            MattersEvent.Settled e => Change(
                e.Matter,
                m =>
                    m with
                    {
                        Stage = new Stage.Settled(e.Outcome),
                        SettledAt = e.At,
                        Outvoted = e.Outcome is Outcome.Adopted or Outcome.Advice
                            ? e.Verdict.Against
                            : e.Verdict.For,
                        // A failed recall is remembered with its signers (R5); other support is history.
                        Supporters = m.Question is Question.Recall ? m.Supporters : [],
                        SecretAskedBy = [],
                        Objectors = [],
                    }
            ),
            // Early records attached a report when it was written; nothing of it waits.
            MattersEvent.MinorityReport e => Change(
                e.Matter,
                m =>
                    m with
                    {
                        Reports = m
                            .Reports.Select(r =>
                                r.Text == e.Text.Digest ? r with { IsAttached = true } : r
                            )
                            .ToEquatable(),
                    }
            ),
            MattersEvent.MinorityFiled e => Change(
                e.Matter,
                m =>
                    m with
                    {
                        Reports = m.Reports.Add(
                            new Dissent(e.Report, e.Text.Digest, e.By, [e.By], IsAttached: false)
                        ),
                    }
            ),
            MattersEvent.MinoritySigned e => Change(
                e.Matter,
                m =>
                    m with
                    {
                        Reports = m
                            .Reports.Select(r =>
                                r.No == e.Report ? r with { Signers = r.Signers.Add(e.By) } : r
                            )
                            .ToEquatable(),
                    }
            ),
            MattersEvent.AwaitsMeeting e => Change(
                e.Matter,
                m => m with { Stage = new Stage.Debate(e.Until), Meeting = e.Sitting }
            ),
            MattersEvent.PutToHands e => Change(
                e.Matter,
                m =>
                    m with
                    {
                        Hands = new ShowOfHands(
                            e.Sitting,
                            e.Tellers,
                            e.Present,
                            e.Needed,
                            [],
                            IsOver: false
                        ),
                    }
            ),
            MattersEvent.HandsCounted e => Change(
                e.Matter,
                m => m with { Hands = m.Hands.With(e) }
            ),
            MattersEvent.DivisionDemanded e => Change(
                e.Matter,
                m => m with { Hands = m.Hands with { IsOver = true } }
            ),
            MattersEvent.NoticePosted e => Change(
                e.Matter,
                m =>
                    m with
                    {
                        Notices = m.Notices.Add(new PostedNotice(e.Place, e.Posted, e.Day, e.By)),
                    }
            ),
            MattersEvent.WeighedApart => this,
        };

    private MattersRecord Put(Matter matter) =>
        this with
        {
            All = All.SetItem(matter.No, matter),
            Open = matter.IsOpen ? Open.Add(matter.No) : Open.Remove(matter.No),
        };

    private MattersRecord Change(MatterNo no, Func<Matter, Matter> change) =>
        All.TryGetValue(no, out var matter) ? Put(change(matter)) : this;
}
