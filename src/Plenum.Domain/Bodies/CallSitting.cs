using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Bodies;

/// <summary>Assemblies and committees sit; offices, commissions and panels do their work without.</summary>
public sealed record DoesNotSit(BodyId Body)
    : Reason("sitting.body-does-not-sit", ReasonKind.NotThis);

public sealed record NoticeTooShort(Instant Earliest) : Reason("sitting.notice-too-short");

public sealed record TooFarAhead(Instant Latest) : Reason("sitting.too-far-ahead");

public sealed record AgendaTooLong(int Items, int Most)
    : Reason("sitting.agenda-too-long", ReasonKind.NotThis);

/// <summary>There is no such matter, or it stands on the agenda twice.</summary>
public sealed record NotForTheAgenda(MatterNo Matter)
    : Reason("sitting.not-for-the-agenda", ReasonKind.NotThis);

/// <summary>Whoever convenes calls a sitting, with notice, or the one second meeting after one without a quorum (R10).</summary>
public sealed record CallSitting(
    BodyId Body,
    Instant At,
    string Place,
    SittingNo SecondOf,
    EquatableArray<MatterNo> Agenda
) : Command
{
    public const int LongestAgenda = 64;

    private static readonly Period LongestAhead = Period.FromYears(1);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Convene,
            (_, mandate) =>
                Texts.WhenSound(
                    "place",
                    Place,
                    Texts.Line,
                    () =>
                        OnTheAgenda(
                            section,
                            () =>
                                InTime(
                                    section,
                                    occasion.Now,
                                    () =>
                                        Ruling.Under(
                                            new Authority.Mandate(mandate.No),
                                            section.ArticleOf(Body),
                                            new BodiesEvent.Called(
                                                section.Bodies.NextNo,
                                                Body,
                                                At,
                                                Place,
                                                SecondOf,
                                                Agenda
                                            )
                                        )
                                )
                        )
                )
        );

    private Ruling OnTheAgenda(Section section, Func<Ruling> then)
    {
        if (Agenda.Count > LongestAgenda)
            return new AgendaTooLong(Agenda.Count, LongestAgenda);
        var named = new HashSet<MatterNo>();
        foreach (var matter in Agenda)
            if (!section.Matters.All.ContainsKey(matter) || !named.Add(matter))
                return new NotForTheAgenda(matter);
        return then();
    }

    private Ruling InTime(Section section, Instant now, Func<Ruling> then)
    {
        var book = section.Statutes.Book;
        if (
            !book.Has(Body)
            || book.Body(Body).Kind
                is not (BodyKind.Assembly or BodyKind.Committee or BodyKind.Congress)
        )
            return new DoesNotSit(Body);
        if (At > section.After(now, LongestAhead))
            return new TooFarAhead(section.After(now, LongestAhead)).By(section.ArticleOf(Body));
        if (SecondOf != SittingNo.None)
            return SecondMeeting.InTime(section, this, now, then);
        var earliest = section.After(now, book.Body(Body).Notice);
        return At < earliest ? new NoticeTooShort(earliest).By(section.ArticleOf(Body)) : then();
    }
}
