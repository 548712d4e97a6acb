using System.Text;
using Plenum.SecretBallot.Making;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot;

public static partial class Hands
{
    /// <summary>A ballot for an archive, and its tracker.</summary>
    /// <param name="archive">The archive as it stands; only its setup is read.</param>
    /// <param name="credential">The voter's credential, as it was handed out.</param>
    /// <param name="vote">A list for each question, as <c>[[1,0],[2,1,3]]</c>.</param>
    public static Handed Cast(byte[] archive, string credential, string vote) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(archive);
            ArgumentNullException.ThrowIfNull(vote);
            var setup = Stage.Opened(archive);
            var typed =
                Credential.Parse(credential)
                ?? throw new RejectedException(
                    "credential.form",
                    "credential",
                    "This is no credential: a letter is missing, or one is another. It has no 0, I, O and l."
                );
            var secret = typed.Secret(setup.Election.Group, setup.Election.Uuid);
            var maker = new BallotMaker(setup.Election);
            var ballot = maker.Make(secret, Template.Votes(vote));
            var read = Ballots.Ballot.Read(setup.Election, ballot, "ballot");
            // Who has no vote here learns it now, and the machine that made the ballot is checked by another way.
            new Ballots.BallotCheck(setup.Election, setup.Electorate, 1).Holds(read, "ballot");
            return
            [
                new("ballot.json", ballot, false),
                new("tracker.txt", Encoding.ASCII.GetBytes(read.Tracker + "\n"), false),
            ];
        });

    /// <summary>One trustee's shuffle of all rankings, after everything before it was verified.</summary>
    /// <param name="archive">The archive.</param>
    public static Handed Shuffle(byte[] archive) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(archive);
            var stage = Stage.Of(archive);
            if (
                stage.Verified.Election.Stage != ElectionStage.Tallied
                || !stage.Setup.Election.HasRankings
            )
                throw new RejectedException(
                    "shuffle.time",
                    "archive",
                    "There is nothing to shuffle now: rankings are shuffled after the tally and before anything is decrypted."
                );
            var shuffle = Making.Shuffling.Make(stage.Setup.Election, stage.Tally.Rankings);
            return [new("shuffle.json", shuffle.Bytes(), false)];
        });

    /// <summary>One trustee's part of the decryption, after everything before it was verified.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="key">The trustee's private key.</param>
    /// <param name="strongProofs">The file of strong proofs as it stands; null when this is the first.</param>
    public static Handed Decrypt(byte[] archive, byte[] key, byte[]? strongProofs) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(archive);
            ArgumentNullException.ThrowIfNull(key);
            var stage = Stage.Of(archive);
            var (election, _, trustees) = stage.Setup;
            if (
                stage.Verified.Election.Stage is not ElectionStage.Decrypting
                && stage.Verified.Election.Stage
                    != (election.HasRankings ? ElectionStage.Shuffled : ElectionStage.Tallied)
            )
                throw new RejectedException(
                    "decryption.time",
                    "archive",
                    "There is nothing to decrypt now: sums are decrypted after the tally, and rankings after their shuffles are ended."
                );
            var own = TrusteeKey.Read(election.Group, key);
            var owner = trustees.Keys.IndexOf(own.Public) + 1;
            if (owner == 0)
                throw new RejectedException(
                    "decryption.stranger",
                    "key",
                    "No trustee of this election has this key."
                );
            var before = strongProofs is null
                ? StrongProofs.None
                : StrongProofs.Read(election, strongProofs);
            var (part, strong) = Decryption.Make(stage.Tally, owner, own);
            return
            [
                new("decryption.json", part.Bytes(), false),
                new(
                    "strong-proofs.json",
                    new StrongProofs(before.Owners.SetItem(owner, strong)).Bytes(election),
                    false
                ),
            ];
        });
}
