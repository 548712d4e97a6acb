using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

public sealed partial class Accounts
{
    /// <summary>How long the link lasts that shows that a new address is read by whoever gave it.</summary>
    public static readonly Duration ConfirmationLasts = Duration.FromDays(3);

    /// <summary>Whether whoever has the account has used a link in a letter to the address it has now.</summary>
    public bool IsConfirmed(PersonId person) =>
        _file.Read("SELECT 1 FROM confirmed WHERE person = ?1", _ => true, person.Value).Count > 0;

    public void Confirm(PersonId person, Instant now) =>
        _file.Run(
            "INSERT INTO confirmed VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            person.Value,
            now.ToUnixTimeTicks()
        );

    /// <summary>A token for the letter to a new address; the one for an earlier new address is void.</summary>
    public string IssueConfirmation(PersonId person, Instant now)
    {
        var token = Convert.ToHexStringLower(Draw(32));
        DropConfirmation(person);
        _file.Run(
            "INSERT INTO moves VALUES (?1, ?2, ?3)",
            Hashed(token),
            person.Value,
            (now + ConfirmationLasts).ToUnixTimeTicks()
        );
        return token;
    }

    public void DropConfirmation(PersonId person) =>
        _file.Run("DELETE FROM moves WHERE person = ?1", person.Value);

    /// <summary>Whose new address it is, without using the token up; nobody if it was used, has lapsed or never was.</summary>
    public PersonId WhoseConfirmation(string token, Instant now) =>
        First("SELECT person FROM moves WHERE token = ?1 AND until >= ?2", token, now);

    public PersonId UseConfirmation(string token, Instant now) =>
        First("DELETE FROM moves WHERE token = ?1 AND until >= ?2 RETURNING person", token, now);

    /// <summary>Whether a token that is kept nowhere else is shown here for the first time.</summary>
    public bool Spend(string token, Instant now)
    {
        _file.Run("DELETE FROM spent WHERE until < ?1", now.ToUnixTimeTicks());
        return _file.Run(
                "INSERT INTO spent VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                Hashed(token),
                (now + ConfirmationLasts).ToUnixTimeTicks()
            ) == 1;
    }

    public bool IsSpent(string token) =>
        _file.Read("SELECT 1 FROM spent WHERE token = ?1", _ => true, Hashed(token)).Count > 0;

    private PersonId First(string sql, string token, Instant now) =>
        _file
            .Read(sql, row => new PersonId(row.GetString(0)), Hashed(token), now.ToUnixTimeTicks())
            .DefaultIfEmpty(PersonId.Nobody)
            .First();
}
