namespace Plenum.Domain.Statutes;

/// <summary>An error stops adoption; a warning asks for a stated reason; a note says what could not be examined.</summary>
public enum Severity
{
    Error,
    Warning,
    Note,
}

/// <summary>The smallest change that would answer a finding, in a form a program can apply.</summary>
public abstract record Repair
{
    private Repair() { }

    /// <summary>Only people can say what should stand there.</summary>
    public sealed record ByHand : Repair;

    /// <summary>Write this value (in YAML) under this key.</summary>
    public sealed record Set(KeyPath Path, string Yaml) : Repair;

    /// <summary>Strike this key out.</summary>
    public sealed record Strike(KeyPath Path) : Repair;

    public static readonly Repair None = new ByHand();
}

/// <summary>
/// What is wrong with a text of statutes: a code (<c>syntax</c>, <c>missing</c>, ... or the charter rule <c>C2</c>),
/// the case that names its sentence, the place, what was found and expected, and the smallest repair.
/// </summary>
public sealed record Finding(
    string Code,
    string Case,
    Severity Severity,
    ArticleId Article,
    Spot Spot,
    KeyPath Path,
    string Found,
    string Expected,
    Repair Repair
)
{
    /// <summary>The version of the check that first held this.</summary>
    public int Since { get; init; } = 1;

    /// <summary>It breaks the charter, and stands all the same: the text was there before the check saw it (C0).</summary>
    public bool IsEased { get; init; }

    /// <summary>As it is told of a text that was adopted or put forward under an earlier version of the check.</summary>
    public Finding Ease() =>
        Since > 1 && Severity == Severity.Error
            ? this with
            {
                Severity = Severity.Warning,
                IsEased = true,
            }
            : this;

    public int Line => Spot.Line;

    public int Column => Spot.Column;
}
