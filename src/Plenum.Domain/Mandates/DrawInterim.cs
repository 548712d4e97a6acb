using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>The time to offer is over: the lot falls among those who still may act, if the office is still empty (C13).</summary>
public sealed record DrawInterim(VacancyNo Vacancy, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (section.Mandates.NextAt(Vacancy) != Due || occasion.Now < Due)
                return new NothingDue();
            var vacancy = section.Mandates.Vacancies[Vacancy];
            var until = Until(section, vacancy);
            var from = Willing(section, vacancy, until, occasion.Now);
            var unfolding = new Unfolding(section);
            if (from.Count == 0)
                unfolding.Then(new MandatesEvent.NobodyDrawn(Vacancy, vacancy.Body));
            else
            {
                var holder = from[occasion.Drawn.Number($"interim/{Vacancy}", from.Count)];
                var began = Seating.Seat(
                    section,
                    section.RuleOf(vacancy.Body),
                    holder,
                    occasion.Now,
                    until,
                    MatterNo.None,
                    BoxNo.None
                );
                unfolding
                    .Then(
                        new MandatesEvent.InterimDrawn(
                            Vacancy,
                            vacancy.Body,
                            began.Mandate,
                            holder,
                            from,
                            occasion.Drawn
                        )
                    )
                    // No election follows from this mandate: the one that fills the seat runs already.
                    .Then(began with { SuccessionAt = until });
            }
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Statutes.Book.Has(vacancy.Body)
                    ? section.RuleOf(vacancy.Body).Article
                    : section.Rules.Terms.Article,
                unfolding.Events,
                []
            );
        });

    // Somebody may have been elected already whose term begins later.
    private static Instant Until(Section section, Vacancy vacancy) =>
        section
            .Mandates.Current.Values.Where(m => m.Body == vacancy.Body)
            .Select(m => m.Since)
            .Append(vacancy.ActsUntil)
            .Min();

    private static EquatableArray<MemberNo> Willing(
        Section section,
        Vacancy vacancy,
        Instant until,
        Instant now
    ) =>
        now >= until || Interims.IsHeld(section, vacancy.Body, now)
            ? []
            : vacancy
                .Offers.Where(m => Interims.MayAct(section, vacancy.Body, m, now))
                .ToEquatable();
}
