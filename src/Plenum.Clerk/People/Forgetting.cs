using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Clerk.People;

/// <summary>
/// Carries out what the record says is forgotten: letters to the person that still lie here, their key in the vault and
/// every way to sign in. What it has to do is what the record says and the vault has not done, so being killed, a restore
/// and asking twice change nothing. Whoever belongs to another section of this house stays known there.
/// </summary>
public sealed class Forgetting(
    Front front,
    Persons persons,
    Accounts accounts,
    Outbox outbox,
    IClock clock,
    ILogger<Forgetting> log
) : Rounds(front)
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<PersonId, bool> _gone = new();

    private readonly Lock _turn = new();

    protected override TimeSpan Rest => LongestSleep;

    protected override void Stumbled(Exception bug) =>
        ClerkLog.ForgettingStumbled(log, bug.GetType().Name);

    protected override Task Go(CancellationToken stop)
    {
        Forget();
        return Task.CompletedTask;
    }

    /// <summary>Forgets everybody the record says is forgotten and whom no section here knows otherwise.</summary>
    public void Forget()
    {
        // The page of whoever asks does not wait for the next round, and both may come at once.
        lock (_turn)
        {
            PersonId[] left =
            [
                .. Front
                    .Sections.Select(id => Front.Read(id).Section.Membership)
                    .SelectMany(m => m.ForgottenHere.Select(no => m.Of(no).Person))
                    .Where(person => !_gone.ContainsKey(person) && !IsKnown(person))
                    .Distinct(),
            ];
            // Killed between the two, the key was destroyed and the ways to sign in were not.
            if (left.Where(persons.IsErased).ToArray() is { Length: > 0 } erased)
                accounts.RemoveAll(erased);
            foreach (var person in left)
            {
                if (!persons.IsErased(person))
                    Erase(person);
                _gone[person] = true;
            }
        }
    }

    private void Erase(PersonId person)
    {
        // The addresses are read before the key to them is destroyed.
        outbox.TakeBack([person.Value]);
        outbox.TakeBackTo(Alone(person));
        persons.Erase(person, clock.GetCurrentInstant());
    }

    // Letters to an address of a household are the others' as well.
    private string[] Alone(PersonId person) =>
        [
            .. persons
                .EveryAddress(person)
                .Add(persons.PendingOf(person))
                .Where(address =>
                    address.Length > 0 && accounts.FindByEmail(address).All(one => one == person)
                ),
        ];

    private bool IsKnown(PersonId person) =>
        Front
            .Sections.Select(id => Front.Read(id).Section)
            .Any(section => IsKnown(section, person));

    // Whom another section had sent to a congress is known there for as long as they sit in it.
    private bool IsKnown(Section section, PersonId person) =>
        section.Membership.Of(person) is { } member
        && member.No != MemberNo.None
        && (
            member.Standing is not Standing.Delegate
            || section.Mandates.HeldBy(member.No, clock.GetCurrentInstant()).Any()
        );
}
