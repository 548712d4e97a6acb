using System.Collections.Immutable;
using System.Text;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Making;

/// <summary>All trustees of a rehearsal at one table, through the same steps as apart from each other.</summary>
internal static class RehearsalTrustees
{
    public static (byte[] List, ImmutableArray<TrusteeKey> Private) Make(
        Group group,
        int count,
        int? threshold
    )
    {
        if (threshold is not { } needed)
        {
            var single = Enumerable
                .Range(0, count)
                .Select(_ => TrusteeKey.New(group))
                .ToImmutableArray();
            return (
                Encoding.ASCII.GetBytes(
                    "["
                        + string.Join(',', single.Select(k => $"[\"Single\",{k.PublicJson()}]"))
                        + "]"
                ),
                single
            );
        }
        var seeds = Enumerable.Range(0, count).Select(_ => TrusteeSeed.New(group)).ToArray();
        ImmutableArray<string> certificates =
        [
            .. seeds.Select((s, at) => Ceremony.Certificate(s, count, needed, at + 1)),
        ];
        ImmutableArray<string> polynomials =
        [
            .. seeds.Select(s => Ceremony.Polynomial(s, certificates)),
        ];
        var shares = seeds
            .Select(s => Ceremony.Share(s, certificates, polynomials))
            .ToImmutableArray();
        var parameters = Ceremony.Parameters(
            group,
            certificates,
            polynomials,
            [.. shares.Select(s => s.PublicJson())]
        );
        return (Encoding.ASCII.GetBytes($"[[\"Pedersen\",{parameters}]]"), shares);
    }
}
