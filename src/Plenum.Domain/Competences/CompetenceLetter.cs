using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>What a federation and its sections tell each other about who decides what: a closed list.</summary>
public abstract record CompetenceLetter
{
    private CompetenceLetter() { }

    /// <summary>The federation asks for a power; its end travels along, so that it needs no letter.</summary>
    public sealed record ConsentSought(
        CessionNo Cession,
        SubjectId Subject,
        string What,
        string Why,
        Instant Review
    ) : CompetenceLetter;

    /// <summary>The members of the section lend it until then.</summary>
    public sealed record ConsentGiven(CessionNo Cession) : CompetenceLetter;

    public sealed record ConsentRefused(CessionNo Cession, Refusal Why) : CompetenceLetter;

    /// <summary>What sections take over from these statutes, and what they may vary, as of that version.</summary>
    public sealed record StatutesIssued(int Version, EquatableArray<FrameRule> Rules)
        : CompetenceLetter;

    /// <summary>Where the section varies the version of the frame that it has received.</summary>
    public sealed record VariationsTold(int Version, EquatableArray<Variation> Values)
        : CompetenceLetter;
}
