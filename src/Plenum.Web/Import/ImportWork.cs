using Plenum.Clerk;
using Plenum.Domain;

namespace Plenum.Web.Import;

/// <summary>What is being done with a roll.</summary>
public enum ImportPhase
{
    /// <summary>Another long piece of work goes first, so that memory stays bounded.</summary>
    Waiting,
    Reading,
    Checking,
    Trying,
    Inviting,
    TakingBack,
}

/// <summary>How far it has come: so many of so many lines; of none while nobody knows how many there are.</summary>
public sealed record ImportStep(ImportPhase Phase, int Done, int Of);

/// <summary>What came of it.</summary>
public abstract record ImportEnd
{
    private ImportEnd() { }

    /// <summary>The roll lies in the tray under this token, to be looked at and confirmed.</summary>
    public sealed record Looked(string Token) : ImportEnd;

    /// <summary>So many are invited; the answer that stopped it where it was stopped.</summary>
    public sealed record Invited(int People, Answer? Stopped) : ImportEnd;

    public sealed record TakenBack(int Invitations) : ImportEnd;
}

/// <summary>Work on a roll that goes on after its request was answered, while its page says how far it has come.</summary>
public sealed class ImportWork(string id, SectionId section, PersonId by)
{
    private volatile ImportStep _step = new(ImportPhase.Waiting, 0, 0);

    public string Id { get; } = id;
    public SectionId Section { get; } = section;
    public PersonId By { get; } = by;

    public ImportStep Step => _step;

    public Task<ImportEnd> Ended { get; private set; } =
        Task.FromException<ImportEnd>(new InvalidOperationException("not begun"));

    public void At(ImportPhase phase, int done = 0, int of = 0) =>
        _step = new ImportStep(phase, done, of);

    public void Begin(Func<ImportWork, Task<ImportEnd>> what) => Ended = Task.Run(() => what(this));
}
