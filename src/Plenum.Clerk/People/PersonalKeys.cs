using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>What a personal key opens: as little as its purpose needs, and never a way to sign in.</summary>
public abstract record KeyPurpose
{
    private KeyPurpose() { }

    /// <summary>Reads the deadlines of the sections its owner is a member of, until it is revoked.</summary>
    public sealed record Calendar : KeyPurpose;

    /// <summary>Does what its owner may do, in these words of the law only, and lapses by itself.</summary>
    public sealed record Acting(EquatableArray<string> Words, Instant Until) : KeyPurpose;
}

/// <summary>A key as its owner sees it again: what was shown once is kept only as its digest.</summary>
public sealed record PersonalKey(
    string Id,
    PersonId Person,
    string Name,
    Instant Made,
    KeyPurpose Purpose
);

public sealed partial class Accounts
{
    /// <summary>More are made only after one was revoked, so that nobody loses track of them.</summary>
    public const int MostKeys = 10;

    /// <summary>A key that acts is renewed at least once a term of the shortest office.</summary>
    public static readonly Duration LongestActingKey = Duration.FromDays(90);

    private const string Calendar = "calendar";
    private const string Acting = "acting";
    private const string KeyColumns = "id, person, name, made, kind, words, until";

    /// <summary>Makes a key of 256 random bits and tells it this once; empty when its owner has too many.</summary>
    public string MakeKey(PersonId person, string name, KeyPurpose purpose, Instant now)
    {
        var shown = Convert.ToHexStringLower(Draw(32));
        var (kind, words, until) = purpose switch
        {
            KeyPurpose.Calendar => (Calendar, "", long.MaxValue),
            KeyPurpose.Acting(var allowed, var end) => (
                Acting,
                string.Join(' ', allowed),
                Instant.Min(end, now + LongestActingKey).ToUnixTimeTicks()
            ),
        };
        _file.Run("DELETE FROM keys WHERE until < ?1", now.ToUnixTimeTicks());
        var made = _file.Run(
            """
            INSERT INTO keys SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
            WHERE (SELECT count(*) FROM keys WHERE person = ?3) < ?9
            """,
            Hashed(shown),
            Convert.ToHexStringLower(Draw(8)),
            person.Value,
            kind,
            words,
            name,
            now.ToUnixTimeTicks(),
            until,
            MostKeys
        );
        return made == 1 ? shown : "";
    }

    /// <summary>The key that was shown as this text; none if it was revoked, has lapsed or never was.</summary>
    public PersonalKey? FindKey(string shown, Instant now) =>
        _file
            .Read(
                $"SELECT {KeyColumns} FROM keys WHERE key = ?1 AND until >= ?2",
                KeyRow,
                Hashed(shown),
                now.ToUnixTimeTicks()
            )
            .FirstOrDefault();

    public ImmutableArray<PersonalKey> KeysOf(PersonId person, Instant now) =>
        [
            .. _file.Read(
                $"SELECT {KeyColumns} FROM keys WHERE person = ?1 AND until >= ?2 ORDER BY made, id",
                KeyRow,
                person.Value,
                now.ToUnixTimeTicks()
            ),
        ];

    public void RevokeKey(PersonId person, string id)
    {
        _takenBack.TakeBack(
            Store.WayIn.Key,
            _file.Read(
                "SELECT key FROM keys WHERE person = ?1 AND id = ?2",
                row => row.GetFieldValue<byte[]>(0),
                person.Value,
                id
            )
        );
        _file.Run("DELETE FROM keys WHERE person = ?1 AND id = ?2", person.Value, id);
    }

    private static PersonalKey KeyRow(SqliteDataReader row) =>
        new(
            row.GetString(0),
            new PersonId(row.GetString(1)),
            row.GetString(2),
            Instant.FromUnixTimeTicks(row.GetInt64(3)),
            row.GetString(4) == Calendar
                ? new KeyPurpose.Calendar()
                : new KeyPurpose.Acting(
                    row.GetString(5)
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .ToEquatable(),
                    Instant.FromUnixTimeTicks(row.GetInt64(6))
                )
        );
}
