namespace Plenum.Domain.Statutes;

/// <summary>Which way a value has to move for the right of a member to grow. What leans no way narrows when it moves.</summary>
internal abstract record Leaning
{
    private Leaning() { }

    /// <summary>A lower value is more right: hurdles, delays, terms.</summary>
    public sealed record Lower : Leaning;

    /// <summary>A higher value is more right: notice, time to act, safeguards.</summary>
    public sealed record Higher : Leaning;

    /// <summary>More time helps up to a length; beyond it, it only keeps members from a decision.</summary>
    public sealed record HigherUpTo(string Limit) : Leaning;

    /// <summary>Words from the widest right down; words on one rung protect different people and are not exchanged freely.</summary>
    public sealed record Ladder(EquatableArray<EquatableArray<string>> Rungs) : Leaning;

    /// <summary>A list of what may be done to members: any word more narrows, any word less widens, except those kept for somebody's protection.</summary>
    public sealed record Fewer(EquatableArray<string> Kept) : Leaning;

    /// <summary>A list of rights: any word less narrows.</summary>
    public sealed record Further : Leaning;

    /// <summary>A road with stations in their order: only a further station at its end widens.</summary>
    public sealed record Stations : Leaning;

    /// <summary>Who decides: the assembly of all members is nearest, any other exchange narrows.</summary>
    public sealed record Nearest : Leaning;

    /// <summary>Who judges last: the assembly or a panel, no body that acts.</summary>
    public sealed record Independent : Leaning;

    /// <summary>Names, and what else no right hangs on.</summary>
    public sealed record Free : Leaning;

    /// <summary>Whichever way it moves somebody loses, or nobody can tell: always narrowing.</summary>
    public sealed record Either : Leaning;
}

/// <summary>What it means for a member's right that an optional rule is not written.</summary>
internal enum Absence
{
    /// <summary>Nothing stated: writing it narrows unless it states the widest right, and striking it out narrows.</summary>
    Unsaid,

    /// <summary>No such burden or power exists.</summary>
    Widest,

    /// <summary>No such right or safeguard exists.</summary>
    Narrowest,
}

/// <summary>What of a member's life a rule is about; names the sentence that says why a change widens or narrows.</summary>
internal enum Concern
{
    Names,
    Charter,
    Hurdle,
    Time,
    Delay,
    Tenure,
    Mandate,
    Protection,
    Powers,
    Voice,
    Openness,
    Say,
    Balance,
    Secrecy,
    Equality,
    Gate,
    Groups,
    Joining,
    Money,
    Boundaries,
    Unknown,
}

/// <summary>What is declared about one key.</summary>
internal sealed record Declared(Leaning Leaning, Absence Absence, Concern Concern);
