namespace Plenum.Texts.Comparing;

/// <summary>Some of one list in place of some of another.</summary>
internal readonly record struct Edit(int From, int To, int NewFrom, int NewTo);

/// <summary>
/// The fewest insertions and deletions that make one list of another: Myers, <i>An O(ND) difference algorithm and its
/// variations</i> (1986), from both ends and in linear memory. Where two lists have next to nothing in common, what was
/// found after a bounded search is taken: still true, no longer the fewest.
/// </summary>
internal sealed class ShortestEdits
{
    private const int LeastSearch = 512;

    private readonly int[] _a;
    private readonly int[] _b;
    private readonly int[] _forward;
    private readonly int[] _backward;
    private readonly int _offset;
    private readonly int _most;
    private readonly bool[] _gone;
    private readonly bool[] _added;

    private ShortestEdits(int[] a, int[] b)
    {
        (_a, _b) = (a, b);
        var diagonals = a.Length + b.Length + 3;
        (_forward, _backward) = (new int[diagonals], new int[diagonals]);
        _offset = b.Length + 1;
        _most = Math.Max(LeastSearch, (int)Math.Sqrt(diagonals) * 4);
        (_gone, _added) = (new bool[a.Length], new bool[b.Length]);
    }

    /// <summary>The edits in their order; none touches another.</summary>
    public static List<Edit> Of(int[] a, int[] b)
    {
        var search = new ShortestEdits(a, b);
        search.Divide();
        var edits = new List<Edit>();
        for (int i = 0, j = 0; i < a.Length || j < b.Length; )
        {
            var (from, newFrom) = (i, j);
            while (i < a.Length && search._gone[i])
                i++;
            while (j < b.Length && search._added[j])
                j++;
            if (i > from || j > newFrom)
                edits.Add(new Edit(from, i, newFrom, j));
            else
                (i, j) = (i + 1, j + 1);
        }
        return edits;
    }

    private void Divide()
    {
        var open = new Stack<Edit>();
        open.Push(new Edit(0, _a.Length, 0, _b.Length));
        while (open.TryPop(out var box))
        {
            var (from, to, newFrom, newTo) = box;
            while (from < to && newFrom < newTo && _a[from] == _b[newFrom])
                (from, newFrom) = (from + 1, newFrom + 1);
            while (from < to && newFrom < newTo && _a[to - 1] == _b[newTo - 1])
                (to, newTo) = (to - 1, newTo - 1);
            if (from == to)
                _added.AsSpan(newFrom, newTo - newFrom).Fill(true);
            else if (newFrom == newTo)
                _gone.AsSpan(from, to - from).Fill(true);
            else
            {
                var (x, y) = Middle(from, to, newFrom, newTo);
                open.Push(new Edit(x, to, y, newTo));
                open.Push(new Edit(from, x, newFrom, y));
            }
        }
    }

    private (int X, int Y) Middle(int xFrom, int xTo, int yFrom, int yTo)
    {
        var (least, greatest) = (xFrom - yTo, xTo - yFrom);
        var (start, end) = (xFrom - yFrom, xTo - yTo);
        var (fLow, fHigh, bLow, bHigh) = (start, start, end, end);
        var odd = ((start - end) & 1) != 0;
        F(start) = xFrom;
        B(end) = xTo;
        for (var cost = 1; ; cost++)
        {
            if (fLow > least)
                F(--fLow - 1) = -1;
            else
                fLow++;
            if (fHigh < greatest)
                F(++fHigh + 1) = -1;
            else
                fHigh--;
            for (var d = fHigh; d >= fLow; d -= 2)
            {
                var x = F(d - 1) < F(d + 1) ? F(d + 1) : F(d - 1) + 1;
                while (x < xTo && x - d < yTo && _a[x] == _b[x - d])
                    x++;
                F(d) = x;
                if (odd && bLow <= d && d <= bHigh && B(d) <= x)
                    return (x, x - d);
            }
            if (bLow > least)
                B(--bLow - 1) = int.MaxValue;
            else
                bLow++;
            if (bHigh < greatest)
                B(++bHigh + 1) = int.MaxValue;
            else
                bHigh--;
            for (var d = bHigh; d >= bLow; d -= 2)
            {
                var x = B(d - 1) < B(d + 1) ? B(d - 1) : B(d + 1) - 1;
                while (xFrom < x && yFrom < x - d && _a[x - 1] == _b[x - d - 1])
                    x--;
                B(d) = x;
                if (!odd && fLow <= d && d <= fHigh && x <= F(d))
                    return (x, x - d);
            }
            if (cost >= _most)
                return Furthest(fLow, fHigh, xTo, yTo);
        }
    }

    // How far the search came from the beginning.
    private (int X, int Y) Furthest(int low, int high, int xTo, int yTo)
    {
        var best = (X: -1, Y: -1);
        for (var d = high; d >= low; d -= 2)
        {
            var x = Math.Min(F(d), xTo);
            if (x - d > yTo)
                x = yTo + d;
            if (x + x - d > best.X + best.Y)
                best = (x, x - d);
        }
        return best;
    }

    private ref int F(int diagonal) => ref _forward[diagonal + _offset];

    private ref int B(int diagonal) => ref _backward[diagonal + _offset];
}
