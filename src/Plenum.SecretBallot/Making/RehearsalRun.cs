using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Ballots;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Tallies;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>One rehearsal, from the drawing of the keys to the result.</summary>
internal sealed partial class RehearsalRun
{
    private readonly Rehearsal _plan;
    private readonly Template _template;
    private readonly Group _group;
    private readonly string _uuid = Credential.Uuid();
    private readonly List<HandedFile> _files = [];

    public RehearsalRun(Rehearsal plan)
    {
        (_plan, _template) = (plan, Template.Read(plan.Questions));
        var ranked = _template.Questions.Any(q => q is Question.Ranked);
        var named = plan.Group ?? (ranked ? "RFC-3526-2048" : "BELENIOS-2048");
        _group = Group.Find(named) ?? throw Refused($"The group '{named}' is not known.");
        foreach (var (question, at) in _template.Questions.Select((q, at) => (q, at)))
            question.Fits(_group, $"questions[{Decimals.Text(at)}]");
        if (plan.Voters is < 1 or > 100_000)
            throw Refused($"A rehearsal has between 1 and 100000 voters.");
        if (plan.Trustees is < 1 or > 50)
            throw Refused($"A rehearsal has between 1 and 50 trustees.");
        if (plan.Threshold is { } needed && (needed < 1 || needed > plan.Trustees))
            throw Refused(
                $"{needed} of {plan.Trustees} trustees are to be enough; that must be at least 1 and at most all."
            );
        if (plan.Shuffles is { } shuffles && (shuffles < 0 || shuffles > plan.Trustees))
            throw Refused(
                $"{shuffles} shuffles by {plan.Trustees} trustees; each shuffles at most once."
            );
        if (plan.Revotes < 0 || plan.Revotes > plan.Voters)
            throw Refused($"{plan.Revotes} of {plan.Voters} voters cannot vote again.");
        if (plan.MostWeight < 1 || ranked && plan.MostWeight > 1)
            throw Refused($"Weights begin at 1, and where answers are ranked all are 1.");
    }

    public ImmutableArray<HandedFile> Files()
    {
        var keys = RehearsalTrustees.Make(_group, _plan.Trustees, _plan.Threshold);
        var trustees = TrusteeList.Read(keys.List, _group);
        var bytes = Election.Write(
            _uuid,
            _template.Name,
            _template.Description,
            trustees.Together,
            _template.Questions
        );
        var election = Election.Read(bytes);
        var hand = new Hand(_group, throwaway: true);
        var voters = new (Credential Credential, BigInteger Secret, string Public, long Weight)[
            _plan.Voters
        ];
        Cores.Each(
            voters.Length,
            at =>
            {
                var credential = Credential.New();
                var secret = credential.Secret(_group, _uuid);
                voters[at] = (
                    credential,
                    secret,
                    hand.Generate(secret).Text,
                    RandomNumberGenerator.GetInt32(
                        (int)Math.Min(_plan.MostWeight, int.MaxValue - 1)
                    ) + 1
                );
            }
        );
        // In an order that says nothing of the voters.
        var credentials = Encoding.ASCII.GetBytes(
            "["
                + string.Join(
                    ',',
                    voters
                        .Select(v =>
                            v.Weight == 1 ? v.Public : $"{v.Public},{Decimals.Text(v.Weight)}"
                        )
                        .Order(StringComparer.Ordinal)
                        .Select(c => $"\"{c}\"")
                )
                + "]"
        );
        var archive = new ArchiveWriter(_plan.Time);
        archive.Add(
            EventKind.Setup,
            bytes,
            keys.List,
            credentials,
            SetupWriting.Write(bytes, keys.List, credentials)
        );
        var votes = new ImmutableArray<ImmutableArray<int>>[voters.Length + _plan.Revotes];
        var ballots = new byte[votes.Length][];
        var maker = new BallotMaker(election, throwaway: true);
        Cores.Each(
            votes.Length,
            at =>
            {
                votes[at] = Votes.Drawn(election.Questions);
                ballots[at] = maker.Make(voters[at % voters.Length].Secret, votes[at]);
            }
        );
        foreach (var ballot in ballots)
            archive.Add(EventKind.Ballot, ballot);
        archive.Add(EventKind.EndBallots);
        var electorate = Electorate.Read(credentials, _group, election.HasRankings);
        var tally = Tally.Of(
            election,
            electorate,
            ballots.Select(b => Ballot.Read(election, b, "ballot"))
        );
        Finish(archive, tally, trustees, keys.Private);
        Beside(archive, voters.Select(v => v.Credential.Text), votes, voters.Length);
        for (var at = 0; at < keys.Private.Length; at++)
            _files.Add(
                new(
                    $"trustee-{Decimals.Text(at + 1)}.privkey",
                    keys.Private[at].PrivateBytes(),
                    true
                )
            );
        return [.. _files];
    }

    private static byte[] Lines(IEnumerable<string> lines) =>
        Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static RejectedException Refused(FormattableString sentence) =>
        new("rehearsal", "plan", sentence.ToString(CultureInfo.InvariantCulture));
}
