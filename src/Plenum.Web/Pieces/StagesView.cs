using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Web.Pieces;

/// <summary>The life of a matter: its stages in order, exactly one of them the present one unless it is over.</summary>
public sealed record StagesView(string Subject, ImmutableArray<Stage> Stages);

/// <summary>One stage as seen from today.</summary>
public abstract record Stage
{
    private Stage(string name) => Name = name;

    public string Name { get; }

    /// <summary>Reached and left behind.</summary>
    public sealed record Passed(string Word, Instant At) : Stage(Word);

    /// <summary>Where the matter stands, and until when.</summary>
    public sealed record Here(string Word, Instant Until) : Stage(Word);

    /// <summary>To come at a time the rules fix.</summary>
    public sealed record Ahead(string Word, Instant At) : Stage(Word);

    /// <summary>To come at a time that depends on something else.</summary>
    public sealed record Undated(string Word) : Stage(Word);
}
