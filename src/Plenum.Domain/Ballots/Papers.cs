using System.Globalization;
using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>What may be written on a paper: <c>For</c>, <c>Against</c>, <c>Abstain</c>, or options in order, <c>3,1,2</c>.</summary>
public static class Papers
{
    /// <summary>The paper in its one written form, or nothing when it cannot be read.</summary>
    public static string Normal(Box box, string choice) =>
        box.Form switch
        {
            BallotForm.Question => Enum.GetNames<Choice>()
                .Where(name =>
                    string.Equals(name, choice.Trim(), StringComparison.OrdinalIgnoreCase)
                )
                .DefaultIfEmpty("")
                .First(),
            BallotForm.Ranking => Ranking(choice, box.Options) is { Length: > 0 } order
                ? string.Join(',', order.Select(o => o.ToString(CultureInfo.InvariantCulture)))
                : "",
        };

    /// <summary>The options in the order written, or none when one is unknown or stands twice.</summary>
    public static int[] Ranking(string choice, int options)
    {
        var parts = choice.Split(
            ',',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (parts.Length > options)
            return [];
        var order = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (
                !int.TryParse(
                    parts[i],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out order[i]
                )
                || order[i] < 1
                || order[i] > options
            )
                return [];
        return order.Distinct().Count() == order.Length ? order : [];
    }

    // Before a paper may stand the number of a part of the roll, or that its voter was there before an influx.
    private const int RoomInFront = 16;

    /// <summary>As many signs as any paper of this box can have: kept papers are made as long, so that none stands out.</summary>
    public static int LongestIn(Box box) =>
        RoomInFront
        + box.Form switch
        {
            BallotForm.Question => Enum.GetNames<Choice>().Max(name => name.Length),
            BallotForm.Ranking => Enumerable
                .Range(1, Math.Max(1, box.Options))
                .Sum(option => option.ToString(CultureInfo.InvariantCulture).Length + 1),
        };

    /// <summary>All papers of a box in their one order, so that nobody learns who voted when.</summary>
    public static string Sorted(IEnumerable<string> papers) =>
        string.Join('\n', papers.Order(StringComparer.Ordinal));

    /// <summary>The papers of a box as they were written down at its close.</summary>
    public static EquatableArray<string> Written(string sorted) =>
        sorted.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToEquatable();

    /// <summary>Whether a vote is about somebody, who so has no hand in running it (C17).</summary>
    public static bool Concerns(this Box box, Section section, MemberNo member, Instant now) =>
        section.Matters.Find(box.Matter) is { } matter
        && Commissions.Concerned(section, matter, now).Contains(member);

    /// <summary>The article a vote is held under: that of the matter.</summary>
    public static ArticleId ArticleIn(this Box box, Section section) =>
        section.Matters.Find(box.Matter)?.Procedure.Article ?? section.Rules.Motions.Article;
}
