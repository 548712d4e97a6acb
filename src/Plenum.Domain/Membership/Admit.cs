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
                    _ =>
                        Ruling.Under(
                            new Authority.Mandate(mandate.No),
                            section.Rules.Membership.Article,
                            Admissions.Admit(section, Applicant, AdmittedBy.Decision, occasion.Now)
                        )
                )
        );
}
