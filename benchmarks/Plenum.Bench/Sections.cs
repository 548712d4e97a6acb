using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Answer = Plenum.Clerk.Answer;

namespace Plenum.Bench;

/// <summary>Sections as large as wanted, made by real commands.</summary>
public static class Sections
{
    private const string Programme = "# Principles\n\n1. Nobody lives from the labour of others.\n";

    private static int _ids;

    public static PersonId Person(int no) =>
        new(Domain.Digest.Of(FormattableString.Invariant($"person/{no}")).Hex[..32]);

    public static GivenId Next() =>
        new(FormattableString.Invariant($"bench/{Interlocked.Increment(ref _ids)}"));

    public static Task<Answer> Send(
        this Front front,
        SectionId section,
        int person,
        Command command
    ) => front.Send(section, Next(), command, Actor.Self(Person(person)));

    public static async Task<Answer.Done> Ok(Task<Answer> sent) =>
        await sent as Answer.Done ?? throw new InvalidOperationException((await sent).ToString());

    /// <summary>A constituted section of so many members.</summary>
    public static async Task<SectionId> Found(Front front, int members, string nonce)
    {
        var statutes = Templates.Text("local-union", small: true);
        var founders = Enumerable.Range(1, 5).Select(Person).ToEquatable();
        var id = Begin.IdOf("Bench", statutes, Programme, nonce);
        await Ok(
            front.Found(
                Next(),
                new Begin(id, "Bench", "Etc/UTC", statutes, Programme, founders, nonce),
                new Actor.Founder()
            )
        );
        await Ok(front.Send(id, 1, new AcceptInvitation(1, "")));
        for (var from = 6; from <= members; from += 500)
            await Ok(front.Send(id, 1, Invite(from, Math.Min(500, members - from + 1))));
        for (var from = 2; from <= members; from += 1000)
            await Task.WhenAll(
                Enumerable
                    .Range(from, Math.Min(1000, members - from + 1))
                    .Select(no => Ok(front.Send(id, no, new AcceptInvitation(1, ""))))
            );
        return id;
    }

    private static InviteMany Invite(int from, int count) =>
        new(
            Enumerable
                .Range(from, count)
                .Select(no => new Invitation(
                    Person(no),
                    SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(400)
                ))
                .ToEquatable()
        );
}
