using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Web.Doors;

/// <summary>
/// Texts as they were rendered, by the digest of what was written, so that a text costs once, however many open its
/// page. Two generations: when the newer is full it becomes the older, and what nobody asks for again goes with it.
/// </summary>
/// <param name="render">How a text becomes what is shown.</param>
/// <param name="most">How many characters are kept in all.</param>
public sealed class KeptProse(Func<string, string> render, int most)
{
    private ConcurrentDictionary<string, Lazy<string>> _newer = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Lazy<string>> _older = new(StringComparer.Ordinal);
    private int _inNewer;

    public string Of(string text)
    {
        var digest = Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(text)));
        if (_newer.TryGetValue(digest, out var known))
            return known.Value;
        // Whoever comes at the same time waits for the one rendering.
        var lazy = _older.TryGetValue(digest, out var older)
            ? older
            : new Lazy<string>(() => render(text));
        var kept = _newer.GetOrAdd(digest, lazy);
        if (ReferenceEquals(kept, lazy))
            Count(kept.Value.Length);
        return kept.Value;
    }

    private void Count(int length)
    {
        if (Interlocked.Add(ref _inNewer, length) <= most / 2)
            return;
        Interlocked.Exchange(ref _inNewer, 0);
        _older = Interlocked.Exchange(ref _newer, new(StringComparer.Ordinal));
    }
}
