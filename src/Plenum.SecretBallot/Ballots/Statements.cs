using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;

namespace Plenum.SecretBallot.Ballots;

/// <summary>The texts that bind each proof of a ballot to its election, its voter and what it is about.</summary>
internal sealed class Statements(Election election, string credential)
{
    /// <summary>The election and the voter.</summary>
    public string Voter { get; } = $"{election.Fingerprint}|{credential}";

    /// <summary>Them, and all choices of one answer.</summary>
    public string Answer(IEnumerable<Ciphertext> choices) =>
        Voter + "|" + string.Join(',', choices.Select(c => $"{c.Alpha.Text},{c.Beta.Text}"));

    public static string Disjunction(string about, Ciphertext ciphertext) =>
        $"prove|{about}|{ciphertext.Alpha.Text},{ciphertext.Beta.Text}|";

    public static string BlankOrNothing(string about) => $"bproof0|{about}|";

    public static string BlankOrChosen(string about) => $"bproof1|{about}|";

    public string Randomness(Ciphertext ciphertext) =>
        $"raweg|{Voter}|{election.PublicKey.Text},{ciphertext.Alpha.Text},{ciphertext.Beta.Text}|";
}
