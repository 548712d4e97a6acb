using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Whoever decides applications admits one.</summary>
public sealed record Admit(MemberNo Applicant) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Admit,
            (_, mandate) =>
                Attest.Waiting(
                    section,
                    occasion,
                    Applicant,
                    _ => new Ruling.InOrder(
                        new Authority.Mandate(mandate.No),
                        section.Rules.Membership.Article,
                        Admissions
                            .LetIn(
                                new Unfolding(section),
                                Applicant,
                                AdmittedBy.Decision,
                                occasion.Now
                            )
                            .Events,
                        []
                    )
                )
        );
}
