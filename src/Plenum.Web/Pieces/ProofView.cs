using NodaTime;

namespace Plenum.Web.Pieces;

/// <summary>What can be said of a proof; there is no fourth state.</summary>
public abstract record ProofView
{
    private ProofView(string what) => What = what;

    /// <summary>What was checked.</summary>
    public string What { get; }

    /// <summary>Checked on this machine and true.</summary>
    public sealed record VerifiedHere(string Checked, string By, Instant At) : ProofView(Checked);

    /// <summary>True here, but nobody outside has signed it yet.</summary>
    public sealed record NotYetWitnessed(string Checked, Instant Since) : ProofView(Checked);

    /// <summary>Checked, and not true.</summary>
    public sealed record DoesNotVerify(string Checked, string By, Instant At) : ProofView(Checked);
}
