using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Ballots;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Tallies;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Verifying;

/// <summary>One verification: walks through the events in their order and holds what was found so far.</summary>
internal sealed class Audit(byte[]? strongProofs, VerifierOptions options)
{
    private readonly List<VerifiedCheck> _checks = [];
    private readonly List<string> _warnings = [];

    public ImmutableArray<VerifiedCheck> Checks => [.. _checks];

    public ImmutableArray<string> Warnings => [.. _warnings];

    /// <summary>What the first event fixed, once it was read.</summary>
    public Setup? Setup { get; private set; }

    /// <summary>What is to be decrypted, after the shuffles that are there.</summary>
    public Tally? Tally { get; private set; }

    public Verification Whole(byte[] archive)
    {
        var (_, events) = ArchiveReader.Read(archive);
        Grammar.Demand(events);
        Holds(
            "archive",
            $"The archive holds {events.Length} events; each names the one before it, every object has the digest it is named by, and none is left over."
        );
        var setup = Setup = SetupOf(events[0]);
        var strong = strongProofs is null ? null : StrongProofs.Read(setup.Election, strongProofs);
        var ballots = BallotsOf(setup, events);
        var stage = Grammar.Stage(events);
        var tally = Tally = Tally.Of(setup.Election, setup.Electorate, ballots);
        ImmutableArray<QuestionResult> results = [];
        if (events.FirstOrDefault(e => e.Kind == EventKind.EncryptedTally) is { } tallied)
        {
            tally.Demand(new(tallied.Objects[0], tallied.Objects[1]), tallied.Place);
            Holds(
                "tally",
                $"The recorded tally was worked out anew from the last ballot of each of {tally.Counted} voters, and every byte agrees."
            );
            var shuffled = Tally = new ShuffleAudit(setup, tally, options.Shuffles).Of(
                events,
                Holds
            );
            results = new DecryptionAudit(setup, shuffled, strong).Of(events, Holds, Warns);
        }
        else if (strong is not null)
            Warns("Strong proofs were given, and nothing has been decrypted yet.");
        if (stage != ElectionStage.Finished)
            Warns("There is no result yet: what is there verifies, and nothing more is said.");
        return new Verification.Valid(
            Checks,
            Warnings,
            new(
                setup.Election.Uuid,
                setup.Election.Name,
                setup.Election.Group.Name,
                setup.Election.Fingerprint,
                setup.Election.Questions,
                setup.Electorate.Weights.Count,
                stage,
                ballots.Count,
                tally.Counted,
                tally.Weight,
                events[^1].Hash,
                Trackers(ballots),
                results
            )
        );
    }

    private Setup SetupOf(ArchivedEvent first)
    {
        var setup = Setup.Read(first);
        var (election, electorate, trustees) = setup;
        Holds(
            "election",
            $"The election '{election.Name}' ({election.Uuid}) asks {election.Questions.Length} questions in the group {election.Group.Name}; its fingerprint is {election.Fingerprint}."
        );
        Holds(
            "trustees",
            $"{trustees.Keys.Length} trustees proved that they hold their keys, and the key of the election is theirs together."
        );
        Holds(
            "credentials",
            $"{electorate.Weights.Count} credentials may vote, all different and all in the group; their weights are {electorate.Total} together."
        );
        if (trustees.BeforeAgreement)
            Warns(
                "The trustees made their common key in a form of years ago, without signing that all of them saw the same."
            );
        return setup;
    }

    private List<Ballot> BallotsOf(Setup setup, ImmutableArray<ArchivedEvent> events)
    {
        var cast = events.Where(e => e.Kind == EventKind.Ballot).ToArray();
        // A ballot that stands there again would take back what was cast after it.
        var seen = new Dictionary<string, ArchivedEvent>(StringComparer.Ordinal);
        foreach (var ballot in cast)
            if (!seen.TryAdd(Digest.Hex(ballot.Objects[0]), ballot))
                throw new RejectedException(
                    "ballot.twice",
                    ballot.Place,
                    $"This ballot is the one of {seen[Digest.Hex(ballot.Objects[0])].Place} again."
                );
        var check = new BallotCheck(setup.Election, setup.Electorate, cast.Length);
        var ballots = new Ballot[cast.Length];
        Cores.Each(
            cast.Length,
            at =>
            {
                var ballot = Ballot.Read(setup.Election, cast[at].Objects[0], cast[at].Place);
                ballots[at] = ballot;
                if (options.Seen?.Contains(setup.Key, ballot.Hash) == true)
                    return;
                check.Holds(ballot, cast[at].Place);
                options.Seen?.Add(setup.Key, ballot.Hash);
            }
        );
        var again =
            ballots.Length
            - ballots.Select(b => b.Credential).Distinct(StringComparer.Ordinal).Count();
        Holds(
            "ballots",
            $"{ballots.Length} ballots, {again} of them replaced by a later one of the same voter: each is signed with a credential that may vote, every proof in it holds, and none stands there twice."
        );
        return [.. ballots];
    }

    // In the order of casting, one for each voter: two voters never share one, since their credential is in it.
    private static ImmutableArray<string> Trackers(List<Ballot> ballots)
    {
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < ballots.Count; at++)
            last[ballots[at].Credential] = at;
        return [.. last.Values.Order().Select(at => ballots[at].Tracker)];
    }

    private void Holds(string code, FormattableString sentence) =>
        _checks.Add(new(code, sentence.ToString(CultureInfo.InvariantCulture)));

    private void Warns(string sentence) => _warnings.Add(sentence);
}
