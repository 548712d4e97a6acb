using System.Globalization;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Cli.Demo;

/// <summary>How many vote for, against and with neither.</summary>
internal sealed record Turnout(int For, int Against, int Abstain);

/// <summary>How the people of the demonstration vote: always alike, each a little differently.</summary>
internal sealed class Voters(Func<Section> section)
{
    private readonly Dictionary<MatterNo, Turnout> _turnouts = [];

    /// <summary>How many of the roll vote in an election.</summary>
    public const int InTenInElections = 8;

    public void Expect(MatterNo matter, Turnout turnout) => _turnouts[matter] = turnout;

    public IEnumerable<(int Person, string Choice)> Of(Matter matter, Stage.Voting voting)
    {
        var box = section().Ballots.Of(voting.Box);
        var roll = box
            .Roll.Select(no => section().Membership.Of(no).Person)
            .Select(person => Cast.Everybody.First(no => Cast.Person(no) == person))
            .OrderBy(person => Mixed($"{matter.No}/{person}"))
            .ToArray();
        return box.Form switch
        {
            BallotForm.Question => Answers(matter, roll),
            BallotForm.Ranking => roll.Take((roll.Length * InTenInElections + 9) / 10)
                .Select(person => (person, Ranked(matter, person))),
        };
    }

    private IEnumerable<(int, string)> Answers(Matter matter, int[] roll)
    {
        var turnout = _turnouts.GetValueOrDefault(matter.No, new Turnout(roll.Length, 0, 0));
        var choices = Enumerable
            .Repeat(nameof(Choice.For), turnout.For)
            .Concat(Enumerable.Repeat(nameof(Choice.Against), turnout.Against))
            .Concat(Enumerable.Repeat(nameof(Choice.Abstain), turnout.Abstain));
        var by = section().Membership.Of(matter.By).Person;
        return roll.OrderByDescending(person => Cast.Person(person) == by).Zip(choices);
    }

    // Everybody prefers themselves, then by sympathy; who stood first is better known. Few rank all.
    private string Ranked(Matter matter, int person)
    {
        var standing = section()
            .Elections.Of(matter.No)
            .Candidates.Where(candidate => !candidate.StoodDown)
            .OrderByDescending(candidate =>
                section().Membership.Of(candidate.Member).Person == Cast.Person(person)
            )
            .ThenBy(candidate =>
                Mixed($"{matter.No}/{person}/{candidate.Number}") % 100 + 18 * candidate.Number
            )
            .Select(candidate => candidate.Number.ToString(CultureInfo.InvariantCulture))
            .ToArray();
        var ranks = 1 + Mixed($"ranks/{matter.No}/{person}") % standing.Length;
        return string.Join(',', standing.Take(Math.Max(ranks, Math.Min(2, standing.Length))));
    }

    private static int Mixed(FormattableString what) =>
        int.Parse(
            Digest.Of(FormattableString.Invariant(what)).Hex.AsSpan(0, 7),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture
        );
}
