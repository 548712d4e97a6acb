using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Congresses;

/// <summary>
/// Members put to all members that their section ask for a congress of its federation. One section in ten has it called,
/// with no officer above acting (C16).
/// </summary>
public sealed record SummonCongress(string Why) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var federation = section.Sections.Tree.Federation;
                if (federation == Affiliation.None)
                    return new NotAffiliated()
                        .By(section.Rules.Initiative.Article)
                        .ByCharter("C16");
                return Texts.WhenSound(
                    nameof(Why),
                    Why,
                    Texts.Body,
                    () =>
                        PutForward.ByMember(
                            section,
                            occasion,
                            member.No,
                            new Question.SummonCongress(federation.Federation, Document.Of(Why)),
                            Procedures.OfInitiative(section, occasion.Now)
                        )
                );
            }
        );
}
