using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Addition of points of Ed25519, written as multiplication like that of every other group.</summary>
internal sealed unsafe class EdwardsEngine : Engine
{
    private const int Window = 4;

    public override int Limbs => Point25519.Limbs;

    public override ulong[] One { get; } = Stored(Point25519.Neutral);

    protected override Scratch Create(int cells) => new Points(this, cells);

    public static ulong[] Stored(Point25519 point) =>
        MemoryMarshal.Cast<Point25519, ulong>(MemoryMarshal.CreateSpan(ref point, 1)).ToArray();

    public static Point25519 Point(ReadOnlySpan<ulong> limbs) =>
        MemoryMarshal.Cast<ulong, Point25519>(limbs)[0];

    /// <summary>Windows of four bits; each entry of the table is read every time, and a mask keeps one.</summary>
    public override ulong[] PowerSecret(ulong[] value, ReadOnlySpan<byte> exponent)
    {
        var table = stackalloc Point25519[1 << Window];
        (table[0], table[1]) = (Point25519.Neutral, Point(value));
        for (var entry = 2; entry < 1 << Window; entry++)
            table[entry] = Point25519.Add(table[entry - 1], table[1]);
        var result = Point25519.Neutral;
        for (var at = exponent.Length * 8 - Window; at >= 0; at -= Window)
        {
            for (var doubled = 0; doubled < Window; doubled++)
                result = Point25519.Double(result);
            var chosen = default(Point25519);
            var digit = Words.Bits(exponent, at, Window);
            for (var entry = 0; entry < 1 << Window; entry++)
                Choose(&chosen, table + entry, entry, digit);
            result = Point25519.Add(result, chosen);
        }
        return Stored(result);
    }

    private static void Choose(Point25519* to, Point25519* from, int entry, int digit)
    {
        unchecked
        {
            var differs = (ulong)(entry ^ digit);
            var mask = 0UL - (((differs - 1) & ~differs) >> 63);
            for (var limb = 0; limb < Point25519.Limbs; limb++)
                ((ulong*)to)[limb] |= ((ulong*)from)[limb] & mask;
        }
    }

    private sealed class Points(EdwardsEngine engine, int cells) : Scratch(engine, cells)
    {
        private readonly Point25519* _points = (Point25519*)
            NativeMemory.AllocZeroed((nuint)cells, (nuint)sizeof(Point25519));

        public override nint this[int cell] =>
            (uint)cell < (uint)Cells
                ? (nint)(_points + cell)
                : throw new ArgumentOutOfRangeException(nameof(cell));

        public override void Multiply(nint to, nint left, nint right) =>
            *(Point25519*)to = Point25519.Add(*(Point25519*)left, *(Point25519*)right);

        public override void Square(nint to, nint value) =>
            *(Point25519*)to = Point25519.Double(*(Point25519*)value);

        public override void Copy(nint to, nint from) => *(Point25519*)to = *(Point25519*)from;

        public override void Load(nint to, ReadOnlySpan<ulong> element) =>
            *(Point25519*)to = Point(element);

        public override void Store(nint from, Span<ulong> element) =>
            new ReadOnlySpan<ulong>((void*)from, Point25519.Limbs).CopyTo(element);

        protected override void Free()
        {
            NativeMemory.Clear(_points, (nuint)Cells * (nuint)sizeof(Point25519));
            NativeMemory.Free(_points);
        }
    }
}
