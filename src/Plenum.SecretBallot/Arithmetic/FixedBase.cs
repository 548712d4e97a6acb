using System.Numerics;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>
/// All powers of one base that the digits of an exponent can name, so that a power is one multiplication a digit.
/// In variable time.
/// </summary>
internal sealed class FixedBase
{
    private readonly Engine _engine;
    private readonly Scratch _table;
    private readonly int _window;
    private readonly int _rows;

    public FixedBase(Engine engine, ulong[] value, int bits, int window)
    {
        (_engine, _window) = (engine, window);
        _rows = (bits + window - 1) / window;
        var count = (1 << window) - 1;
        // Never given back to the engine: it lives as long as the table, and the collector frees it.
        _table = engine.Rent(Math.Max(_rows * count + 1, 200));
        var next = _table[_rows * count];
        _table.Load(next, value);
        for (var row = 0; row < _rows; row++)
        {
            _table.Copy(_table[row * count], next);
            for (var digit = 1; digit < count; digit++)
                _table.Multiply(_table[row * count + digit], _table[row * count + digit - 1], next);
            _table.Multiply(next, _table[row * count + count - 1], next);
        }
    }

    public ulong[] Power(BigInteger exponent)
    {
        using var scratch = _engine.Rent(1);
        scratch.Load(scratch[0], _engine.One);
        Multiply(scratch, scratch[0], exponent);
        return scratch.Stored(scratch[0]);
    }

    /// <summary>Multiplies what a cell holds by the power.</summary>
    public void Multiply(Scratch scratch, nint to, BigInteger exponent)
    {
        var bytes = exponent.ToByteArray(isUnsigned: true);
        if (exponent.GetBitLength() > _rows * _window)
            throw new ArgumentOutOfRangeException(nameof(exponent));
        var count = (1 << _window) - 1;
        for (var row = 0; row < _rows; row++)
            if (Words.Bits(bytes, row * _window, _window) is > 0 and var digit)
                scratch.Multiply(to, to, _table[row * count + digit - 1]);
    }
}
