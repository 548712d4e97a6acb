using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>The roll: everybody who is, was or asks to be a member.</summary>
public sealed partial record MembershipRecord
{
    public static readonly MembershipRecord Empty = new();

    public ImmutableSortedDictionary<MemberNo, Member> Members { get; init; } =
        ImmutableSortedDictionary<MemberNo, Member>.Empty;
    public ImmutableDictionary<PersonId, MemberNo> ByPerson { get; init; } =
        ImmutableDictionary<PersonId, MemberNo>.Empty;
    public int LastNo { get; init; }

    /// <summary>How many are in good standing; kept, because every share is taken of it.</summary>
    public int InGoodStanding { get; init; }

    public MemberNo NextNo => new(LastNo + 1);

    public Member Of(MemberNo no) => Members.TryGetValue(no, out var member) ? member : Nobody;

    public Member Of(PersonId person) => ByPerson.TryGetValue(person, out var no) ? Of(no) : Nobody;

    public static readonly Member Nobody = new(
        MemberNo.None,
        PersonId.Nobody,
        new Standing.Left(),
        AdmittedBy.Founding,
        Instant.MinValue,
        Instant.MaxValue,
        Instant.MaxValue,
        0
    );

    public MembershipRecord Evolve(MembershipEvent happened) =>
        happened switch
        {
            MembershipEvent.Applied e => Enter(
                e.Member,
                e.Person,
                new Standing.Applicant(e.DecideBy, []),
                e.ProgrammeVersion
            ),
            MembershipEvent.Invited e => Enter(
                e.Member,
                e.Person,
                new Standing.Invited(e.MemberSince),
                0
            ),
            MembershipEvent.Delegated e => Enter(
                e.Member,
                e.Person,
                new Standing.Delegate(e.From),
                0
            ),
            MembershipEvent.Attested e => Change(
                e.Applicant,
                m =>
                    m.Standing is Standing.Applicant a
                        ? m with
                        {
                            Standing = a with { AttestedBy = a.AttestedBy.Add(e.By) },
                        }
                        : m
            ),
            MembershipEvent.Admitted e => Change(
                e.Member,
                m =>
                    m with
                    {
                        Standing = new Standing.Good(),
                        AdmittedBy = e.By,
                        Since = e.Since,
                        MovedFrom = Nobody.MovedFrom,
                        VotesFrom = e.VotesFrom,
                        VotesOnBasicLawFrom = e.VotesOnBasicLawFrom,
                        Joined = m.Standing is Standing.Invited invited
                            ? Instant.Min(e.Since, invited.MemberSince)
                            : e.Since,
                    }
            ),
            MembershipEvent.Refused e => Change(
                e.Member,
                m => m with { Standing = new Standing.Refused(e.Clause, e.AppealBy) }
            ),
            MembershipEvent.Referred e => Change(
                e.Member,
                m => m with { Standing = new Standing.Referred(e.DecideBy) }
            ),
            MembershipEvent.Left e => Change(
                e.Member,
                m => m with { Standing = new Standing.Left() }
            ),
            MembershipEvent.Noticed e => Change(
                e.Member,
                m => m with { Standing = new Standing.Noticed(e.Notice, e.CureBy, false) }
            ),
            MembershipEvent.NoticeGiven e => Change(
                e.Member,
                m => m with { Standing = Noticed(e) }
            ),
            MembershipEvent.Cured e => Change(
                e.Member,
                m => m with { Standing = new Standing.Good() }
            ),
            MembershipEvent.Disputed e => Change(
                e.Member,
                m =>
                    m.Standing is Standing.Noticed n
                        ? m with
                        {
                            Standing = n with { Disputed = true },
                        }
                        : m
            ),
            MembershipEvent.NoticeUpheld e => Change(
                e.Member,
                m =>
                    m.Standing is Standing.Noticed n
                        ? m with
                        {
                            Standing = n.UpheldUntil(e.CureBy),
                        }
                        : m
            ),
            MembershipEvent.Lapsed e => Change(
                e.Member,
                m => m with { Standing = new Standing.Lapsed() }
            ),
            MembershipEvent.Reaccepted e => Change(
                e.Member,
                m => m with { AcceptedProgramme = e.ProgrammeVersion }
            ),
            MembershipEvent.RollCheckBegan e => this with
            {
                Checks = Checks.SetItem(e.Check, new RollCheck(e.Roll, e.Entries)),
            },
            MembershipEvent.AuditorsDrawn e => Check(
                e.Check,
                c => c with { Auditors = e.Auditors, Until = e.Until, Rounds = c.Rounds + 1 }
            ),
            MembershipEvent.EntryChecked e => Check(
                e.Check,
                c => c with { Found = c.Found.SetItem(e.Entry, e.Sound) }
            ),
            MembershipEvent.RollCheckEnded e => Check(
                e.Check,
                c => c with { Until = Instant.MaxValue, Auditors = [] }
            ),
            MembershipEvent.SignInVouched e => Restore(
                e.Member,
                r => r with { By = r.By.Add(e.By) }
            ),
            MembershipEvent.SignInOpens e => Restore(e.Member, r => r with { Opens = e.Opens }),
            MembershipEvent.SignInRestored e => Restored(e.Member),
            MembershipEvent.SignInKept e => Restored(e.Member),
            MembershipEvent.Forgotten e => Forgotten(e),
        };

    private MembershipRecord Enter(
        MemberNo no,
        PersonId person,
        Standing standing,
        int programme
    ) =>
        this with
        {
            LastNo = Math.Max(LastNo, no.Value),
            Members = Members.SetItem(
                no,
                Nobody with
                {
                    No = no,
                    Person = person,
                    Standing = standing,
                    AcceptedProgramme = programme,
                }
            ),
            ByPerson = ByPerson.SetItem(person, no),
            Arrivals = WithoutUnanswered(Arrivals, no),
        };

    // Total: an erased number changes nobody.
    private MembershipRecord Change(MemberNo no, Func<Member, Member> change)
    {
        if (!Members.TryGetValue(no, out var before))
            return this;
        var after = change(before);
        return this with
        {
            Members = Members.SetItem(no, after),
            InGoodStanding =
                InGoodStanding
                + (after.IsInGoodStanding ? 1 : 0)
                - (before.IsInGoodStanding ? 1 : 0),
        };
    }
}
