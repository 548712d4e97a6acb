using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>There is no federation to leave.</summary>
public sealed record NotAffiliated() : Reason("affiliation.none");

/// <summary>Members put to all members that the section leave its federation; nobody above has a say (C21).</summary>
public sealed record LeaveFederation(string Why) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var federation = section.Sections.Tree.Federation;
                if (federation == Affiliation.None)
                    return new NotAffiliated().By(section.Rules.Amendment.Article);
                return Texts.WhenSound(
                    nameof(Why),
                    Why,
                    Texts.Body,
                    () =>
                        PutForward.ByMember(
                            section,
                            occasion,
                            member.No,
                            new Question.Leave(federation.Federation, Document.Of(Why)),
                            Procedures.OfAmendment(
                                section,
                                ChangeDirection.Neutral,
                                programme: false,
                                occasion.Now
                            )
                        )
                );
            }
        );
}
