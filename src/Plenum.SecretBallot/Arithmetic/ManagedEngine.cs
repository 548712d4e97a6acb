using System.Numerics;
using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Multiplication modulo an odd number without any library: where there is no OpenSSL, and to check it.</summary>
internal sealed unsafe class ManagedEngine(BigInteger modulus) : Engine
{
    private const int Window = 4;

    private readonly Montgomery _montgomery = new(modulus);

    public override int Limbs => _montgomery.Limbs;

    public override ulong[] One => _montgomery.One;

    protected override Scratch Create(int cells) => new Numbers(this, cells);

    /// <summary>Windows of four bits; each entry of the table is read every time, and a mask keeps one.</summary>
    public override ulong[] PowerSecret(ulong[] value, ReadOnlySpan<byte> exponent)
    {
        using var scratch = Rent((1 << Window) + 2);
        var (result, chosen) = (scratch[1 << Window], scratch[(1 << Window) + 1]);
        scratch.Load(scratch[0], One);
        for (var entry = 1; entry < 1 << Window; entry++)
        {
            scratch.Load(scratch[entry], value);
            scratch.Multiply(scratch[entry], scratch[entry], scratch[entry - 1]);
        }
        scratch.Load(result, One);
        for (var at = exponent.Length * 8 - Window; at >= 0; at -= Window)
        {
            for (var square = 0; square < Window; square++)
                scratch.Square(result, result);
            var digit = Words.Bits(exponent, at, Window);
            new Span<ulong>((void*)chosen, Limbs).Clear();
            for (var entry = 0; entry < 1 << Window; entry++)
                Choose(chosen, scratch[entry], entry, digit);
            scratch.Multiply(result, result, chosen);
        }
        return scratch.Stored(result);
    }

    private void Choose(nint to, nint from, int entry, int digit)
    {
        unchecked
        {
            var differs = (ulong)(entry ^ digit);
            var mask = 0UL - (((differs - 1) & ~differs) >> 63);
            for (var limb = 0; limb < Limbs; limb++)
                ((ulong*)to)[limb] |= ((ulong*)from)[limb] & mask;
        }
    }

    private sealed class Numbers : Scratch
    {
        private readonly ManagedEngine _engine;
        private readonly byte* _memory;
        private readonly nuint _size;

        public Numbers(ManagedEngine engine, int cells)
            : base(engine, cells)
        {
            _engine = engine;
            _size = (nuint)cells * (nuint)engine.Limbs * sizeof(ulong);
            _memory = (byte*)NativeMemory.AllocZeroed(_size);
        }

        public override nint this[int cell] =>
            (uint)cell < (uint)Cells
                ? (nint)(_memory + (nint)cell * _engine.Limbs * sizeof(ulong))
                : throw new ArgumentOutOfRangeException(nameof(cell));

        public override void Multiply(nint to, nint left, nint right) =>
            _engine._montgomery.Multiply((ulong*)to, (ulong*)left, (ulong*)right);

        public override void Square(nint to, nint value) => Multiply(to, value, value);

        public override void Copy(nint to, nint from) =>
            new ReadOnlySpan<ulong>((void*)from, _engine.Limbs).CopyTo(
                new Span<ulong>((void*)to, _engine.Limbs)
            );

        public override void Load(nint to, ReadOnlySpan<ulong> element) =>
            element.CopyTo(new Span<ulong>((void*)to, _engine.Limbs));

        public override void Store(nint from, Span<ulong> element) =>
            new ReadOnlySpan<ulong>((void*)from, _engine.Limbs).CopyTo(element);

        // What was secret does not stay in memory that others are given.
        protected override void Free()
        {
            NativeMemory.Clear(_memory, _size);
            NativeMemory.Free(_memory);
        }
    }
}
