using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>A passkey (WebAuthn level 3): the public half of a key that never leaves its owner's device.</summary>
public sealed record Passkey(
    ImmutableArray<byte> Id,
    ImmutableArray<byte> PublicKey,
    string Name,
    Instant At,
    uint SignCount,
    ImmutableArray<string> Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp,
    ImmutableArray<byte> Attestation,
    ImmutableArray<byte> ClientData
);

public sealed partial class Accounts
{
    public void PutPasskey(PersonId person, Passkey passkey) =>
        _file.Run(
            // The key of one person never becomes another's, whatever a form says.
            """
            INSERT INTO passkeys VALUES (?1, ?2, ?3)
            ON CONFLICT (id) DO UPDATE SET data = excluded.data WHERE person = excluded.person
            """,
            passkey.Id.ToArray(),
            person.Value,
            JsonSerializer.Serialize(Plain.Of(passkey))
        );

    public ImmutableArray<Passkey> Passkeys(PersonId person) =>
        [
            .. _file.Read(
                "SELECT data FROM passkeys WHERE person = ?1 ORDER BY id",
                row => Plain.Read(row.GetString(0)),
                person.Value
            ),
        ];

    public (PersonId Person, Passkey Passkey)? FindPasskey(ReadOnlySpan<byte> id) =>
        _file
            .Read(
                "SELECT person, data FROM passkeys WHERE id = ?1",
                row =>
                    ((PersonId, Passkey)?)
                        (new PersonId(row.GetString(0)), Plain.Read(row.GetString(1))),
                id.ToArray()
            )
            .FirstOrDefault();

    public void RemovePasskey(PersonId person, ReadOnlySpan<byte> id)
    {
        if (FindPasskey(id)?.Person == person)
            _takenBack.TakeBack(Store.WayIn.Passkey, [id.ToArray()]);
        _file.Run("DELETE FROM passkeys WHERE person = ?1 AND id = ?2", person.Value, id.ToArray());
    }

    // Immutable arrays of bytes would be written as lists of numbers.
    private sealed record Plain(
        byte[] Id,
        byte[] PublicKey,
        string Name,
        long At,
        uint SignCount,
        string[] Transports,
        bool Verified,
        bool Eligible,
        bool BackedUp,
        byte[] Attestation,
        byte[] ClientData
    )
    {
        public static Plain Of(Passkey key) =>
            new(
                [.. key.Id],
                [.. key.PublicKey],
                key.Name,
                key.At.ToUnixTimeTicks(),
                key.SignCount,
                [.. key.Transports],
                key.IsUserVerified,
                key.IsBackupEligible,
                key.IsBackedUp,
                [.. key.Attestation],
                [.. key.ClientData]
            );

        public static Passkey Read(string json)
        {
            var key = JsonSerializer.Deserialize<Plain>(json)!;
            return new Passkey(
                [.. key.Id],
                [.. key.PublicKey],
                key.Name,
                Instant.FromUnixTimeTicks(key.At),
                key.SignCount,
                [.. key.Transports],
                key.Verified,
                key.Eligible,
                key.BackedUp,
                [.. key.Attestation],
                [.. key.ClientData]
            );
        }
    }
}
