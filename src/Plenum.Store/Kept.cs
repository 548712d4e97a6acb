namespace Plenum.Store;

/// <summary>What the vault answers.</summary>
public abstract record Kept
{
    private Kept() { }

    public sealed record Text(string Value) : Kept;

    public sealed record Nothing : Kept;

    /// <summary>It was destroyed on the person's demand and does not come back.</summary>
    public sealed record Erased : Kept;
}

/// <summary>Who read contact data, under which mandate, on which page and when (Unix ticks).</summary>
public sealed record ContactRead(string Who, string Mandate, string Page, long At);

/// <summary>A person who was erased is not kept again under the same id.</summary>
public sealed class PersonErasedException(string person) : Exception($"Person {person} was erased.")
{
    public string Person { get; } = person;
}
