using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests;

/// <summary>Small elections for tests: as text, as generated data, and from testdata/counts.</summary>
internal static class Elections
{
    public static readonly Lots ByNumber = new Lots.InOrder([]);

    public static Lots Seed => Lots.Seeded([1, 2, 3]);

    public static BallotSet Blt(string text) => Blt(System.Text.Encoding.UTF8.GetBytes(text));

    public static BallotSet Blt(byte[] bytes) =>
        BltReader.Read(bytes) switch
        {
            BallotReading.Read(var ballots) => ballots,
            BallotReading.Malformed(var findings) => throw new InvalidDataException(
                string.Join('\n', findings)
            ),
        };

    public static BallotSet Any_form(byte[] bytes) =>
        BallotReader.Read(bytes) switch
        {
            BallotReading.Read(var ballots) => ballots,
            BallotReading.Malformed(var findings) => throw new InvalidDataException(
                string.Join('\n', findings)
            ),
        };

    public static BallotSet Named(string name) =>
        Blt(
            File.ReadAllBytes(
                Path.Combine(Testing.Golden.Root, "testdata", "counts", name + ".blt")
            )
        );

    public static Candidate[] Candidates(params int[] numbers) =>
        [.. numbers.Select(number => new Candidate(number))];

    /// <summary>2 to 6 candidates, 1 to 4 seats, up to 12 bundles of papers with possibly repeated candidates.</summary>
    public static Gen<BallotSet> Any { get; } =
        from candidates in Gen.Int[2, 6]
        from seats in Gen.Int[1, 4]
        from papers in Gen.Select(Gen.Int[1, candidates].Array[0, 7], Gen.Long[1, 30]).List[0, 12]
        select BallotSet.Of(
            "any",
            Enumerable.Range(1, candidates).Select(number => $"C{number}"),
            seats,
            papers.Select(paper => new Papers(Ranking.Of(paper.Item1), paper.Item2))
        );
}
