using System.Collections.Immutable;
using Plenum.Domain;

namespace Plenum.Clerk.Demo;

/// <summary>Somebody of the demonstration, what they are there, in words, and in which section.</summary>
public sealed record DemoPerson(
    PersonId Person,
    string Name,
    string Role,
    SectionId Section,
    string SectionName
);

/// <summary>The people of a demonstration, whom everybody may be. A real installation never has a cast.</summary>
public sealed record DemoCast(ImmutableArray<DemoPerson> People);
