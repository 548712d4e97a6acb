using System.Collections.Concurrent;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;

namespace Plenum.Web.Sections;

/// <summary>
/// How often each section decides, remembered between pages: coalitions of thousands of sections are not counted out
/// each time somebody looks. They are counted anew with every allotment, report and change of statutes, and once a day,
/// because sections come of age.
/// </summary>
public sealed class PowerTables
{
    private readonly ConcurrentDictionary<
        (SectionId, BodyId, SectionWeights),
        Lazy<Counted>
    > _counted = new();

    /// <summary>By the weights the statutes name.</summary>
    public PowerTable Of(Here here, BodyId congress) =>
        Of(here, congress, here.Section.Rules.SectionsVote.Weights);

    /// <summary>By other weights, so that nobody votes on weights without seeing what they do (S67).</summary>
    public PowerTable Of(Here here, BodyId congress, SectionWeights weights)
    {
        var key = (here.Id, congress, weights);
        var basis = new Basis(
            here.Section.Congresses.Sitting(congress),
            here.Section.Sections.Scope,
            here.Section.Rules.SectionsVote with
            {
                Weights = weights,
            },
            here.Now.InUtc().Date
        );
        if (_counted.TryGetValue(key, out var known) && known.Value.Basis.Is(basis))
            return known.Value.Table;
        // Whoever asks meanwhile waits for the same count.
        var counted = new Lazy<Counted>(() =>
            new(basis, SectionsVote.Of(here.Section, basis.Rule, congress, here.Now))
        );
        _counted[key] = counted;
        return counted.Value.Table;
    }

    private sealed record Counted(Basis Basis, PowerTable Table);

    private sealed record Basis(
        Congress? Sitting,
        Scope Scope,
        SectionsVoteRule Rule,
        LocalDate Day
    )
    {
        public bool Is(Basis other) =>
            ReferenceEquals(Sitting, other.Sitting)
            && ReferenceEquals(Scope, other.Scope)
            && Rule == other.Rule
            && Day == other.Day;
    }
}
