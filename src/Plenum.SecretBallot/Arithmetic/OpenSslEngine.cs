using System.Numerics;
using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Multiplication modulo an odd number by OpenSSL, on numbers in Montgomery's form.</summary>
internal sealed unsafe class OpenSslEngine : Engine
{
    private readonly LibCrypto _crypto;
    private readonly nint _modulus;
    private readonly nint _montgomery;
    private readonly ulong[] _squared;

    public OpenSslEngine(LibCrypto crypto, BigInteger modulus)
    {
        _crypto = crypto;
        Limbs = Words.Length(modulus);
        One = Words.Of((BigInteger.One << (64 * Limbs)) % modulus, Limbs);
        _squared = Words.Of((BigInteger.One << (128 * Limbs)) % modulus, Limbs);
        // For as long as the process lives, like the group they belong to.
        _modulus = crypto.Number(modulus.ToByteArray(isUnsigned: true));
        _montgomery = LibCrypto.Checked(crypto.MontgomeryNew());
        var context = LibCrypto.Checked(crypto.ContextNew());
        if (crypto.MontgomerySet(_montgomery, _modulus, context) != 1)
            throw new InvalidOperationException("The modulus is not odd.");
        crypto.ContextFree(context);
    }

    public override int Limbs { get; }

    public override ulong[] One { get; }

    protected override Scratch Create(int cells) => new Numbers(this, cells);

    /// <summary>The symbol of Jacobi of a number that is not in Montgomery's form.</summary>
    public int Jacobi(ReadOnlySpan<ulong> value)
    {
        var context = LibCrypto.Checked(_crypto.ContextNew());
        var number = _crypto.Number(MemoryMarshal.AsBytes(value));
        try
        {
            return _crypto.Kronecker(number, _modulus, context);
        }
        finally
        {
            _crypto.ClearFree(number);
            _crypto.ContextFree(context);
        }
    }

    public override ulong[] PowerSecret(ulong[] value, ReadOnlySpan<byte> exponent)
    {
        using var scratch = (Numbers)Rent(3);
        var secret = _crypto.Number(exponent);
        try
        {
            scratch.Load(scratch[0], value);
            scratch.Load(scratch[1], Words.Of(BigInteger.One, Limbs));
            scratch.Multiply(scratch[0], scratch[0], scratch[1]);
            if (
                _crypto.PowerSecret(
                    scratch[2],
                    scratch[0],
                    secret,
                    _modulus,
                    scratch.Context,
                    _montgomery
                ) != 1
            )
                throw LibCrypto.Exhausted();
            // Back into Montgomery's form: by the square of its factor.
            scratch.Load(scratch[1], _squared);
            scratch.Multiply(scratch[2], scratch[2], scratch[1]);
            return scratch.Stored(scratch[2]);
        }
        finally
        {
            _crypto.ClearFree(secret);
        }
    }

    private sealed class Numbers : Scratch
    {
        private readonly OpenSslEngine _engine;
        private readonly LibCrypto _crypto;
        private readonly nint[] _numbers;

        public Numbers(OpenSslEngine engine, int cells)
            : base(engine, cells)
        {
            (_engine, _crypto) = (engine, engine._crypto);
            Context = LibCrypto.Checked(_crypto.ContextNew());
            _numbers = new nint[cells];
            for (var cell = 0; cell < cells; cell++)
                _numbers[cell] = LibCrypto.Checked(_crypto.New());
        }

        public nint Context { get; }

        public override nint this[int cell] => _numbers[cell];

        public override void Multiply(nint to, nint left, nint right)
        {
            if (_crypto.Multiply(to, left, right, _engine._montgomery, Context) != 1)
                throw LibCrypto.Exhausted();
        }

        public override void Square(nint to, nint value) => Multiply(to, value, value);

        public override void Copy(nint to, nint from) => LibCrypto.Checked(_crypto.Copy(to, from));

        public override void Load(nint to, ReadOnlySpan<ulong> element) =>
            _crypto.Load(to, MemoryMarshal.AsBytes(element));

        public override void Store(nint from, Span<ulong> element) =>
            _crypto.Store(from, MemoryMarshal.AsBytes(element));

        protected override void Free()
        {
            foreach (var number in _numbers ?? [])
                if (number != 0)
                    _crypto.ClearFree(number);
            if (Context != 0)
                _crypto.ContextFree(Context);
        }
    }
}
