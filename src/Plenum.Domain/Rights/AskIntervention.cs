using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>No level above appoints or removes anybody in a section, or sets its tactics (T02).</summary>
public sealed record NeverByIntervention(Measure Measure)
    : Reason("intervention.never", ReasonKind.NotThis);

/// <summary>Members ask for this measure already, or the level above carries it out.</summary>
public sealed record AlreadyAskedFor(MatterNo Matter) : Reason("intervention.asked");

/// <summary>
/// Members ask the level above for a measure in their section, to enforce their rights or the duties of the programme
/// (S86). Nobody learns who asked: their own section is what they ask about.
/// </summary>
public sealed record AskIntervention(Measure Measure, string Title, string Text) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Initiative.Article;
                var federation = section.Sections.Tree.Federation;
                if (federation == Affiliation.None)
                    return new NotAffiliated().By(article);
                if (InterventionRule.Forbids(Measure) is { Length: > 0 } rule)
                    return new NeverByIntervention(Measure).By(article).ByCharter(rule);
                foreach (var matter in section.Matters.OpenMatters)
                    if (Asks(matter))
                        return new AlreadyAskedFor(matter.No).By(article);
                foreach (var one in section.Rights.Running)
                    if (one.Measure == Measure)
                        return new AlreadyAskedFor(one.Petition).By(article);
                return Texts.WhenTitled(
                    Title,
                    Text,
                    Arriving.LongestWords,
                    () => Put(section, occasion, member.No, federation.Federation)
                );
            }
        );

    private bool Asks(Matter matter) =>
        matter.Question is Question.OnRights { Asked: RightsQuestion.AskIntervention asked }
        && asked.Measure == Measure;

    private Ruling Put(Section section, Occasion occasion, MemberNo by, SectionId federation)
    {
        var no = section.Matters.NextNo;
        var procedure = Procedures.OfPetitionAbove(section, occasion.Now);
        var unfolding = new Unfolding(section)
            .Then(
                new MattersEvent.PutForward(
                    no,
                    nameof(RightsQuestion.AskIntervention),
                    new Question.OnRights(
                        new RightsQuestion.AskIntervention(federation, Measure, Title, Text)
                    ),
                    procedure,
                    new Stage.Support(procedure.SupportUntil),
                    MemberNo.None,
                    section.Statutes.Version,
                    occasion.Now
                )
            )
            .Then(new MattersEvent.Supported(no, by));
        if (procedure.SupportNeeded <= 1)
            Onward.FromSupport(unfolding, no, occasion);
        return new Ruling.InOrder(
            new Authority.Together(no),
            procedure.Article,
            unfolding.Events,
            []
        );
    }
}
