using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>
/// The operation of one group on cells of native memory. What is built from it (powers, products, tables) is written
/// once and runs on every engine, so that two engines of one group can be held against each other.
/// </summary>
internal abstract class Engine
{
    private const int LargestKept = 160;

    private readonly ConcurrentBag<Scratch> _idle = [];

    /// <summary>Words of a stored element.</summary>
    public abstract int Limbs { get; }

    /// <summary>The neutral element, stored.</summary>
    public abstract ulong[] One { get; }

    protected abstract Scratch Create(int cells);

    /// <summary>The power of a base by a secret exponent, in time that depends on neither.</summary>
    public abstract ulong[] PowerSecret(ulong[] value, ReadOnlySpan<byte> exponent);

    /// <summary>Cells of one's own until they are given back; what they hold at first is anything.</summary>
    public Scratch Rent(int cells)
    {
        if (cells > LargestKept)
            return Create(cells);
        return _idle.TryTake(out var kept) ? kept : Create(LargestKept);
    }

    internal bool Keep(Scratch scratch)
    {
        if (scratch.Cells != LargestKept || _idle.Count >= 64)
            return false;
        _idle.Add(scratch);
        return true;
    }

    public ulong[] Multiply(ulong[] left, ulong[] right)
    {
        using var scratch = Rent(2);
        scratch.Load(scratch[0], left);
        scratch.Load(scratch[1], right);
        scratch.Multiply(scratch[0], scratch[0], scratch[1]);
        return scratch.Stored(scratch[0]);
    }
}

/// <summary>Cells in native memory, used by one thread at a time; others may read what no longer changes.</summary>
internal abstract class Scratch : SafeHandle
{
    private readonly Engine _engine;

    protected Scratch(Engine engine, int cells)
        : base(0, ownsHandle: true)
    {
        (_engine, Cells) = (engine, cells);
        SetHandle(1);
    }

    public int Cells { get; }

    public override bool IsInvalid => handle == 0;

    public abstract nint this[int cell] { get; }

    public abstract void Multiply(nint to, nint left, nint right);

    public abstract void Square(nint to, nint value);

    public abstract void Copy(nint to, nint from);

    public abstract void Load(nint to, ReadOnlySpan<ulong> element);

    public abstract void Store(nint from, Span<ulong> element);

    protected abstract void Free();

    public ulong[] Stored(nint from)
    {
        var element = new ulong[_engine.Limbs];
        Store(from, element);
        return element;
    }

    protected override bool ReleaseHandle()
    {
        Free();
        return true;
    }

    // Given back to the engine while it keeps few.
    protected override void Dispose(bool disposing)
    {
        if (!disposing || !_engine.Keep(this))
            base.Dispose(disposing);
    }
}
