using System.Collections.Immutable;

namespace Plenum.Web.Pieces;

/// <summary>
/// A count drawn as a flow: one column a stage, one block a row as high as its votes, and a band for every heap of
/// votes that stays or moves. Heights keep one scale, so that nothing appears or vanishes on the way.
/// </summary>
public sealed record FlowDrawing(
    double Width,
    double Height,
    ImmutableArray<FlowBlock> Blocks,
    ImmutableArray<FlowBand> Bands
)
{
    private const double Margin = 168;
    private const double Block = 10;
    private const double Gap = 24;
    private const double VotesHeight = 190;
    private const double Head = 28;

    public static FlowDrawing Of(TallyView tally)
    {
        var all = tally.Stages.Max(stage => stage.Totals.Sum());
        var scale = all == 0 ? 0 : VotesHeight / (double)all;
        var step = tally.Stages.Length < 2 ? 0 : 132.0;
        var blocks = tally
            .Stages.Select((stage, s) => Column(stage, Margin + s * step, scale))
            .ToImmutableArray();
        var bands = tally
            .Stages.Skip(1)
            .SelectMany((stage, s) => Between(blocks[s], blocks[s + 1], stage, scale))
            .ToImmutableArray();
        return new FlowDrawing(
            2 * Margin + (tally.Stages.Length - 1) * step + Block,
            Head + VotesHeight + Gap * tally.Rows.Length,
            [.. blocks.SelectMany(column => column)],
            bands
        );
    }

    private static ImmutableArray<FlowBlock> Column(TallyStage stage, double x, double scale)
    {
        var y = Head;
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        for (var row = 0; row < stage.Totals.Length; row++)
        {
            var height = (double)stage.Totals[row] * scale;
            blocks.Add(new FlowBlock(row, stage.Totals[row], x, y, Block, height));
            y += height + Gap;
        }
        return blocks.ToImmutable();
    }

    private static IEnumerable<FlowBand> Between(
        ImmutableArray<FlowBlock> from,
        ImmutableArray<FlowBlock> to,
        TallyStage stage,
        double scale
    )
    {
        var (left, right) = (Tops(from), Tops(to));
        for (var row = 0; row < from.Length; row++)
        {
            var gone = stage.Moves.Where(move => move.From == row).Sum(move => move.Votes);
            var kept = from[row].Votes - gone;
            if (kept > 0)
                yield return Band(row, row, kept);
        }
        foreach (var move in stage.Moves)
            yield return Band(move.From, move.To, move.Votes);

        FlowBand Band(int source, int target, decimal votes)
        {
            var height = (double)votes * scale;
            var band = new FlowBand(
                source,
                target,
                Curve(from[source].X + Block, left[source], to[target].X, right[target], height)
            );
            left[source] += height;
            right[target] += height;
            return band;
        }
    }

    private static double[] Tops(ImmutableArray<FlowBlock> column) => [.. column.Select(b => b.Y)];

    private static string Curve(double x1, double y1, double x2, double y2, double height)
    {
        var middle = Figure.At((x1 + x2) / 2);
        return $"M{Figure.At(x1)} {Figure.At(y1)}"
            + $"C{middle} {Figure.At(y1)} {middle} {Figure.At(y2)} {Figure.At(x2)} {Figure.At(y2)}"
            + $"V{Figure.At(y2 + height)}"
            + $"C{middle} {Figure.At(y2 + height)} {middle} {Figure.At(y1 + height)} {Figure.At(x1)} {Figure.At(y1 + height)}Z";
    }
}

/// <summary>The votes of one row at one stage, as a block.</summary>
public sealed record FlowBlock(
    int Row,
    decimal Votes,
    double X,
    double Y,
    double Width,
    double Height
);

/// <summary>Votes on their way between two stages; from and to are the same row where they stay.</summary>
public sealed record FlowBand(int From, int To, string Path);
