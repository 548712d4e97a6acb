using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>What is printed on a card for somebody without e-mail: letters, and a number given apart from them.</summary>
public sealed record JoinCard(string Code, string Pin);

/// <summary>What came of showing a card.</summary>
public abstract record CardShown
{
    private CardShown() { }

    /// <summary>The card is this person's; it will not be taken again.</summary>
    public sealed record Accepted(PersonId Person) : CardShown;

    /// <summary>There is no such card, it was used, or its time is over.</summary>
    public sealed record Unknown : CardShown;

    /// <summary>The number is wrong; so many tries are left.</summary>
    public sealed record WrongPin(int Left) : CardShown;
}

public sealed partial class Accounts
{
    public static readonly Duration CardLasts = Duration.FromDays(60);
    public const int CardAttempts = 5;

    // No letter that is taken for another or for a digit, and no U that makes words.
    private const string Letters = "ABCDEFGHJKMNPQRSTVWXYZ";
    private const int CodeLength = 8;
    private const int PinLength = 6;

    // OWASP's figure for PBKDF2 with SHA-512.
    private const int Rounds = 210_000;

    /// <summary>A card, and the only one of this person: one that was lost opens nothing once there is another.</summary>
    public JoinCard IssueCard(PersonId person, Instant now)
    {
        TakeBack(Store.WayIn.Card, person);
        _file.Run("DELETE FROM cards WHERE person = ?1", person.Value);
        var code = string.Concat(
            Enumerable.Range(0, CodeLength).Select(_ => Letters[Below(Letters.Length)])
        );
        var pin = string.Concat(
            Enumerable
                .Range(0, PinLength)
                .Select(_ => Below(10).ToString(CultureInfo.InvariantCulture))
        );
        var salt = Draw(16);
        _file.Run(
            "INSERT INTO cards VALUES (?1, ?2, ?3, ?4, 0, ?5)",
            Hashed(code),
            person.Value,
            salt,
            Slow(code + pin, salt),
            (now + CardLasts).ToUnixTimeTicks()
        );
        return new JoinCard(code, pin);
    }

    /// <summary>The try is counted before the number is looked at, so that many at once gain nothing.</summary>
    public CardShown ShowCard(string code, string pin, Instant now)
    {
        var letters = new string([.. code.ToUpperInvariant().Where(char.IsAsciiLetterUpper)]);
        var key = Hashed(letters);
        var card = _file
            .Read(
                """
                UPDATE cards SET attempts = attempts + 1
                WHERE code = ?1 AND until >= ?2 AND attempts < ?3 RETURNING person, salt, pin, attempts
                """,
                row =>
                    (
                        Person: new PersonId(row.GetString(0)),
                        Salt: row.GetFieldValue<byte[]>(1),
                        Pin: row.GetFieldValue<byte[]>(2),
                        Attempts: row.GetInt32(3)
                    ),
                key,
                now.ToUnixTimeTicks(),
                CardAttempts
            )
            .FirstOrDefault();
        if (card.Salt is null)
            return new CardShown.Unknown();
        var fits = CryptographicOperations.FixedTimeEquals(
            Slow(letters + pin.Trim(), card.Salt),
            card.Pin
        );
        // Spent or dead: a restored backup, in which it was neither, must not bring it back.
        if (fits || card.Attempts == CardAttempts)
            _takenBack.TakeBack(Store.WayIn.Card, [key]);
        if (!fits)
            return new CardShown.WrongPin(CardAttempts - card.Attempts);
        return _file.Run("DELETE FROM cards WHERE code = ?1", key) == 1
            ? new CardShown.Accepted(card.Person)
            : new CardShown.Unknown();
    }

    private int Below(int bound)
    {
        var limit = 256 - 256 % bound;
        for (; ; )
            if (Draw(1)[0] is var drawn && drawn < limit)
                return drawn % bound;
    }

    private static byte[] Slow(string secret, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(secret),
            salt,
            Rounds,
            HashAlgorithmName.SHA512,
            32
        );
}
