using System.Collections.Immutable;
using Plenum.SecretBallot.Making;

namespace Plenum.SecretBallot;

/// <summary>A whole election on one machine, with keys that are thrown away: to try everything before it matters.</summary>
/// <param name="Questions">What is asked: JSON, a list of questions or an object with name, description and questions.</param>
/// <param name="Voters">How many may vote.</param>
public sealed record Rehearsal(byte[] Questions, int Voters)
{
    /// <summary>How many trustees.</summary>
    public int Trustees { get; init; } = 1;

    /// <summary>How many of them are enough to decrypt; all, each with a key of their own, when it is not said.</summary>
    public int? Threshold { get; init; }

    /// <summary>How many trustees shuffle; two, or one where there is only one, when it is not said.</summary>
    public int? Shuffles { get; init; }

    /// <summary>How many voters vote a second time.</summary>
    public int Revotes { get; init; }

    /// <summary>Weights of voters are drawn from 1 to this.</summary>
    public long MostWeight { get; init; } = 1;

    /// <summary>The group; when it is not said, the one in which everything that is asked can be encrypted.</summary>
    public string? Group { get; init; }

    /// <summary>Seconds since 1970, as they stand in every record of the archive.</summary>
    public long Time { get; init; }

    /// <summary>
    /// Holds the election and gives every file it leaves: the archive, its strong proofs, keys, credentials, the votes
    /// in plain numbers and the result.
    /// </summary>
    public Handed Run()
    {
        try
        {
            return new Handed.Given(new RehearsalRun(this).Files());
        }
        catch (RejectedException rejected)
        {
            return new Handed.Refused(rejected.Reason);
        }
    }
}

/// <summary>What came of work by hand: files, or the reason why there are none.</summary>
public abstract record Handed
{
    private Handed() { }

    /// <summary>Files by name, none written yet.</summary>
    /// <param name="Files">What each holds.</param>
    public sealed record Given(ImmutableArray<HandedFile> Files) : Handed;

    /// <summary>Nothing was made.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(Reason Reason) : Handed;
}

/// <summary>A file that was made.</summary>
/// <param name="Name">A name for it.</param>
/// <param name="Content">What it holds.</param>
/// <param name="IsSecret">Whether only its owner may ever read it.</param>
public sealed record HandedFile(string Name, byte[] Content, bool IsSecret);
