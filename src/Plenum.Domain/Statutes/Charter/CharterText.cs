namespace Plenum.Domain.Statutes;

/// <summary>The charter itself: a numbered text that is adopted together with the statutes (C0).</summary>
public static class CharterText
{
    public const int Version = 1;

    public static string Text { get; } = Resource.Text("charter.1.md");

    public static Digest Digest { get; } = Digest.Of(Text);
}
