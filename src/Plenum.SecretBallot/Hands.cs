using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Making;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot;

/// <summary>
/// What each of those who hold an election does, on a machine of their own: whoever opens it, who makes credentials,
/// who votes, who shuffles, who decrypts. Nothing is read or written here but what is given and returned.
/// </summary>
public static partial class Hands
{
    /// <summary>The names of the groups in which elections can be encrypted.</summary>
    public static ImmutableArray<string> Groups => [.. Group.All.Select(g => g.Name)];

    /// <summary>A name for a new election.</summary>
    public static string NewUuid() => Credential.Uuid();

    /// <summary>
    /// Secret credentials for voters, and the public list. Whoever makes them keeps no copy once they are handed out,
    /// and is not who keeps the archive.
    /// </summary>
    /// <param name="uuid">The election.</param>
    /// <param name="group">The name of its group.</param>
    /// <param name="weights">The weight of each voter.</param>
    public static Handed Credentials(
        string uuid,
        string group,
        IReadOnlyList<BigInteger> weights
    ) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(weights);
            Election.Identifier(uuid);
            var found = Named(group);
            var hand = new Hand(found);
            var made = weights.Select(_ => Credential.New()).ToArray();
            var open = new string[made.Length];
            Arithmetic.Cores.Each(
                open.Length,
                at =>
                {
                    var key = hand.Generate(made[at].Secret(found, uuid)).Text;
                    open[at] = weights[at].IsOne ? key : $"{key},{Decimals.Text(weights[at])}";
                }
            );
            // Sorted: the place in the list tells nothing of the voter.
            var list = Encoding.ASCII.GetBytes(
                "["
                    + string.Join(',', open.Order(StringComparer.Ordinal).Select(c => $"\"{c}\""))
                    + "]"
            );
            Electorate.Read(list, found, ranked: false);
            return
            [
                new($"{uuid}.pubcreds", list, false),
                new(
                    $"{uuid}.privcreds",
                    Encoding.ASCII.GetBytes(string.Concat(made.Select(c => c.Text + "\n"))),
                    true
                ),
            ];
        });

    /// <summary>The first record and event of an archive.</summary>
    /// <param name="uuid">The election.</param>
    /// <param name="questions">As <see cref="Rehearsal.Questions"/>.</param>
    /// <param name="group">The name of the group.</param>
    /// <param name="trustees">The list of trustees.</param>
    /// <param name="credentials">The public list of credentials.</param>
    /// <param name="time">Seconds since 1970, as they stand in every record.</param>
    public static Handed Open(
        string uuid,
        byte[] questions,
        string group,
        byte[] trustees,
        byte[] credentials,
        long time
    ) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(questions);
            var (list, voters) = (Trimmed(trustees), Trimmed(credentials));
            var template = Template.Read(questions);
            var election = Election.Write(
                Election.Identifier(uuid),
                template.Name,
                template.Description,
                TrusteeList.Read(list, Named(group)).Together,
                template.Questions
            );
            var archive = new Archives.ArchiveWriter(time);
            archive.Add(
                Archives.EventKind.Setup,
                election,
                list,
                voters,
                SetupWriting.Write(election, list, voters)
            );
            var bytes = archive.ToArray();
            // As everybody else will: what does not verify is not handed out.
            Stage.Of(bytes);
            return [new($"{uuid}.bel", bytes, false)];
        });

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

    private static Group Named(string name) =>
        Group.Find(name)
        ?? throw new RejectedException(
            "group",
            "group",
            $"The group '{name}' is not known; known are {string.Join(", ", Groups)}."
        );

    private static byte[] Trimmed(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return [.. bytes.AsSpan().Trim("\r\n "u8)];
    }

    private static Handed Given(Func<ImmutableArray<HandedFile>> make)
    {
        try
        {
            return new Handed.Given(make());
        }
        catch (RejectedException rejected)
        {
            return new Handed.Refused(rejected.Reason);
        }
    }
}
