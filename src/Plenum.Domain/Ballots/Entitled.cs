using NodaTime;

namespace Plenum.Domain.Ballots;

/// <summary>
/// Who votes in a box, asked alike by every door to it: whoever casts on a screen or at a desk, and whoever hands out a
/// paper. A roll freezes who may join, not who may stay: who has left, or whose seat has ended, votes no more (C1, C2).
/// </summary>
public static class Entitled
{
    public static bool Votes(Section section, Box box, MemberNo voter, Instant now) =>
        box.Roll.Contains(voter)
        && section.VotesHere(section.Membership.Of(voter), now)
        && section.IsElector(box.Electorate, voter, now);
}
