using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Sections;

/// <summary>How it stands with a section that asked to belong.</summary>
public enum Recognised
{
    Pending,
    Granted,

    /// <summary>It was taken in and has left since.</summary>
    Left,
    Refused,
}

/// <summary>
/// One asking: when, by which item it was decided, how it stands since when. Why holds of what was refused and of nothing
/// else.
/// </summary>
public sealed record Asking(
    SectionId Section,
    string Name,
    MatterNo By,
    Instant AskedAt,
    Recognised Stands,
    Refusal Why,
    Instant Since
);

/// <summary>The register of recognition: who asked a federation, and what became of it, worked out from the record (S19).</summary>
public static class Register
{
    /// <summary>Whether there is anything to read. Who never had a letter was never asked, however many items it has.</summary>
    public static bool IsBegun(Section federation) =>
        !federation.Letters.LastReceived.IsEmpty
        && (
            !federation.Sections.Tree.Affiliates.IsEmpty
            || !federation.Sections.Tree.Former.IsEmpty
            || !federation.Sections.Recognition.TurnedAway.IsEmpty
            || federation.Matters.Newest.Any(m => m.Question is Question.Recognise)
        );

    /// <summary>Every asking, the newest first.</summary>
    public static IEnumerable<Asking> Of(Section federation)
    {
        var tree = federation.Sections.Tree;
        var away = federation.Sections.Recognition.TurnedAway.Values;
        var circles = away.Where(a => a.By != MatterNo.None).Select(a => a.By).ToHashSet();
        return federation
            .Matters.Newest.Where(m => m.Question is Question.Recognise)
            .Select(m => Of(tree, circles.Contains(m.No), m, (Question.Recognise)m.Question))
            .Concat(away.Where(a => a.By == MatterNo.None).Select(AtOnce))
            .Concat(tree.Affiliates.Values.Where(IsNamed).Select(Named))
            .Concat(tree.Former.Values.SelectMany(f => f).Where(f => IsNamed(f.Was)).Select(Gone))
            .OrderByDescending(a => a.AskedAt)
            .ThenBy(a => a.Section);
    }

    private static Asking Of(Tree tree, bool circle, Matter matter, Question.Recognise asked)
    {
        var asking = new Asking(
            asked.Section,
            asked.Name,
            matter.No,
            matter.PutForwardAt,
            Recognised.Refused,
            circle ? Refusal.Circle
                : matter.Is(Outcome.Rejected) ? Refusal.VotedDown
                : Refusal.NotDecided,
            matter.SettledAt
        );
        return matter.IsOpen
                ? asking with
                {
                    Stands = Recognised.Pending,
                    Since = matter.PutForwardAt,
                }
            : tree.Affiliates.TryGetValue(asked.Section, out var affiliate)
            && affiliate.By == matter.No
                ? asking with
                {
                    Stands = Recognised.Granted,
                    Since = affiliate.Since,
                }
            : tree
                .Former.GetValueOrDefault(asked.Section, [])
                .FirstOrDefault(f => f.Was.By == matter.No)
                is { } former
                ? asking with
                {
                    Stands = Recognised.Left,
                    Since = former.Until,
                }
            : asking;
    }

    // Named by the founding and taken in when it asked: no item was needed.
    private static bool IsNamed(Affiliate affiliate) => affiliate.By == MatterNo.None;

    private static Asking Named(Affiliate affiliate) =>
        new(
            affiliate.Id,
            affiliate.Name,
            MatterNo.None,
            affiliate.Since,
            Recognised.Granted,
            Refusal.NotDecided,
            affiliate.Since
        );

    private static Asking Gone(FormerAffiliate former) =>
        Named(former.Was) with
        {
            Stands = Recognised.Left,
            Since = former.Until,
        };

    private static Asking AtOnce(TurnedAway away) =>
        new(
            away.Section,
            away.Name,
            MatterNo.None,
            away.At,
            Recognised.Refused,
            Refusal.Circle,
            away.At
        );
}
