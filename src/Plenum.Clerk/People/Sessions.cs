using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>One device on which somebody is signed in. Its id names it on the page of its owner and opens nothing.</summary>
/// <param name="Proved">When its owner last showed who they are: changing ways in asks for it anew.</param>
/// <param name="Until">The end, unless the device is used before.</param>
/// <param name="IsOwn">Whether its owner called the device their own.</param>
public sealed record Session(
    string Id,
    PersonId Person,
    Instant Made,
    Instant Proved,
    Instant Seen,
    Instant Until,
    bool IsOwn,
    string Language
)
{
    /// <summary>Nobody is signed in, or by what is no session.</summary>
    public static readonly Session None = new(
        "",
        new PersonId(""),
        Instant.MinValue,
        Instant.MinValue,
        Instant.MinValue,
        Instant.MinValue,
        IsOwn: false,
        ""
    );
}

public sealed partial class Accounts
{
    /// <summary>On a device one calls one's own; every use begins it anew, so that a vote now and then is enough.</summary>
    public static readonly Duration OwnDeviceLasts = Duration.FromDays(100);

    /// <summary>However often it is used, then one shows again who one is.</summary>
    public static readonly Duration OwnDeviceEnds = Duration.FromDays(400);

    /// <summary>On any other device, used or not.</summary>
    public static readonly Duration OtherDeviceLasts = Duration.FromDays(1);

    /// <summary>So long before its end a session says so.</summary>
    public static readonly Duration ToldBefore = Duration.FromDays(7);

    // Not at every page: a write to the disk for each would be one.
    private static readonly Duration SeenEvery = Duration.FromHours(12);

    private const string SessionColumns =
        "lower(hex(id)), person, made, proved, seen, until, own, language";

    /// <summary>What the cookie carries: 256 random bits that are kept only as their digest.</summary>
    public string BeginSession(
        PersonId person,
        bool isOwn,
        string language,
        Instant proved,
        Instant now
    )
    {
        var token = Convert.ToHexStringLower(Draw(32));
        _file.Run("DELETE FROM sessions WHERE until < ?1", now.ToUnixTimeTicks());
        _file.Run(
            "INSERT INTO sessions VALUES (?1, ?2, ?3, ?4, ?3, ?5, ?6, ?7, 0)",
            Hashed(token),
            person.Value,
            now.ToUnixTimeTicks(),
            proved.ToUnixTimeTicks(),
            EndOf(now, isOwn, now).ToUnixTimeTicks(),
            isOwn ? 1 : 0,
            language
        );
        return token;
    }

    /// <summary>The session a cookie is of, if it has not ended; being used, it goes on.</summary>
    public Session? UseSession(string token, Instant now)
    {
        var session = _file
            .Read(
                $"SELECT {SessionColumns} FROM sessions WHERE id = ?1 AND until >= ?2",
                SessionRow,
                Hashed(token),
                now.ToUnixTimeTicks()
            )
            .FirstOrDefault();
        if (session is null || now - session.Seen < SeenEvery)
            return session;
        var until = EndOf(session.Made, session.IsOwn, now);
        _file.Run(
            "UPDATE sessions SET seen = ?2, until = ?3, told = CASE WHEN until < ?3 THEN 0 ELSE told END WHERE id = ?1",
            Hashed(token),
            now.ToUnixTimeTicks(),
            until.ToUnixTimeTicks()
        );
        return session with { Seen = now, Until = until };
    }

    public ImmutableArray<Session> SessionsOf(PersonId person, Instant now) =>
        [
            .. _file.Read(
                $"SELECT {SessionColumns} FROM sessions WHERE person = ?1 AND until >= ?2 ORDER BY seen DESC, id",
                SessionRow,
                person.Value,
                now.ToUnixTimeTicks()
            ),
        ];

    /// <summary>Nobody ends another's.</summary>
    public void EndSession(PersonId person, string id) =>
        _file.Run(
            "DELETE FROM sessions WHERE person = ?1 AND lower(hex(id)) = ?2",
            person.Value,
            id
        );

    /// <summary>The session of this cookie, whoever has copied it.</summary>
    public void EndSession(string token) =>
        _file.Run("DELETE FROM sessions WHERE id = ?1", Hashed(token));

    /// <summary>Sessions on devices of their owners that end within days, each once.</summary>
    public ImmutableArray<Session> TellEnding(Instant now) =>
        [
            .. _file.Read(
                $"""
                UPDATE sessions SET told = 1
                WHERE told = 0 AND own = 1 AND until >= ?1 AND until <= ?2 RETURNING {SessionColumns}
                """,
                SessionRow,
                now.ToUnixTimeTicks(),
                (now + ToldBefore).ToUnixTimeTicks()
            ),
        ];

    private static Instant EndOf(Instant made, bool isOwn, Instant used) =>
        isOwn ? Instant.Min(used + OwnDeviceLasts, made + OwnDeviceEnds) : made + OtherDeviceLasts;

    private static Session SessionRow(SqliteDataReader row) =>
        new(
            row.GetString(0),
            new PersonId(row.GetString(1)),
            Instant.FromUnixTimeTicks(row.GetInt64(2)),
            Instant.FromUnixTimeTicks(row.GetInt64(3)),
            Instant.FromUnixTimeTicks(row.GetInt64(4)),
            Instant.FromUnixTimeTicks(row.GetInt64(5)),
            row.GetInt64(6) == 1,
            row.GetString(7)
        );
}
