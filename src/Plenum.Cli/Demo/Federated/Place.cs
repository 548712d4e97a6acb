using System.Globalization;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo.Federated;

/// <summary>A section of the demonstrated federation: what it is called, how many belong to it and under which text.</summary>
internal sealed record Place(
    string Name,
    string Title,
    int People,
    string Country,
    string Locality,
    string Zone,
    string Statutes
)
{
    private const string Nonce = "harbour workers, demonstration";

    // The digest of the whole founding: asked for at every step of the story, so that it is worked out once.
    public SectionId Id { get; } =
        Domain.Sections.Begin.IdOf(Name, Statutes, Demo.Story.Programme, Nonce);

    public PersonId Person(int no) =>
        new(
            Digest
                .Of(string.Create(CultureInfo.InvariantCulture, $"plenum demo person {Name} {no}"))
                .Hex[..32]
        );

    public Begin Begin =>
        new(
            Id,
            Name,
            Zone,
            Statutes,
            Demo.Story.Programme,
            Enumerable.Range(1, People).Select(Person).ToEquatable(),
            Nonce
        );
}
