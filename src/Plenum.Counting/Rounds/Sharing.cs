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
