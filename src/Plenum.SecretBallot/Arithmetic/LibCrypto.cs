using System.Runtime.InteropServices;

namespace Plenum.SecretBallot.Arithmetic;

/// <summary>The whole numbers of OpenSSL's libcrypto, when this machine has it.</summary>
internal sealed unsafe class LibCrypto
{
    private static readonly string[] Names =
    [
        "libcrypto.so.3",
        "libcrypto.so.1.1",
        "libcrypto.3.dylib",
        "libcrypto-3-x64.dll",
    ];

    private LibCrypto(nint library)
    {
        New = (delegate* unmanaged<nint>)Export(library, "BN_new");
        ClearFree = (delegate* unmanaged<nint, void>)Export(library, "BN_clear_free");
        FromBytes = (delegate* unmanaged<byte*, int, nint, nint>)Export(library, "BN_lebin2bn");
        ToBytes = (delegate* unmanaged<nint, byte*, int, int>)Export(library, "BN_bn2lebinpad");
        Copy = (delegate* unmanaged[SuppressGCTransition]<nint, nint, nint>)Export(
            library,
            "BN_copy"
        );
        ContextNew = (delegate* unmanaged<nint>)Export(library, "BN_CTX_new");
        ContextFree = (delegate* unmanaged<nint, void>)Export(library, "BN_CTX_free");
        MontgomeryNew = (delegate* unmanaged<nint>)Export(library, "BN_MONT_CTX_new");
        MontgomerySet = (delegate* unmanaged<nint, nint, nint, int>)Export(
            library,
            "BN_MONT_CTX_set"
        );
        Multiply = (delegate* unmanaged[SuppressGCTransition]<
            nint,
            nint,
            nint,
            nint,
            nint,
            int>)Export(library, "BN_mod_mul_montgomery");
        PowerSecret = (delegate* unmanaged<nint, nint, nint, nint, nint, nint, int>)Export(
            library,
            "BN_mod_exp_mont_consttime"
        );
        Kronecker = (delegate* unmanaged<nint, nint, nint, int>)Export(library, "BN_kronecker");
    }

    /// <summary>Null where no libcrypto with these functions is found.</summary>
    public static LibCrypto? Loaded { get; } = Find();

    public readonly delegate* unmanaged<nint> New;
    public readonly delegate* unmanaged<nint, void> ClearFree;
    public readonly delegate* unmanaged<byte*, int, nint, nint> FromBytes;
    public readonly delegate* unmanaged<nint, byte*, int, int> ToBytes;
    public readonly delegate* unmanaged[SuppressGCTransition]<nint, nint, nint> Copy;
    public readonly delegate* unmanaged<nint> ContextNew;
    public readonly delegate* unmanaged<nint, void> ContextFree;
    public readonly delegate* unmanaged<nint> MontgomeryNew;
    public readonly delegate* unmanaged<nint, nint, nint, int> MontgomerySet;

    // A call of a microsecond: the collector can wait for it.
    public readonly delegate* unmanaged[SuppressGCTransition]<
        nint,
        nint,
        nint,
        nint,
        nint,
        int> Multiply;
    public readonly delegate* unmanaged<nint, nint, nint, nint, nint, nint, int> PowerSecret;
    public readonly delegate* unmanaged<nint, nint, nint, int> Kronecker;

    public void Load(nint number, ReadOnlySpan<byte> littleEndian)
    {
        fixed (byte* bytes = littleEndian)
            if (FromBytes(bytes, littleEndian.Length, number) == 0)
                throw Exhausted();
    }

    public void Store(nint number, Span<byte> littleEndian)
    {
        fixed (byte* bytes = littleEndian)
            if (ToBytes(number, bytes, littleEndian.Length) < 0)
                throw new InvalidOperationException("A number is longer than its cell.");
    }

    public nint Number(ReadOnlySpan<byte> littleEndian)
    {
        var number = Checked(New());
        Load(number, littleEndian);
        return number;
    }

    public static nint Checked(nint handle) => handle == 0 ? throw Exhausted() : handle;

    public static InvalidOperationException Exhausted() => new("libcrypto has no memory left.");

    private static LibCrypto? Find()
    {
        foreach (var name in Names)
            if (NativeLibrary.TryLoad(name, out var library))
            {
                try
                {
                    return new LibCrypto(library);
                }
                catch (EntryPointNotFoundException)
                {
                    // A library too old for us: another of the names may be newer.
                    NativeLibrary.Free(library);
                }
            }
        return null;
    }

    private static nint Export(nint library, string name) =>
        NativeLibrary.TryGetExport(library, name, out var address)
            ? address
            : throw new EntryPointNotFoundException(name);
}
