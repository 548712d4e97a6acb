using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Rounds;

/// <summary>How papers are shared out by keep factors.</summary>
internal abstract class Sharing
{
    /// <summary>What everybody gets.</summary>
    public abstract void Share(BigInteger[] keep, BigInteger[] votes);

    /// <summary>From now on these keep a part only, and the rest goes on.</summary>
    public virtual void Elected(IEnumerable<Candidate> candidates) { }

    /// <summary>From now on papers pass these by.</summary>
    public virtual void Excluded(ImmutableArray<Candidate> candidates) { }
}

/// <summary>Papers with one candidate a rank, together by what they begin with.</summary>
internal sealed class BeginningsSharing(KeepTree tree, KeepPass pass) : Sharing
{
    public override void Share(BigInteger[] keep, BigInteger[] votes) => pass.Share(keep, votes);

    public override void Elected(IEnumerable<Candidate> candidates)
    {
        foreach (var candidate in candidates)
            tree.Elect(candidate.Index);
        pass.Rebuild();
    }

    public override void Excluded(ImmutableArray<Candidate> candidates)
    {
        foreach (var candidate in candidates)
            tree.Exclude(candidate.Index);
        pass.Rebuild();
    }
}
