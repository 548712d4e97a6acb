namespace Plenum.Domain.Statutes;

/// <summary>By what the members of a section have come together, and in which constituency of a congress it therefore votes (S17).</summary>
public enum Constituency
{
    /// <summary>Where people live.</summary>
    Place,
    Workplace,
    Trade,
    Industry,
    Language,

    /// <summary>Members without a section near them.</summary>
    AtLarge,
}

/// <summary>The part of the seats of a congress that the sections of one constituency share.</summary>
public sealed record ConstituencyShare(Constituency Constituency, Ratio Part);
