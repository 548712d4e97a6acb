using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Referendums;

/// <summary>The same is demanded here already: it is signed there.</summary>
public sealed record DemandUnderWay(MatterNo Matter) : Reason("demand.under-way");

/// <summary>
/// What one in twenty of the members of all sections bring about by signing, each in their own section and in secret
/// (C16): a congress, or a vote of all members on what a body above has decided.
/// </summary>
public static class Demands
{
    /// <summary>A member begins to collect signatures in their section; with enough of them the demand goes up by itself.</summary>
    public static Ruling Begin(
        Section section,
        Occasion occasion,
        SectionId convener,
        string why,
        Demand asked
    ) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    "Why",
                    why,
                    Texts.Body,
                    () =>
                        Signing.Collect(
                            section,
                            occasion,
                            member.No,
                            convener,
                            new Question.Demand(convener, asked),
                            m =>
                                m.Question is Question.Demand d
                                && d.Convener == convener
                                && d.Asked.IsTheSame(asked),
                            no => new DemandUnderWay(no)
                        )
                )
        );

    public static void Open(
        Unfolding unfolding,
        SectionId from,
        DemandLetter letter,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var fromAbove = section.Sections.Tree.Federation.Federation == from;
        switch (letter)
        {
            case DemandLetter.Filed filed when section.Sections.Tree.HasAffiliate(from):
                Take(unfolding, filed, occasion);
                break;
            case DemandLetter.Sought sought:
                Signing.Begin(
                    unfolding,
                    from,
                    new Signing.Sought(
                        sought.Question,
                        sought.Origin == section.Id ? sought.By : MatterNo.None,
                        new Question.Demand(sought.Question.Convener, sought.Asked),
                        sought.Until,
                        new Letter.OnDemand(sought)
                    ),
                    occasion.Now
                );
                break;
            case DemandLetter.NotTaken no when fromAbove:
                Initiatives.Tell(unfolding, new Letter.OnDemand(no));
                if (
                    no.Section == section.Id
                    && section.Matters.Find(no.By)
                        is { Question: Question.Demand, Stage: Stage.Support }
                )
                    unfolding.Then(
                        new MattersEvent.Settled(no.By, Outcome.Stopped, Verdict.None, occasion.Now)
                    );
                break;
            case DemandLetter.Met met when fromAbove:
                Initiatives.Tell(unfolding, new Letter.OnDemand(met));
                Signing.End(unfolding, met.Question, occasion.Now);
                break;
            case DemandLetter.Filed or DemandLetter.NotTaken or DemandLetter.Met:
                break;
        }
    }

    /// <summary>What members of the sections are asked to sign for it; nothing for what is told by its title.</summary>
    internal static Demand? Of(Question question) =>
        question switch
        {
            Question.Challenge challenge => new Demand.VoteOn(challenge.Decision, ""),
            Question.Demand demand => demand.Asked,
            _ => null,
        };

    internal static void Seek(
        Unfolding unfolding,
        MatterNo no,
        SectionId origin,
        MatterNo by,
        Demand asked
    ) =>
        Initiatives.Tell(
            unfolding,
            new Letter.OnDemand(
                new DemandLetter.Sought(
                    new QuestionAbove(unfolding.Section.Id, no),
                    origin,
                    by,
                    asked,
                    unfolding.Section.Matters.All[no].Procedure.SupportUntil
                )
            )
        );

    /// <summary>Enough have signed here, where all signatures are counted.</summary>
    public static void Meet(Unfolding unfolding, MatterNo no, Demand asked, Instant now)
    {
        Initiatives.Tell(
            unfolding,
            new Letter.OnDemand(new DemandLetter.Met(new QuestionAbove(unfolding.Section.Id, no)))
        );
        if (asked is Demand.Congress)
            Summoned.Meet(unfolding, now);
    }

    private static void Take(Unfolding unfolding, DemandLetter.Filed filed, Occasion occasion)
    {
        var section = unfolding.Section;
        if (filed.Convener != section.Id)
        {
            Returns.PassOn(
                unfolding,
                new QuestionAbove(filed.Convener, MatterNo.None),
                new Letter.OnDemand(filed)
            );
            return;
        }
        if (!MayBeTaken(section, filed.Asked, occasion.Now))
        {
            Initiatives.Tell(
                unfolding,
                new Letter.OnDemand(new DemandLetter.NotTaken(filed.Section, filed.By))
            );
            return;
        }
        var no = section.Matters.NextNo;
        unfolding.ToSignatures(
            QuestionOf(section, filed.Asked),
            Procedures.OfReferendum(section, secret: false, occasion.Now),
            occasion.Now
        );
        Seek(unfolding, no, filed.Section, filed.By, filed.Asked);
        Initiatives.Counted(unfolding, no, filed.Section, filed.Support, occasion);
    }

    private static Question QuestionOf(Section section, Demand asked) =>
        asked switch
        {
            Demand.Congress => new Question.Demand(section.Id, asked),
            Demand.VoteOn on => new Question.Challenge(on.Decision),
        };

    // One is signed after the other: whoever comes second finds the first in their own section.
    private static bool MayBeTaken(Section section, Demand asked, Instant now) =>
        !section.Matters.OpenMatters.Any(m => Of(m.Question) is { } open && open.IsTheSame(asked))
        && asked switch
        {
            Demand.Congress => Summoned.MayMeet(section),
            Demand.VoteOn on => section.Matters.Find(on.Decision) is { } decided
                && Challenge.IsOpen(section, decided, now),
        };
}
