using Plenum.Domain.Matters;

namespace Plenum.Domain.Referendums;

/// <summary>The member has begun another that is still signed here.</summary>
public sealed record InitiativeUnderWay(MatterNo Matter) : Reason("initiative.under-way");

/// <summary>
/// A member begins to collect signatures for a question to all members of a federation. When enough have signed here it
/// goes up by itself and is signed in every section (C16).
/// </summary>
public sealed record BeginInitiative(SectionId Federation, string Title, string Text, bool Secret)
    : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenTitled(
                    Title,
                    Text,
                    Texts.Body,
                    () =>
                        Signing.Collect(
                            section,
                            occasion,
                            member.No,
                            Federation,
                            new Question.Initiative(Federation, Title, Text, Secret),
                            // One of each member after the other.
                            m => m.Question is Question.Initiative && m.By == member.No,
                            no => new InitiativeUnderWay(no)
                        )
                )
        );
}
