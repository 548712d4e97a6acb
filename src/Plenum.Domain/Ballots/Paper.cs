namespace Plenum.Domain.Ballots;

/// <summary>A ballot paper as it lies in the box: the choice and nothing else.</summary>
public sealed record Paper(BoxNo Box, string Choice);
