using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

public sealed partial class Accounts
{
    /// <summary>How long a link in an e-mail lets somebody in.</summary>
    public static readonly Duration LinkLasts = Duration.FromMinutes(10);

    /// <summary>How long the link in an invitation does: it waits for somebody who did not ask for it.</summary>
    public static readonly Duration InvitationLasts = Duration.FromDays(30);

    /// <summary>A token for an e-mailed link: 256 random bits that are kept only as their digest.</summary>
    public string IssueLink(PersonId person, Instant now) =>
        IssueLinks([person], now, LinkLasts)[0];

    /// <summary>
    /// A token for each of many people, in their order and in one write; each goes into a letter to the address its person
    /// has, which it confirms.
    /// </summary>
    public ImmutableArray<string> IssueLinks(
        IReadOnlyList<PersonId> people,
        Instant now,
        Duration lasts
    ) => IssueLinks(people, now, lasts, mailed: true);

    // One that is handed over confirms no address.
    private string HandLink(PersonId person, Instant now) =>
        IssueLinks([person], now, LinkLasts, mailed: false)[0];

    private ImmutableArray<string> IssueLinks(
        IReadOnlyList<PersonId> people,
        Instant now,
        Duration lasts,
        bool mailed
    )
    {
        ImmutableArray<string> tokens = [.. people.Select(_ => Convert.ToHexStringLower(Draw(32)))];
        _file.Run("DELETE FROM links WHERE until < ?1", now.ToUnixTimeTicks());
        _file.RunAll(
            "INSERT INTO links (token, person, until, mailed) VALUES (?1, ?2, ?3, ?4)",
            people.Zip(
                tokens,
                (person, token) =>
                    (object[])
                        [
                            Hashed(token),
                            person.Value,
                            (now + lasts).ToUnixTimeTicks(),
                            mailed ? 1 : 0,
                        ]
            )
        );
        return tokens;
    }

    /// <summary>Whom the link lets in, once; nobody if it was used, has lapsed or never was.</summary>
    public PersonId UseLink(string token, Instant now)
    {
        var (person, mailed) = _file
            .Read(
                "DELETE FROM links WHERE token = ?1 AND until >= ?2 RETURNING person, mailed",
                row => (new PersonId(row.GetString(0)), row.GetInt64(1) == 1),
                Hashed(token),
                now.ToUnixTimeTicks()
            )
            .DefaultIfEmpty((PersonId.Nobody, false))
            .First();
        if (mailed)
            Confirm(person, now);
        return person;
    }

    private static byte[] Hashed(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
