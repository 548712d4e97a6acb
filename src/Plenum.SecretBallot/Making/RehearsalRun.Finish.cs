using System.Collections.Immutable;
using System.Text;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Tallies;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

internal sealed partial class RehearsalRun
{
    private void Finish(
        ArchiveWriter archive,
        Tally tally,
        TrusteeList trustees,
        ImmutableArray<TrusteeKey> keys
    )
    {
        var bytes = tally.Bytes();
        archive.Add(EventKind.EncryptedTally, bytes, tally.Sized(Digest.Hex(bytes)));
        if (tally.Election.HasRankings)
        {
            for (var owner = 1; owner <= (_plan.Shuffles ?? Math.Min(2, _plan.Trustees)); owner++)
            {
                var shuffle = Shuffling.Make(tally.Election, tally.Rankings);
                var content = shuffle.Bytes();
                archive.Add(EventKind.Shuffle, content, Owned.Write(owner, content));
                tally = tally.Shuffled(shuffle.Lists);
            }
            archive.Add(EventKind.EndShuffles);
        }
        var strong = ImmutableSortedDictionary<int, ImmutableArray<ImmutableArray<Proof>>>.Empty;
        var parts = new Dictionary<int, PartialDecryption>();
        // The last are enough: so that not always the first of a group decrypt.
        for (
            var owner = keys.Length - (_plan.Threshold ?? keys.Length) + 1;
            owner <= keys.Length;
            owner++
        )
        {
            var (part, proofs) = Decryption.Make(tally, owner, keys[owner - 1]);
            var content = part.Bytes();
            archive.Add(EventKind.PartialDecryption, content, Owned.Write(owner, content));
            strong = strong.Add(owner, proofs);
            parts.Add(owner, part);
        }
        var outcome = Opening.Of(tally, Combination.Of(tally, trustees, parts));
        archive.Add(EventKind.Result, outcome.Bytes());
        _files.Add(
            new(
                $"{_uuid}.strong-proofs.json",
                new StrongProofs(strong).Bytes(tally.Election),
                false
            )
        );
        _files.Add(new("result.json", Encoding.ASCII.GetBytes(outcome.Json() + "\n"), false));
    }

    private void Beside(
        ArchiveWriter archive,
        IEnumerable<string> credentials,
        ImmutableArray<ImmutableArray<int>>[] votes,
        int voters
    )
    {
        _files.Insert(0, new($"{_uuid}.bel", archive.ToArray(), false));
        _files.Add(new($"{_uuid}.privcreds", Lines(credentials), true));
        var last = votes.ToList();
        for (var again = voters; again < votes.Length; again++)
            last[again - voters] = votes[again];
        _files.Add(
            new(
                "votes.txt",
                Lines(
                    last.Take(voters)
                        .Select(vote =>
                            "["
                            + string.Join(',', vote.Select(q => "[" + string.Join(',', q) + "]"))
                            + "]"
                        )
                ),
                true
            )
        );
    }
}
