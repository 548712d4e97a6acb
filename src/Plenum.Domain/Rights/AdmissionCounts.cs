using NodaTime;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Rights;

/// <summary>
/// How a section dealt with those who asked to join it, within a year: so many admitted, refused, and not decided in
/// time. Counts alone and no attribute of anybody; fewer than ten are not told, because they would be persons.
/// </summary>
public sealed record AdmissionCounts(
    bool IsEnough,
    int Admitted,
    int Refused,
    int Undecided,
    int Late
)
{
    public const int Least = 10;

    public static readonly Period Within = Period.FromYears(1);

    public static readonly AdmissionCounts TooFew = new(IsEnough: false, 0, 0, 0, 0);

    /// <summary>Those somebody decided about.</summary>
    public int Decided => Admitted + Refused;

    /// <summary>Those whose time for a decision is over.</summary>
    public int Applied => Decided + Undecided;

    public static AdmissionCounts Of(Section section, Instant now)
    {
        var from = section.Before(now, Within);
        var (admitted, refused, undecided, late) = (0, 0, 0, 0);
        foreach (var member in section.Membership.Members.Values)
            if (member.Standing is Standing.Refused was)
                refused += was.AppealBy >= from ? 1 : 0;
            else if (member.Standing is Standing.Referred)
                (undecided, late) = (undecided + 1, late + 1);
            else if (Asked(member) && member.Since >= from)
                (admitted, late) = (
                    admitted + 1,
                    late + (member.AdmittedBy == AdmittedBy.Silence ? 1 : 0)
                );
        return admitted + refused + undecided < Least
            ? TooFew
            : new AdmissionCounts(IsEnough: true, admitted, refused, undecided, late);
    }

    public AdmissionCounts And(AdmissionCounts other) =>
        new(
            IsEnough || other.IsEnough,
            Admitted + other.Admitted,
            Refused + other.Refused,
            Undecided + other.Undecided,
            Late + other.Late
        );

    public AdmissionCounts Without(AdmissionCounts other) =>
        new(
            IsEnough,
            Admitted - other.Admitted,
            Refused - other.Refused,
            Undecided - other.Undecided,
            Late - other.Late
        );

    // Founders and whoever was invited did not have to ask.
    private static bool Asked(Member member) =>
        member.AdmittedBy is AdmittedBy.Decision or AdmittedBy.Silence or AdmittedBy.Appeal;
}
