using NodaTime;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Only a programme organisation may refuse anybody over its programme; a union, say, is open (S16, T03).</summary>
public sealed record NoProgrammeTest(OrganisationKind Organisation)
    : Reason("member.no-programme-test");

/// <summary>A refusal cites a founding principle, and there is none with this number (S08).</summary>
public sealed record NoSuchPrinciple(int Clause)
    : Reason("programme.no-such-principle", ReasonKind.NotThis);

/// <summary>Whoever decides applications refuses one, in writing, on a founding principle; the applicant may appeal.</summary>
public sealed record Refuse(MemberNo Applicant, int Clause, string Words) : Command
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
                        section.Rules.Organisation.Kind != OrganisationKind.Programme
                            ? new NoProgrammeTest(section.Rules.Organisation.Kind).By(
                                section.Rules.Membership.Article
                            )
                        : !IsPrinciple(section.Programme.Text)
                            ? new NoSuchPrinciple(Clause).By(section.Rules.Membership.Article)
                        : Texts.WhenSound(
                            "words",
                            Words,
                            Arriving.LongestWords,
                            () =>
                                new Ruling.InOrder(
                                    new Authority.Mandate(mandate.No),
                                    section.Rules.Membership.Article,
                                    Transfers
                                        .TellOfRefusal(
                                            new Unfolding(section).Then(
                                                Refused(section, occasion.Now)
                                            ),
                                            Applicant
                                        )
                                        .Events,
                                    []
                                )
                        )
                )
        );

    private MembershipEvent.Refused Refused(Section section, Instant now) =>
        new(Applicant, Clause, Words, section.After(now, section.Rules.Membership.Deadline));

    private bool IsPrinciple(ProgrammeText programme) =>
        programme.Clauses.Any(c => c.Number == Clause && c.Part == ProgrammePart.Principles);
}
