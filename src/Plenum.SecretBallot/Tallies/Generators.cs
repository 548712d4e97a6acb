using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Tallies;

/// <summary>Elements of which nobody knows any logarithm, one more than there are ciphertexts.</summary>
internal static class Generators
{
    /// <summary>The first is number -1.</summary>
    public static Element[] Of(Group group, int count)
    {
        var found = new Element[count + 1];
        Cores.Each(found.Length, at => found[at] = group.Known(at - 1));
        var distinct = new HashSet<string>(found.Select(e => e.Text), StringComparer.Ordinal);
        if (
            distinct.Count != found.Length
            || distinct.Contains(group.Generator.Text)
            || distinct.Contains(group.One.Text)
        )
            throw new InvalidOperationException("Two generators are the same.");
        return found;
    }
}
