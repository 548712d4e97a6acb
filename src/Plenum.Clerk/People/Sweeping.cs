using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>
/// Before anybody is served: whoever is in the vault and whom no event names goes, left behind by an append that failed
/// or come in once and never applied. A newcomer has a month to apply.
/// </summary>
public sealed class Sweeping(Front front, Store.Vault vault, Accounts accounts)
{
    public static readonly Duration ToApply = Duration.FromDays(30);

    public int Sweep(Instant now)
    {
        var known = front
            .Sections.SelectMany(s => front.Read(s).Section.Membership.ByPerson.Keys)
            .Select(person => person.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var (person, at) in accounts.All())
            if (now - at < ToApply)
                known.Add(person.Value);
            else if (!known.Contains(person.Value))
                accounts.Remove(person);
        return vault.Sweep(known).Length;
    }
}
