using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Mergers;

/// <summary>What two sections tell each other on their way to becoming one: a closed list.</summary>
public abstract record MergerLetter
{
    private MergerLetter() { }

    /// <summary>The members of a section have decided to go over; under which federation it stands.</summary>
    public sealed record Offered(string Name, int Members, SectionId Federation, string Terms)
        : MergerLetter;

    /// <summary>The members of the other have decided to take them in, then and under that programme.</summary>
    public sealed record Agreed(string Name, Instant TakesEffect, int Programme) : MergerLetter;

    public sealed record Declined(Refusal Why) : MergerLetter;

    /// <summary>
    /// The first letter to a section that begins by this one dividing: what it is called, by which texts it goes, and when
    /// those who chose it belong there. The post founds it with this.
    /// </summary>
    public sealed record PartBegins(
        string Name,
        string TimeZone,
        Digest Statutes,
        Digest Programme,
        string From,
        MergerNo Merger,
        Instant At
    ) : MergerLetter;

    /// <summary>One member who chose to go along, with what they had waited for already.</summary>
    public sealed record MemberComes(
        PersonId Person,
        Instant Joined,
        Instant VotesFrom,
        Instant VotesOnBasicLawFrom
    ) : MergerLetter;

    /// <summary>All who chose to have come.</summary>
    public sealed record Done(int Members) : MergerLetter;
}
