using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>
/// Auditors drawn by lot check thirty entries drawn by lot, with no officer acting (C16, C19). Whoever does not check in
/// time is replaced by lot; after three rounds what was left unchecked is on the record as that.
/// </summary>
public static class RollChecks
{
    public const int Entries = 30;

    /// <summary>As many as come from other sections where there are some.</summary>
    public const int Auditors = 2;

    public const int MostRounds = 3;

    private static readonly Period ToCheck = Period.FromDays(14);

    public static void Begin(Unfolding unfolding, MatterNo no, Occasion occasion)
    {
        var section = unfolding.Section;
        var roll = section
            .Membership.Members.Values.Where(m => m.IsInGoodStanding)
            .OrderBy(m => m.No)
            .ToArray();
        unfolding.Then(
            new MembershipEvent.RollCheckBegan(
                no,
                roll.Length,
                CommitmentTo(roll),
                occasion
                    .Drawn.Shuffle($"entries/{no}", roll.Select(m => m.No))
                    .Take(Entries)
                    .Order()
                    .ToEquatable()
            )
        );
        DrawAuditors(unfolding, no, occasion);
    }

    /// <summary>Draws who checks, and seats them for it; those of the round before leave.</summary>
    public static void DrawAuditors(Unfolding unfolding, MatterNo no, Occasion occasion)
    {
        EndAuditors(unfolding, no, occasion.Now);
        var section = unfolding.Section;
        var check = section.Membership.CheckOf(no);
        var drawn = occasion
            .Drawn.Shuffle(
                $"auditors/{no}",
                section
                    .RollOf(BodyId.Members, occasion.Now, basicLaw: false)
                    .Where(m => !KeepsTheRoll(section, m, occasion.Now))
            )
            // First those who have not had their turn, then those who are not on the list themselves.
            .OrderBy(m => check.Auditors.Contains(m))
            .ThenBy(m => check.Entries.Contains(m))
            .Take(Auditors)
            .ToEquatable();
        var until = section.After(occasion.Now, ToCheck);
        unfolding.Then(new MembershipEvent.AuditorsDrawn(no, drawn, until));
        var panel = section.Statutes.Book.Body(section.Rules.Panel.Body);
        foreach (var auditor in drawn)
            unfolding.Then(
                Seating.Seat(
                    unfolding.Section,
                    panel,
                    auditor,
                    occasion.Now,
                    section.After(until, Period.FromDays(1)),
                    no,
                    BoxNo.None
                )
            );
    }

    public static void End(Unfolding unfolding, MatterNo no, Instant now)
    {
        var check = unfolding.Section.Membership.CheckOf(no);
        unfolding.Then(
            new MembershipEvent.RollCheckEnded(
                no,
                check.Entries.Count,
                check.Found.Count,
                check.Found.Values.Count(sound => !sound)
            )
        );
        EndAuditors(unfolding, no, now);
    }

    /// <summary>Nobody judges or checks what they decide themselves: who is on the roll, and who is to leave it.</summary>
    public static bool KeepsTheRoll(Section section, MemberNo member, Instant now) =>
        section
            .Mandates.HeldBy(member, now)
            .Any(m =>
                section.Statutes.Book.Has(m.Body)
                && section
                    .Statutes.Book.Body(m.Body)
                    .Powers.Items.Any(p => p is Power.Register or Power.Admit)
            );

    // The vote whose roll is checked has a commission of its own, which stays.
    private static void EndAuditors(Unfolding unfolding, MatterNo no, Instant now)
    {
        var section = unfolding.Section;
        foreach (
            var mandate in section
                .Mandates.Current.Values.Where(m =>
                    m.By == no && m.Body == section.Rules.Panel.Body
                )
                .ToArray()
        )
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.TaskDone, now));
    }

    // Ids of persons are random, so that the digest tells nobody who is on the roll.
    private static Digest CommitmentTo(IEnumerable<Member> roll) =>
        Digest.Of(string.Join('\n', roll.Select(m => $"{m.No} {m.Person} {m.Joined}")));
}
