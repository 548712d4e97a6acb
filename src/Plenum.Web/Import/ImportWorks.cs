using System.Collections.Concurrent;
using NodaTime;
using Plenum.Domain;
using Plenum.Web.People;

namespace Plenum.Web.Import;

/// <summary>Long work on rolls, one after the other, known to whoever began it until an hour after.</summary>
public sealed class ImportWorks(IClock clock) : IDisposable
{
    private static readonly Duration Patience = Duration.FromHours(1);

    private readonly ConcurrentDictionary<string, (ImportWork Work, Instant At)> _all = new(
        StringComparer.Ordinal
    );
    private readonly SemaphoreSlim _turn = new(1);

    public ImportWork Begin(SectionId section, PersonId by, Func<ImportWork, Task<ImportEnd>> what)
    {
        var now = clock.GetCurrentInstant();
        foreach (var (old, known) in _all)
            if (known.At < now - Patience && known.Work.Ended.IsCompleted)
                _all.TryRemove(old, out _);
        var work = new ImportWork(SigningIn.NewPerson().Value, section, by);
        _all[work.Id] = (work, now);
        work.Begin(async begun =>
        {
            await _turn.WaitAsync();
            try
            {
                return await what(begun);
            }
            finally
            {
                _turn.Release();
            }
        });
        return work;
    }

    public ImportWork? Find(string id, SectionId section, PersonId by) =>
        _all.TryGetValue(id, out var known) && known.Work.Section == section && known.Work.By == by
            ? known.Work
            : null;

    public void Dispose() => _turn.Dispose();
}
