using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.People;

/// <summary>A name somebody had before, and when they changed it.</summary>
public sealed record FormerName(string Name, Instant Until);

/// <summary>
/// What people were called before, in the vault and for whoever keeps the register: a name on a ballot stays the one under
/// which somebody stands, and nobody becomes another while votes are cast.
/// </summary>
public sealed class FormerNames(Store.Vault vault, Persons persons)
{
    private const string Field = "names";

    /// <summary>So often within a month; whoever marries twice in one is still themselves.</summary>
    public const int MostChanges = 3;

    public static readonly Duration Month = Duration.FromDays(30);

    public bool MayChange(PersonId person, Instant now) =>
        Of(person).Count(former => former.Until > now - Month) < MostChanges;

    /// <summary>Written before the new name is; the same name is no change.</summary>
    public void Change(PersonId person, string next, Instant now)
    {
        var before = Names.Shown(persons.NameOf(person));
        if (before.Length > 0 && before != Names.Shown(next))
            vault.Put(
                person.Value,
                Field,
                string.Join('\n', Of(person).Add(new FormerName(before, now)).Select(Line))
            );
    }

    /// <summary>In the order in which they were given up.</summary>
    public ImmutableArray<FormerName> Of(PersonId person) =>
        vault.Get(person.Value, Field) is Store.Kept.Text(var text)
            ? [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)]
            : [];

    /// <summary>What somebody was called at an instant; empty for whoever is unknown or was erased.</summary>
    public string At(PersonId person, Instant at) =>
        Of(person).FirstOrDefault(former => former.Until > at)?.Name ?? persons.NameOf(person);

    /// <summary>When somebody last changed their name since an instant; the end of time if they did not.</summary>
    public Instant ChangedSince(PersonId person, Instant since) =>
        Of(person) is [.., { Until: var last }] && last > since ? last : Instant.MaxValue;

    private static string Line(FormerName former) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{former.Until.ToUnixTimeTicks()} {former.Name}"
        );

    private static FormerName Read(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return new FormerName(
            line[(space + 1)..],
            Instant.FromUnixTimeTicks(long.Parse(line[..space], CultureInfo.InvariantCulture))
        );
    }
}
