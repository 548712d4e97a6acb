namespace Plenum.Domain.Statutes;

public static partial class StatuteLanguage
{
    /// <summary>Whether the program carries out what a text says at a path; otherwise its members see to it.</summary>
    public static bool IsCarriedOut(Draft draft, KeyPath path) => IsCarriedOut(path, draft.At);

    /// <summary>The same for one value at a key that stands in no text.</summary>
    internal static bool IsCarriedOut(KeyPath path, Node value) =>
        IsCarriedOut(path, at => at == path ? value : Node.Nothing);

    private static bool IsCarriedOut(KeyPath path, Func<KeyPath, Node> at)
    {
        if (Blocks.FirstOrDefault(b => b.Name == path.Steps[0].Name) is not { Runs: true } block)
            return false;
        var (kind, here, item) = (block.Kind, KeyPath.Root.Key(block.Name), KeyPath.Root);
        foreach (var step in path.Steps.Items.Skip(1))
        {
            here = step.IsItem ? here.Item(step.Name) : here.Key(step.Name);
            if (step.IsItem)
                (kind, item) = (((Kind.ListOf)kind).Item, here);
            else if (
                kind is Kind.Table table
                && table.Keys.Items.FirstOrDefault(k => k.Name == step.Name) is { } key
                && Does(key.Carried, at(here), at(item))
            )
                kind = key.Kind;
            else
                return false;
        }
        return true;
    }

    private static bool Does(Carried carried, Node value, Node item) =>
        carried switch
        {
            Carried.Always => true,
            Carried.Only only => only.Values.Items.Contains(value.Text, StringComparer.Ordinal),
            Carried.Except except => !except.Values.Items.Contains(
                value.Text,
                StringComparer.Ordinal
            ),
            Carried.On on => Words.Parse<BodyKind>(item["kind"].Text) == on.Kind,
            Carried.Never => false,
        };
}
