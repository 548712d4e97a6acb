namespace Plenum.Domain.Statutes;

// How much of a vote it takes.
internal static partial class Bounds
{
    /// <summary>At least this share of the same base; a stricter base is a larger share.</summary>
    public static Provision MajorityAtLeast(string code, string path, string limit) =>
        new(
            code,
            "at-least",
            path,
            n =>
                Values.Majority(n.Text) is not { } found || Reaches(found, Values.Majority(limit)!),
            limit,
            (p, _) => new Repair.Set(p, Quote(limit))
        );

    /// <summary>
    /// A majority that is one, and that can be reached: at least the least, at most that share, and of all on the roll no
    /// more than a half, because whoever stays away would decide.
    /// </summary>
    public static Provision MajorityWithin(string code, string path, string least, string most)
    {
        var (low, high) = (Values.Majority(least)!, Values.Part(most)!.Value);
        return new(
            code,
            "within",
            path,
            n =>
                Values.Majority(n.Text) is not { } found || IsLow(found) is false && !IsHigh(found),
            least + " .. >= " + most + " of cast",
            (p, n) =>
                new Repair.Set(
                    p,
                    Quote(
                        Values.Majority(n.Text) is { } found && IsLow(found)
                            ? least
                            : ">= " + most + " of cast"
                    )
                )
        );

        bool IsLow(Threshold found) =>
            found.Share.CompareTo(low.Share) is var order
            && (order < 0 || order == 0 && low.Strict && !found.Strict);

        bool IsHigh(Threshold found) =>
            found.Share.CompareTo(
                found.Base == VoteBase.Eligible && high.Over < high.Under ? new Ratio(1, 2) : high
            ) > 0;
    }

    public static Provision MajorityIs(string code, string path, string exactly) =>
        new(
            code,
            "is",
            path,
            n =>
                Values.Majority(n.Text) is not { } found
                || SameAs(found, Values.Majority(exactly)!),
            exactly,
            (p, _) => new Repair.Set(p, Quote(exactly))
        );

    private static bool Reaches(Threshold found, Threshold limit) =>
        found.Share.CompareTo(limit.Share) >= 0;

    private static bool SameAs(Threshold found, Threshold exactly) =>
        found.Base == exactly.Base
        && found.Strict == exactly.Strict
        && found.Share.CompareTo(exactly.Share) == 0;
}
