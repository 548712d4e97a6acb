using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Plenum.Cli.Demo;

/// <summary>
/// Bytes that are the same in every demonstration while its story is told, and random from then on: what people do in
/// it afterwards is as secret as anywhere.
/// </summary>
internal sealed class DrawnBeforehand
{
    private readonly Lock _turn = new();
    private bool _open;
    private long _drawn;

    public void Fill(Span<byte> bytes)
    {
        lock (_turn)
            if (_open)
                RandomNumberGenerator.Fill(bytes);
            else
                Next(bytes);
    }

    public void LetGo()
    {
        lock (_turn)
            _open = true;
    }

    private void Next(Span<byte> bytes)
    {
        Span<byte> seed = stackalloc byte[sizeof(long)];
        Span<byte> block = stackalloc byte[SHA256.HashSizeInBytes];
        while (!bytes.IsEmpty)
        {
            BinaryPrimitives.WriteInt64BigEndian(seed, _drawn++);
            SHA256.HashData(seed, block);
            var taken = Math.Min(bytes.Length, block.Length);
            block[..taken].CopyTo(bytes);
            bytes = bytes[taken..];
        }
    }
}
