using System.Collections.Immutable;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Referendums;

/// <summary>Questions this section has put to the members of several, those put to its own from above, and petitions for some.</summary>
public sealed record ReferendumsRecord
{
    public static readonly ReferendumsRecord Empty = new();

    public ImmutableSortedDictionary<MatterNo, Referendum> Put { get; init; } =
        ImmutableSortedDictionary<MatterNo, Referendum>.Empty;

    /// <summary>What members of each section below have signed.</summary>
    public ImmutableSortedDictionary<
        MatterNo,
        ImmutableSortedDictionary<SectionId, int>
    > Support { get; init; } =
        ImmutableSortedDictionary<MatterNo, ImmutableSortedDictionary<SectionId, int>>.Empty;

    public ImmutableSortedDictionary<QuestionAbove, Told> FromAbove { get; init; } =
        ImmutableSortedDictionary<QuestionAbove, Told>.Empty;

    /// <summary>Petitions here that have gone up and wait for the question they are for.</summary>
    public ImmutableSortedSet<MatterNo> Filed { get; init; } = [];

    /// <summary>For which question above a petition here is signed.</summary>
    public ImmutableSortedDictionary<MatterNo, QuestionAbove> SignedFor { get; init; } =
        ImmutableSortedDictionary<MatterNo, QuestionAbove>.Empty;

    /// <summary>What a congress carried and members can call to their vote, with the matter under which it did.</summary>
    public ImmutableSortedDictionary<MatterNo, MatterNo> OpenToDemand { get; init; } =
        ImmutableSortedDictionary<MatterNo, MatterNo>.Empty;

    /// <summary>How many have signed below.</summary>
    public int SupportBelow(MatterNo matter) =>
        Support.TryGetValue(matter, out var sections) ? sections.Values.Sum() : 0;

    public ReferendumsRecord Evolve(ReferendumsEvent happened) =>
        happened switch
        {
            ReferendumsEvent.Put e => this with
            {
                Put = Put.SetItem(
                    e.Matter,
                    new Referendum(e.Matter, e.RollAt, e.DebateUntil, e.Asked)
                ),
                Support = Support.Remove(e.Matter),
            },
            ReferendumsEvent.RollReturned e => Change(e.Matter, r => r.With(e)),
            ReferendumsEvent.DeskNamed e => Change(e.Matter, r => r.With(e)),
            ReferendumsEvent.SecrecyAsked e => Change(
                e.Matter,
                r => r with { SecretAskedBy = r.SecretAskedBy.Add(e.Line) }
            ),
            ReferendumsEvent.RollFrozen e => Change(e.Matter, r => r.Frozen(e.BySections)),
            ReferendumsEvent.Over e => Change(e.Matter, r => r.Ended),
            ReferendumsEvent.SupportCounted e => this with
            {
                Support = Support.SetItem(
                    e.Matter,
                    Support
                        .GetValueOrDefault(
                            e.Matter,
                            ImmutableSortedDictionary<SectionId, int>.Empty
                        )
                        .SetItem(e.Section, e.Support)
                ),
            },
            ReferendumsEvent.Filed e => this with { Filed = Filed.Add(e.Matter) },
            ReferendumsEvent.SupportSought e => this with
            {
                Filed = Filed.Remove(e.Matter),
                SignedFor = SignedFor.SetItem(e.Matter, e.Question),
            },
            ReferendumsEvent.OpenToDemand e => this with
            {
                OpenToDemand = OpenToDemand.SetItem(e.Matter, e.Carried),
            },
            ReferendumsEvent.QuestionReceived e => this with
            {
                FromAbove = FromAbove.SetItem(
                    e.Question,
                    new Told(e.Question, e.Name, e.Title, e.Secret, e.Closes, e.Entitled)
                ),
            },
            ReferendumsEvent.QuestionDecided e => this with
            {
                FromAbove = FromAbove.Changed(e.Question, t => t with { IsDecided = true }),
            },
        };

    private ReferendumsRecord Change(MatterNo no, Func<Referendum, Referendum> change) =>
        this with
        {
            Put = Put.Changed(no, change),
        };
}
