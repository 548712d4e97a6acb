using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot.Making;

/// <summary>
/// Shuffles rankings and proves it. All commitments of the chain are written as powers of two generators whose
/// exponents the prover knows, so that they come out of tables. This is not done in constant time.
/// </summary>
internal static class Shuffling
{
    public static Shuffle Make(Election election, ImmutableArray<ImmutableArray<Ciphertext>> lists)
    {
        var made = lists.Select(list => Make(election, list)).ToArray();
        return new([.. made.Select(m => m.After)], [.. made.Select(m => m.Proof)]);
    }

    private static (ImmutableArray<Ciphertext> After, ShuffleProof Proof) Make(
        Election election,
        ImmutableArray<Ciphertext> before
    )
    {
        var (group, n) = (election.Group, before.Length);
        var order = Enumerable.Range(0, n).ToArray();
        RandomNumberGenerator.Shuffle<int>(order);
        var h = Generators.Of(group, n);
        var tables = new Tables(election, h[0], n);
        var anew = Drawn(group, n);
        var hiding = Drawn(group, n);
        var after = new Ciphertext[n];
        var c = new Element[n];
        Cores.Each(
            n,
            at =>
            {
                var from = order[at];
                after[at] = new(
                    tables.G(anew[from], before[from].Alpha),
                    tables.Y(anew[from], before[from].Beta)
                );
                // The commitment of where this one goes stands in the place it comes from.
                c[from] = tables.G(hiding[from], h[at + 1]);
            }
        );
        var u = ShuffleProof.Entries(election, before, after, c);
        var moved = order.Select(from => u[from]).ToArray();
        var chain = new Chain(group, moved, Drawn(group, n));
        var masks = new ShuffleMasks(group, n);
        var chained = new Element[n];
        var that = new Element[n];
        Cores.Each(
            n,
            at =>
            {
                chained[at] = tables.GH(chain.OfG(at), chain.OfH(at));
                that[at] = tables.GH(
                    masks.Hat[at] + masks.Prime[at] * chain.OfG(at - 1),
                    masks.Prime[at] * chain.OfH(at - 1)
                );
            }
        );
        var proof = new ShuffleProof(
            tables.G(masks.W1, group.One),
            tables.G(masks.W2, group.One),
            tables.G(masks.W3, Raised(group, h.Skip(1), masks.Prime)),
            tables.Y(-masks.W4, Raised(group, after.Select(a => a.Beta), masks.Prime)),
            tables.G(-masks.W4, Raised(group, after.Select(a => a.Alpha), masks.Prime)),
            [.. that],
            0,
            0,
            0,
            0,
            [],
            [],
            [.. c],
            [.. chained]
        );
        var challenge = proof.Challenge(election, before, after);
        return ([.. after], masks.Answer(proof, challenge, u, moved, hiding, anew, chain.Hats));
    }

    private static BigInteger[] Drawn(Group group, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => group.RandomExponent())];

    private static Element Raised(
        Group group,
        IEnumerable<Element> values,
        IReadOnlyList<BigInteger> exponents
    ) => group.Product([.. values.Select((v, at) => new Factor(v.Limbs, exponents[at]))]);

    private sealed class Tables(Election election, Element h, int count)
    {
        private readonly Group _group = election.Group;
        private readonly FixedBase _g = election.Group.Table(election.Group.Generator, 7 * count);
        private readonly FixedBase _y = election.Group.Table(election.PublicKey, 4 * count);
        private readonly FixedBase _h = election.Group.Table(h, 4 * count);

        public Element G(BigInteger exponent, Element times) => Times(_g, exponent, times);

        public Element Y(BigInteger exponent, Element times) => Times(_y, exponent, times);

        public Element GH(BigInteger ofG, BigInteger ofH) => G(ofG, Times(_h, ofH, _group.One));

        private Element Times(FixedBase table, BigInteger exponent, Element times)
        {
            using var scratch = _group.Engine.Rent(1);
            scratch.Load(scratch[0], times.Limbs);
            table.Multiply(scratch, scratch[0], _group.Subtract(exponent % _group.Order, 0));
            return new(_group, scratch.Stored(scratch[0]));
        }
    }

    /// <summary>The chain of commitments: each is the one before to the power of its entry, hidden anew.</summary>
    private sealed class Chain
    {
        private readonly BigInteger[] _g;
        private readonly BigInteger[] _h;

        public Chain(Group group, BigInteger[] entries, BigInteger[] hats)
        {
            Hats = hats;
            (_g, _h) = (new BigInteger[entries.Length + 1], new BigInteger[entries.Length + 1]);
            _h[0] = BigInteger.One;
            for (var at = 0; at < entries.Length; at++)
            {
                _g[at + 1] = (hats[at] + entries[at] * _g[at]) % group.Order;
                _h[at + 1] = entries[at] * _h[at] % group.Order;
            }
        }

        public BigInteger[] Hats { get; }

        public BigInteger OfG(int at) => _g[at + 1];

        public BigInteger OfH(int at) => _h[at + 1];
    }
}
