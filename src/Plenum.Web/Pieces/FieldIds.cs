namespace Plenum.Web.Pieces;

/// <summary>
/// Every field of a page has an id of its own, also where two forms ask for the same: otherwise the label of the second
/// would name the first.
/// </summary>
public sealed class FieldIds
{
    private readonly Dictionary<string, int> _given = new(StringComparer.Ordinal);

    public string Of(string name)
    {
        var id = "f-" + name.Replace('[', '-').Replace(']', '-').Replace('.', '-');
        var before = _given.GetValueOrDefault(id);
        _given[id] = before + 1;
        return before == 0 ? id : FormattableString.Invariant($"{id}-{before + 1}");
    }
}
