using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Verifying;

/// <summary>What the first event fixes: the election, those who may vote, those who decrypt.</summary>
internal sealed record Setup(Election Election, Electorate Electorate, TrusteeList Trustees)
{
    /// <summary>The digest of all three.</summary>
    public string Key { get; private init; } = "";

    public static Setup Read(ArchivedEvent first)
    {
        var objects = first.Objects;
        var fields = Shape.Fields(
            JsonReader.Read(objects[3], "setup"),
            "setup",
            "election",
            "trustees",
            "credentials"
        );
        for (var at = 0; at < 3; at++)
            if (Shape.Hex(fields[at], "setup") != Digest.Hex(objects[at]))
                throw new RejectedException(
                    "setup.digest",
                    "setup",
                    "The setup does not refer to the election, trustees and credentials that stand before it, in this order."
                );
        var election = Election.Read(objects[0]);
        var trustees = TrusteeList.Read(objects[1], election.Group);
        if (!trustees.Together.Equals(election.PublicKey))
            throw new RejectedException(
                "election.key",
                "election.public_key",
                "The key of the election is not the one its trustees have together."
            );
        var electorate = Electorate.Read(objects[2], election.Group, election.HasRankings);
        return new(election, electorate, trustees) { Key = Digest.Hex(objects[3]) };
    }
}
