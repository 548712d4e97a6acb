using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;

namespace Plenum.Web.People;

/// <summary>
/// How lately the reader has shown who they are. Whoever finds a device that is signed in may read and act with it, and
/// make no way in that outlasts it.
/// </summary>
public sealed class Presence(
    IHttpContextAccessor accessor,
    Accounts accounts,
    Persons persons,
    Mailer mailer,
    IClock clock
)
{
    private static readonly object Kept = new();

    /// <summary>So long a page offers to change ways in.</summary>
    public static readonly Duration Lately = Duration.FromMinutes(15);

    // A form that was opened in time is not refused for having been filled in slowly.
    private static readonly Duration Filling = Duration.FromMinutes(30);

    public Session Session => accessor.HttpContext?.Items[Kept] as Session ?? Session.None;

    /// <summary>Whether to ask anew before ways in are shown for changing.</summary>
    public bool AsksAnew => IsOlderThan(Lately);

    /// <summary>Whether what was sent is refused until its sender has shown anew who they are.</summary>
    public bool Refuses => IsOlderThan(Lately + Filling);

    /// <summary>When the session at hand ends, if that is so soon that the page says it.</summary>
    public Instant EndsSoon =>
        Session is { IsOwn: true } own
        && own.Until - clock.GetCurrentInstant() <= Accounts.ToldBefore
            ? own.Until
            : Instant.MaxValue;

    internal static void Keep(HttpContext context, Session session) =>
        context.Items[Kept] = session;

    private bool IsOlderThan(Duration most) =>
        Session.Person.Value.Length > 0
        && clock.GetCurrentInstant() - Session.Proved > most
        && CanProve;

    // Whoever came by a card and has neither passkey nor letters could never change anything again.
    private bool CanProve =>
        !accounts.Passkeys(Session.Person).IsEmpty
        || mailer.LeavesThisComputer
            && accounts.IsConfirmed(Session.Person)
            && persons.HasEmail(Session.Person);
}
