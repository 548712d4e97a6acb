using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Bodies;

/// <summary>Only after two meetings without a quorum, and one at a time (R10).</summary>
public sealed record NotAfterTwoFailures() : Reason("sitting.not-after-two-failures");

/// <summary>Three members call a meeting that deals with elections only, after two without a quorum (R10).</summary>
public sealed record CallElectionsAssembly(Instant At, string Place) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    "place",
                    Place,
                    Texts.Title,
                    () =>
                    {
                        var article = section.Rules.Quorum.Article;
                        if (
                            !ElectionsMeetings.TwoHaveFailed(section)
                            || ElectionsMeetings.IsCalled(section)
                            || section.Matters.OpenMatters.Any(m =>
                                m.Question is Question.ElectionsAssembly
                            )
                        )
                            return new NotAfterTwoFailures().By(article).ByCharter("R10");
                        var latest = section.After(
                            occasion.Now,
                            section.Rules.Initiative.AssemblyWithin
                        );
                        if (At <= occasion.Now || At > latest)
                            return new SummonedTooSoonOrLate(At, occasion.Now, latest).By(article);
                        return PutForward.ByMember(
                            section,
                            occasion,
                            member.No,
                            new Question.ElectionsAssembly(Place, At),
                            Procedures.OfElectionsAssembly(section, occasion.Now)
                        );
                    }
                )
        );
}
