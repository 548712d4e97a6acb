using Microsoft.AspNetCore.Identity;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Web.People;

/// <summary>
/// What the framework's passkeys (WebAuthn level 3) need of our accounts: whose a key is, and where it is kept. An
/// account has no name of its own, so that its id stands in for one.
/// </summary>
public sealed class AccountStore(Accounts accounts)
    : IUserPasskeyStore<Account>,
        IUserSecurityStampStore<Account>
{
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Person.Value);

    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Person.Value);

    public Task<string?> GetNormalizedUserNameAsync(
        Account user,
        CancellationToken cancellationToken
    ) => Task.FromResult<string?>(user.Person.Value);

    public Task SetUserNameAsync(
        Account user,
        string? userName,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(
        Account user,
        string? normalizedName,
        CancellationToken cancellationToken
    ) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult(IdentityResult.Success);

    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        accounts.Remove(user.Person);
        return Task.FromResult(IdentityResult.Success);
    }

    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(accounts.Find(new PersonId(userId)));

    // Names are put into capitals before they are looked up; ids are written in small letters.
    public Task<Account?> FindByNameAsync(
        string normalizedUserName,
        CancellationToken cancellationToken
    ) => Task.FromResult(accounts.Find(new PersonId(normalizedUserName.ToLowerInvariant())));

    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.Stamp);

    public Task SetSecurityStampAsync(
        Account user,
        string stamp,
        CancellationToken cancellationToken
    )
    {
        accounts.RenewStamp(user.Person);
        return Task.CompletedTask;
    }

    public Task AddOrUpdatePasskeyAsync(
        Account user,
        UserPasskeyInfo passkey,
        CancellationToken cancellationToken
    )
    {
        accounts.PutPasskey(user.Person, Ours(passkey));
        return Task.CompletedTask;
    }

    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(
        Account user,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult<IList<UserPasskeyInfo>>([.. accounts.Passkeys(user.Person).Select(Theirs)]);

    public Task<Account?> FindByPasskeyIdAsync(
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            accounts.FindPasskey(credentialId) is (var person, _) ? accounts.Find(person) : null
        );

    public Task<UserPasskeyInfo?> FindPasskeyAsync(
        Account user,
        byte[] credentialId,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            accounts.FindPasskey(credentialId) is var (person, passkey) && person == user.Person
                ? Theirs(passkey)
                : null
        );

    public Task RemovePasskeyAsync(
        Account user,
        byte[] credentialId,
        CancellationToken cancellationToken
    )
    {
        accounts.RemovePasskey(user.Person, credentialId);
        return Task.CompletedTask;
    }

    public void Dispose() { }

    private static Passkey Ours(UserPasskeyInfo key) =>
        new(
            [.. key.CredentialId],
            [.. key.PublicKey],
            key.Name ?? "",
            Instant.FromDateTimeOffset(key.CreatedAt),
            key.SignCount,
            [.. key.Transports ?? []],
            key.IsUserVerified,
            key.IsBackupEligible,
            key.IsBackedUp,
            [.. key.AttestationObject],
            [.. key.ClientDataJson]
        );

    private static UserPasskeyInfo Theirs(Passkey key) =>
        new(
            [.. key.Id],
            [.. key.PublicKey],
            key.At.ToDateTimeOffset(),
            key.SignCount,
            [.. key.Transports],
            key.IsUserVerified,
            key.IsBackupEligible,
            key.IsBackedUp,
            [.. key.Attestation],
            [.. key.ClientData]
        )
        {
            Name = key.Name,
        };
}
