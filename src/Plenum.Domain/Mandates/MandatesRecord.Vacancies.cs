using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>A seat of an office that fell empty: who offers to act in it until the election, and who was drawn.</summary>
public sealed record Vacancy(
    VacancyNo No,
    BodyId Body,
    MemberNo LastHolder,
    Instant OffersUntil,
    Instant ActsUntil,
    ImmutableSortedSet<MemberNo> Offers,
    bool IsDrawn,
    MandateNo Interim,
    bool IsFilled
)
{
    internal static Vacancy Of(MandatesEvent.OffersCalled called) =>
        new(
            called.Vacancy,
            called.Body,
            called.LastHolder,
            called.OffersUntil,
            called.ActsUntil,
            [],
            IsDrawn: false,
            MandateNo.None,
            IsFilled: false
        );

    public bool TakesOffersAt(Instant now) => !IsDrawn && now < OffersUntil;
}

public sealed partial record MandatesRecord
{
    /// <summary>Every vacancy of an office there was: somebody acts in each once at most (C13), and what was done under such a mandate says so for ever.</summary>
    public ImmutableSortedDictionary<VacancyNo, Vacancy> Vacancies { get; init; } =
        ImmutableSortedDictionary<VacancyNo, Vacancy>.Empty;

    public VacancyNo NextVacancy => new(Vacancies.Count + 1);

    public Instant NextAt(VacancyNo no) =>
        Vacancies.TryGetValue(no, out var vacancy) && !vacancy.IsDrawn
            ? vacancy.OffersUntil
            : Instant.MaxValue;

    /// <summary>Whether this mandate was given by lot until the election; also when it has ended.</summary>
    public bool IsInterim(MandateNo mandate) =>
        mandate != MandateNo.None && Vacancies.Values.Any(v => v.Interim == mandate);

    /// <summary>The vacancy of a body that takes offers now.</summary>
    public Vacancy? OffersOpen(BodyId body, Instant now) =>
        Vacancies.Values.LastOrDefault(v => v.Body == body && v.TakesOffersAt(now));

    private ImmutableSortedDictionary<VacancyNo, Vacancy> Filled(BodyId body) =>
        Vacancies.SetItems(
            Vacancies
                .Where(v => v.Value.Body == body && !v.Value.IsFilled)
                .Select(v => KeyValuePair.Create(v.Key, v.Value with { IsFilled = true }))
        );

    private MandatesRecord Change(VacancyNo no, Func<Vacancy, Vacancy> change) =>
        this with
        {
            Vacancies = Vacancies.Changed(no, change),
        };
}
