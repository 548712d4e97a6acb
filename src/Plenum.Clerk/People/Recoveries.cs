using Microsoft.Data.Sqlite;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Clerk.People;

/// <summary>How far the restoring of a lost sign-in has come.</summary>
public enum RecoveryState
{
    /// <summary>Fewer than two mandate-holders have vouched.</summary>
    Asked,

    /// <summary>Two have vouched; three days must pass in which the owner can object.</summary>
    Waiting,

    /// <summary>The owner, or somebody for them, objected.</summary>
    Stopped,

    Used,

    /// <summary>Its time went by.</summary>
    Lapsed,
}

/// <summary>A lost sign-in being restored: two mandate-holders, three days' delay, notice to every old address.</summary>
public sealed record Recovery(
    string Id,
    PersonId Person,
    Instant Asked,
    PersonId First,
    PersonId Second,
    Instant Opens,
    RecoveryState State
);

public sealed partial class Accounts
{
    public static readonly Duration RecoveryDelay = VouchForSignIn.Delay;

    /// <summary>One that was asked for and for which fewer than two vouch lapses; anybody may have asked.</summary>
    public static readonly Duration RecoveryLapses = Duration.FromDays(14);

    /// <summary>So long a new sign-in that two have vouched for waits to be handed over.</summary>
    public static readonly Duration RecoveryWaits = Duration.FromDays(30);

    /// <summary>So often may be asked for one person in the time in which one lapses, whoever asks.</summary>
    public const int RecoveriesAsked = 3;

    private const string UnderWay =
        "(state = 'Asked' AND asked >= ?1) OR (state = 'Waiting' AND opens >= ?2)";

    private const string Columns = "id, person, asked, first, second, opens, state";

    public Recovery AskRecovery(PersonId person, Instant now)
    {
        var id = Convert.ToHexStringLower(Draw(16));
        _file.Run(
            "INSERT INTO recoveries VALUES (?1, ?2, ?3, '', '', 0, 'Asked')",
            id,
            person.Value,
            now.ToUnixTimeTicks()
        );
        return FindRecovery(id)!;
    }

    /// <summary>The delay runs from the second voice; nobody vouches twice or for themselves.</summary>
    public Recovery? Vouch(string id, PersonId holder, Instant now)
    {
        _file.Run(
            """
            UPDATE recoveries SET
              state  = CASE WHEN first = '' THEN 'Asked' ELSE 'Waiting' END,
              opens  = CASE WHEN first = '' THEN 0 ELSE ?3 END,
              second = CASE WHEN first = '' THEN '' ELSE ?2 END,
              first  = CASE WHEN first = '' THEN ?2 ELSE first END
            WHERE id = ?1 AND state = 'Asked' AND asked >= ?4 AND first <> ?2 AND person <> ?2
            """,
            id,
            holder.Value,
            (now + RecoveryDelay).ToUnixTimeTicks(),
            (now - RecoveryLapses).ToUnixTimeTicks()
        );
        return FindRecovery(id);
    }

    public void StopRecovery(string id) =>
        _file.Run(
            "UPDATE recoveries SET state = 'Stopped' WHERE id = ?1 AND state IN ('Asked', 'Waiting')",
            id
        );

    /// <summary>
    /// Once the delay is over: the old passkeys and sessions end and a link lets the person in to make a new one.
    /// Empty when it is too early, was stopped or was used.
    /// </summary>
    public string UseRecovery(string id, Instant now)
    {
        var restored = _file
            .Read(
                "UPDATE recoveries SET state = 'Used' WHERE id = ?1 AND state = 'Waiting' AND opens <= ?2 AND opens >= ?3 RETURNING person",
                row => new PersonId(row.GetString(0)),
                id,
                now.ToUnixTimeTicks(),
                (now - RecoveryWaits).ToUnixTimeTicks()
            )
            .ToArray();
        if (restored is not [var person])
            return "";
        TakeBack(Store.WayIn.Passkey, person);
        _file.Run("DELETE FROM passkeys WHERE person = ?1", person.Value);
        RenewStamp(person);
        return HandLink(person, now);
    }

    public Recovery? FindRecovery(string id) =>
        _file.Read($"SELECT {Columns} FROM recoveries WHERE id = ?1", Row, id).FirstOrDefault();

    /// <summary>What is under way, for the pages of the mandate-holders and of the person.</summary>
    public IReadOnlyList<Recovery> Recoveries(Instant now) =>
        _file.Read(
            $"SELECT {Columns} FROM recoveries WHERE {UnderWay} ORDER BY asked",
            Row,
            (now - RecoveryLapses).ToUnixTimeTicks(),
            (now - RecoveryWaits).ToUnixTimeTicks()
        );

    /// <summary>What was asked for and has lapsed since; each is told once, so that the record can say that it is over.</summary>
    public IReadOnlyList<Recovery> LapsedRecoveries(Instant now) =>
        _file.Read(
            $"""
            UPDATE recoveries SET state = 'Lapsed'
            WHERE state IN ('Asked', 'Waiting') AND NOT ({UnderWay}) RETURNING {Columns}
            """,
            Row,
            (now - RecoveryLapses).ToUnixTimeTicks(),
            (now - RecoveryWaits).ToUnixTimeTicks()
        );

    /// <summary>Whether somebody has been asked for so often of late that more would only fill their mailbox.</summary>
    public bool IsAskedTooOften(PersonId person, Instant now) =>
        _file
            .Read(
                "SELECT 1 FROM recoveries WHERE person = ?1 AND asked >= ?2",
                _ => true,
                person.Value,
                (now - RecoveryLapses).ToUnixTimeTicks()
            )
            .Count >= RecoveriesAsked;

    private static Recovery Row(SqliteDataReader row) =>
        new(
            row.GetString(0),
            new PersonId(row.GetString(1)),
            Instant.FromUnixTimeTicks(row.GetInt64(2)),
            new PersonId(row.GetString(3)),
            new PersonId(row.GetString(4)),
            Instant.FromUnixTimeTicks(row.GetInt64(5)),
            Enum.Parse<RecoveryState>(row.GetString(6))
        );
}
