using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plenum.Domain.Statutes;

namespace Plenum.Web.Statutes;

/// <summary>
/// What the rules would say after a change, sentence by sentence. Comparing two texts is work of seconds where they are
/// large, and a page of an amendment is read by many: what was compared once is remembered.
/// </summary>
public sealed class ToldChanges
{
    private const int MostRemembered = 200;

    private readonly ConcurrentDictionary<
        (string Before, string After, string Language),
        Lazy<ImmutableArray<string>>
    > _told = new();

    /// <summary>The sentences that change; none where the text holds more than is looked at.</summary>
    public ImmutableArray<string> Of(Draft before, string text, string language)
    {
        if (_told.Count >= MostRemembered)
            _told.Clear();
        return _told
            .GetOrAdd(
                (before.Digest.Hex, Domain.Digest.Of(text).Hex, language),
                _ => new Lazy<ImmutableArray<string>>(() => Compared(before, text, language))
            )
            .Value;
    }

    private static ImmutableArray<string> Compared(Draft before, string text, string language) =>
        Draft.Parse(text) is { IsTooMuch: false } after
            ?
            [
                .. Changes
                    .Between(before, after)
                    .Items.Select(change => ChangeText.Of(change, before, after, language)),
            ]
            : [];
}
