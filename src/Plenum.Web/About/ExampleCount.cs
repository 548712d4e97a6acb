using Plenum.Web.Pieces;
using Plenum.Web.Speech;

namespace Plenum.Web.About;

/// <summary>A count of 60 papers for two seats: a surplus moves on, then the last candidate is excluded.</summary>
internal static class ExampleCount
{
    public static TallyView Of(Sentences s) =>
        new(
            s["example.count.caption"],
            s["example.count.quota", ("quota", 21)],
            [
                new("Ana Ferrer", TallyOutcome.Elected),
                new("Kwame Boateng", TallyOutcome.Elected),
                new("Mei Tanaka", TallyOutcome.NotElected),
                new("Ruth Adler", TallyOutcome.NotElected),
                new(s["example.count.exhausted"], TallyOutcome.Heap),
            ],
            [
                new(
                    s["example.count.stage", ("n", 1)],
                    s["example.count.first"],
                    [27, 14, 12, 7, 0],
                    []
                ),
                new(
                    s["example.count.stage", ("n", 2)],
                    s["example.count.surplus", ("votes", 6)],
                    [21, 17.5m, 13.5m, 8, 0],
                    [new(0, 1, 3.5m), new(0, 2, 1.5m), new(0, 3, 1)]
                ),
                new(
                    s["example.count.stage", ("n", 3)],
                    s["example.count.excluded"],
                    [21, 22.5m, 15.5m, 0, 1],
                    [new(3, 1, 5), new(3, 2, 2), new(3, 4, 1)]
                ),
            ]
        );
}
