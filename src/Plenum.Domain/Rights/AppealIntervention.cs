using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Rights;

/// <summary>No intervention with this number runs here.</summary>
public sealed record NoSuchIntervention(InterventionNo Intervention)
    : Reason("intervention.none", ReasonKind.NoSuchThing);

/// <summary>Members appeal against it already.</summary>
public sealed record AlreadyAppealed(MatterNo Matter) : Reason("intervention.appealed");

/// <summary>Members of a section appeal against what the level above ordered there; a panel drawn by lot decides.</summary>
public sealed record AppealIntervention(InterventionNo Intervention, string Text) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Initiative.Article;
                if (section.Rights.Running.All(i => i.No != Intervention))
                    return new NoSuchIntervention(Intervention).By(article);
                foreach (var matter in section.Matters.OpenMatters)
                    if (
                        matter.Question
                            is Question.OnRights { Asked: RightsQuestion.AppealIntervention appeal }
                        && appeal.Intervention == Intervention
                    )
                        return new AlreadyAppealed(matter.No).By(article);
                return Texts.WhenSound(
                    nameof(Text),
                    Text,
                    Arriving.LongestWords,
                    () =>
                        PutForward.Petition(
                            section,
                            occasion,
                            member.No,
                            new Question.OnRights(
                                new RightsQuestion.AppealIntervention(Intervention, Text)
                            )
                        )
                );
            }
        );
}
