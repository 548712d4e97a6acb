namespace Plenum.Web.Import;

/// <summary>
/// A part of a packed workbook that ends where it becomes too long, or where one piece of its mark-up does: a reader of
/// XML holds each tag whole, and instructions and comments besides, whatever their length. No office program writes those.
/// </summary>
internal sealed class BoundedMarkup(Stream inner, long most) : Stream
{
    private const int LongestPiece = 64 * 1024;
    private const int Declaration = 16;

    private bool? _isMarkup;
    private byte _last;
    private int _piece;
    private long _seen;

    /// <summary>Bytes that were read.</summary>
    public long Read64 { get; private set; }

    public bool IsExceeded { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        var read = IsExceeded ? 0 : inner.Read(buffer);
        Read64 += read;
        foreach (var b in buffer[..read])
            Look(b);
        if (Read64 > most)
            IsExceeded = true;
        return IsExceeded ? 0 : read;
    }

    private void Look(byte b)
    {
        // The other half of a letter in UTF-16, or the mark at the beginning of a text.
        if (b == 0 || _isMarkup is null && b is (0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
            return;
        if (_isMarkup is null && b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            _isMarkup = b == '<';
        if (_isMarkup != true)
            return;
        var isHidden = _last == '<' && (b == '!' || b == '?' && _seen > Declaration);
        _seen++;
        _piece = b == '<' ? 0 : _piece + 1;
        _last = b;
        IsExceeded |= isHidden || _piece > LongestPiece;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();
}
