using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Making;

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
