using System.Collections.Concurrent;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Web.Import;

/// <summary>An older roll that somebody has looked at and not yet confirmed.</summary>
public sealed record Looked(SectionId Section, PersonId By, Instant At, Roll Roll, Reason? Refused);

/// <summary>
/// Rolls between looking and confirming. A roll is personal data: it never touches the disk before somebody confirms it,
/// and is shown to nobody after an hour.
/// </summary>
public sealed class ImportTray(IClock clock)
{
    private static readonly Duration Patience = Duration.FromHours(1);
    private const int MostRolls = 20;

    // Together, so that nobody fills the memory of the house with lists: the largest there may be, twice.
    private const int MostLines = 2 * RollFile.MostRows;

    private readonly ConcurrentDictionary<string, Looked> _looked = new(StringComparer.Ordinal);

    /// <param name="section">Into whose roll it is to be carried.</param>
    /// <param name="by">Who has sent it.</param>
    /// <param name="roll">What was read.</param>
    /// <param name="refused">What the law would say to it; nothing where it is in order.</param>
    public string Put(SectionId section, PersonId by, Roll roll, Reason? refused)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (old, looked) in _looked)
            if (looked.At < now - Patience || looked.By == by)
                _looked.TryRemove(old, out _);
        while (
            _looked.Count >= MostRolls
            || !_looked.IsEmpty
                && _looked.Values.Sum(l => l.Roll.Lines.Length) + roll.Lines.Length > MostLines
        )
            _looked.TryRemove(_looked.MinBy(l => l.Value.At).Key, out _);
        var id = People.SigningIn.NewPerson().Value;
        _looked[id] = new Looked(section, by, now, roll, refused);
        return id;
    }

    public Looked? Find(string id, SectionId section, PersonId by) =>
        _looked.TryGetValue(id, out var looked)
        && looked.Section == section
        && looked.By == by
        && looked.At >= clock.GetCurrentInstant() - Patience
            ? looked
            : null;

    /// <summary>Takes a roll from the tray to import it; the second of two clicks finds nothing.</summary>
    public Looked? Take(string id, SectionId section, PersonId by) =>
        Find(id, section, by) is { } looked && _looked.TryRemove(id, out _) ? looked : null;
}
