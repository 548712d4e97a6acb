namespace Plenum.Domain.Statutes;

/// <summary>What may stand as a value of a key.</summary>
public abstract record Kind
{
    private Kind() { }

    /// <summary>Words of people; never empty.</summary>
    public sealed record Prose : Kind;

    /// <summary>A whole number within bounds.</summary>
    public sealed record Whole(int Least, int Most) : Kind;

    /// <summary>Yes or no.</summary>
    public sealed record YesNo : Kind;

    /// <summary>How many are needed, see <see cref="Quantity"/>.</summary>
    public sealed record Amount : Kind;

    /// <summary>A part of a vote, see <see cref="Threshold"/>.</summary>
    public sealed record Majority : Kind;

    /// <summary>A length of time in ISO 8601, for instance <c>P14D</c>.</summary>
    public sealed record Time : Kind;

    /// <summary>A share such as 1/5 or 20%.</summary>
    public sealed record Part : Kind;

    /// <summary>One of a closed list of words.</summary>
    public sealed record Word(EquatableArray<string> Words) : Kind;

    /// <summary>The id of a body of these statutes.</summary>
    public sealed record Body : Kind;

    public sealed record ListOf(Kind Item) : Kind;

    public sealed record Table(EquatableArray<Key> Keys) : Kind;
}

/// <summary>Whether a key has to be written; no key has a value that is not written.</summary>
public enum Presence
{
    Must,

    /// <summary>Absent means that there is no such rule.</summary>
    May,

    /// <summary>Needed on every body but the members' own meeting, which nobody elects.</summary>
    MustOnElectedBodies,
}

/// <summary>
/// Whether the program carries out what stands at a key. What it does not is in force between people: the members see to
/// it themselves, and wherever they meet the sentence it is marked so. The list of what is not carried out is these words
/// on the keys, and tests hold them against the code.
/// </summary>
public abstract record Carried
{
    private Carried() { }

    /// <summary>The program reads the value and acts by it, whatever it is.</summary>
    public sealed record Always : Carried;

    /// <summary>The program knows one way and does not read the key: these values say what it does, others do not.</summary>
    public sealed record Only(EquatableArray<string> Values) : Carried;

    /// <summary>Every value but these.</summary>
    public sealed record Except(EquatableArray<string> Values) : Carried;

    /// <summary>On bodies of this kind; on others nothing follows from it.</summary>
    public sealed record On(BodyKind Kind) : Carried;

    public sealed record Never : Carried;
}

/// <summary>A key of a block: its name, what may stand there, and whether it has to.</summary>
public sealed record Key(string Name, Kind Kind, Presence Presence)
{
    public Carried Carried { get; init; } = new Carried.Always();

    public Key NotYet => this with { Carried = new Carried.Never() };

    public Key Only(params ReadOnlySpan<string> values) =>
        this with
        {
            Carried = new Carried.Only(EquatableArray.Create(values)),
        };

    public Key Except(params ReadOnlySpan<string> values) =>
        this with
        {
            Carried = new Carried.Except(EquatableArray.Create(values)),
        };

    public Key On(BodyKind kind) => this with { Carried = new Carried.On(kind) };

    public static Key Must(string name, Kind kind) => new(name, kind, Presence.Must);

    public static Key May(string name, Kind kind) => new(name, kind, Presence.May);

    public static Key Elected(string name, Kind kind) =>
        new(name, kind, Presence.MustOnElectedBodies);
}

/// <summary>A block of rules: what it holds, whether it has to stand, and whether the engine runs it yet.</summary>
public sealed record Block(string Name, Kind Kind, Presence Presence, bool Runs);
