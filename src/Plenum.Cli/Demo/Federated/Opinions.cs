using System.Globalization;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo.Federated;

/// <summary>How the people of the demonstrated federation vote: always alike, each a little differently.</summary>
internal static class Opinions
{
    /// <summary>Where so few belong, everybody votes.</summary>
    private const int SmallRoll = 12;

    public static IEnumerable<(PersonId Person, string Choice)> Of(
        Section section,
        Matter matter,
        Stage.Voting voting
    )
    {
        var box = section.Ballots.Of(voting.Box);
        var voters = OnRoll(section, box)
            .Where(person => box.Entitled <= SmallRoll || IsInterested(matter, person));
        return box.Form switch
        {
            BallotForm.Question => voters.Select(person => (person, Answer(matter, person))),
            BallotForm.Ranking => voters.Select(person =>
                (person, Ranked(section, matter, person))
            ),
        };
    }

    // Where members of several sections vote, a line of the roll says whose it is only to whoever knows the person.
    private static IEnumerable<PersonId> OnRoll(Section section, Box box) =>
        box.Electorate == BodyId.Tree
            ? Crowd
                .All.Keys.Where(p => RollLines.PartOf(section, box.Matter, p) is not null)
                .Order()
            : box.Roll.Select(no => section.Membership.Of(no).Person);

    // Delegates are sent to vote; where a section belongs moves most, an election of auditors fewer.
    private static bool IsInterested(Matter matter, PersonId person) =>
        matter.Question switch
        {
            Question.Elect => Mixed($"{matter.No}/{person}") % 10 < 3,
            Question.Recall => Mixed($"{matter.No}/{person}") % 10 < 8,
            _ => true,
        };

    private static string Answer(Matter matter, PersonId person) =>
        matter.Question switch
        {
            Question.Adopt or Question.PutToAll => Mixed($"{matter.No}/{person}") % 5 < 3
                ? "For"
                : "Against",
            Question.Recall => Mixed($"recall/{person}") % 4 > 0 ? "For" : "Against",
            _ => Mixed($"{matter.No}/{person}") % 9 > 0 ? "For" : "Abstain",
        };

    // Whoever stood first is better known.
    private static string Ranked(Section section, Matter matter, PersonId person)
    {
        var standing = section
            .Elections.Of(matter.No)
            .Standing.OrderBy(candidate =>
                Mixed($"{matter.No}/{person}/{candidate.Number}") % 100 + 25 * candidate.Number
            )
            .Select(candidate => candidate.Number.ToString(CultureInfo.InvariantCulture));
        return string.Join(',', standing);
    }

    private static int Mixed(FormattableString what) =>
        int.Parse(
            Digest.Of(FormattableString.Invariant(what)).Hex.AsSpan(0, 7),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture
        );
}
