using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

public sealed partial class Accounts
{
    /// <summary>How long a link in an e-mail lets somebody in.</summary>
    public static readonly Duration LinkLasts = Duration.FromMinutes(15);

    /// <summary>How long the link in an invitation does: it waits for somebody who did not ask for it.</summary>
    public static readonly Duration InvitationLasts = Duration.FromDays(30);

    public string IssueLink(PersonId person, Instant now) => IssueLink(person, now, LinkLasts);

    /// <summary>A token for an e-mailed link: 256 random bits that are kept only as their digest.</summary>
    public string IssueLink(PersonId person, Instant now, Duration lasts) =>
        IssueLinks([person], now, lasts)[0];

    /// <summary>A token for each of many people, in their order and in one write.</summary>
    public ImmutableArray<string> IssueLinks(
        IReadOnlyList<PersonId> people,
        Instant now,
        Duration lasts
    )
    {
        ImmutableArray<string> tokens = [.. people.Select(_ => Convert.ToHexStringLower(Draw(32)))];
        _file.Run("DELETE FROM links WHERE until < ?1", now.ToUnixTimeTicks());
        _file.RunAll(
            "INSERT INTO links VALUES (?1, ?2, ?3)",
            people.Zip(
                tokens,
                (person, token) =>
                    (object[])[Hashed(token), person.Value, (now + lasts).ToUnixTimeTicks()]
            )
        );
        return tokens;
    }

    /// <summary>Whom the link lets in, once; nobody if it was used, has lapsed or never was.</summary>
    public PersonId UseLink(string token, Instant now) =>
        _file
            .Read(
                "DELETE FROM links WHERE token = ?1 AND until >= ?2 RETURNING person",
                row => new PersonId(row.GetString(0)),
                Hashed(token),
                now.ToUnixTimeTicks()
            )
            .DefaultIfEmpty(PersonId.Nobody)
            .First();

    private static byte[] Hashed(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
