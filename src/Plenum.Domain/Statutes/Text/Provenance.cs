namespace Plenum.Domain.Statutes;

/// <summary>
/// Where a value comes from, as the comment behind it says: practised somewhere, given by the charter, or chosen by
/// whoever wrote the template. A comment on a key holds for everything under it.
/// </summary>
public abstract record Provenance
{
    private Provenance() { }

    public sealed record Historical(string Source) : Provenance;

    public sealed record Charter(string Rule) : Provenance;

    public sealed record Editorial(string Reason) : Provenance;

    public sealed record Unmarked : Provenance;

    /// <summary>The nearest mark: on the value's own line, or on the key it stands under.</summary>
    public static Provenance Of(Draft draft, KeyPath path)
    {
        var lines = draft.Text.Split('\n');
        for (var at = path; at.Steps.Count > 0; at = at.Parent)
            if (
                Entry(draft, at) is > 0 and var line
                && Parse(Comment(lines[line - 1])) is var mark and not Unmarked
            )
                return mark;
        return new Unmarked();
    }

    private static int Entry(Draft draft, KeyPath path) =>
        draft
            .At(path.Parent)
            .Entries.Items.FirstOrDefault(e => !path.Last.IsItem && e.Key == path.Last.Name)
            ?.Spot.Line
        ?? draft.At(path).Spot.Line;

    private static Provenance Parse(string comment)
    {
        var (word, rest) = comment.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
            ? (comment[..colon].Trim(), comment[(colon + 1)..].Trim())
            : ("", "");
        return word switch
        {
            "historical" => new Historical(rest),
            "charter" => new Charter(rest),
            "default" => new Editorial(rest),
            _ => new Unmarked(),
        };
    }

    /// <summary>The text behind the first "#" that stands after a space and outside quotation marks.</summary>
    internal static string Comment(string line) =>
        CommentStart(line) is >= 0 and var at ? line[(at + 1)..].Trim() : "";

    internal static int CommentStart(string line)
    {
        var quote = '\0';
        var before = ':';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && ":[{,-".Contains(before, StringComparison.Ordinal))
                quote = c;
            else if (c == '#' && (i == 0 || line[i - 1] == ' '))
                return i;
            if (c != ' ')
                before = c;
        }
        return -1;
    }
}
