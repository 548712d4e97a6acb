using System.Collections.Immutable;
using Plenum.Domain;

namespace Plenum.Clerk.Demo;

/// <summary>Somebody of the demonstration, and what they are there, in words.</summary>
public sealed record DemoPerson(PersonId Person, string Name, string Role);

/// <summary>The people of a demonstration, whom everybody may be. A real installation never has a cast.</summary>
public sealed record DemoCast(SectionId Section, ImmutableArray<DemoPerson> People);
