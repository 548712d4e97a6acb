using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Text;

/// <summary>Takes values apart that must have one shape: these fields in this order, and no other.</summary>
internal static class Shape
{
    /// <summary>The values of the named fields; a name that ends in a question mark may be absent.</summary>
    public static Json?[] Fields(Json value, string place, params ReadOnlySpan<string> names)
    {
        if (value is not Json.Map(var fields))
            throw Wrong(place, "an object", value);
        var found = new Json?[names.Length];
        var at = 0;
        for (var n = 0; n < names.Length; n++)
        {
            var optional = names[n].EndsWith('?');
            if (at < fields.Length && fields[at].Key == names[n].TrimEnd('?'))
                found[n] = fields[at++].Value;
            else if (!optional)
                throw new RejectedException(
                    "json.fields",
                    place,
                    at < fields.Length
                        ? $"Found the field '{Short(fields[at].Key)}' where '{names[n]}' belongs."
                        : $"The field '{names[n]}' is missing."
                );
        }
        return at == fields.Length
            ? found
            : throw new RejectedException(
                "json.fields",
                place,
                $"The field '{Short(fields[at].Key)}' does not belong here."
            );
    }

    /// <summary>As <see cref="Fields"/>, in any order: for what is hashed as it was stored.</summary>
    public static Json?[] AnyOrder(Json value, string place, params ReadOnlySpan<string> names)
    {
        if (value is not Json.Map(var fields))
            throw Wrong(place, "an object", value);
        var known = new List<string>();
        foreach (var name in names)
            known.Add(name);
        return Fields(
            new Json.Map([
                .. fields.OrderBy(f =>
                    known.FindIndex(k => k.TrimEnd('?') == f.Key) is >= 0 and var index
                        ? index
                        : int.MaxValue
                ),
            ]),
            place,
            names
        );
    }

    public static ImmutableArray<Json> Items(Json? value, string place) =>
        value is Json.List(var items) ? items : throw Wrong(place, "a list", value);

    public static ImmutableArray<Json> Items(Json? value, string place, int count) =>
        Items(value, place) is var items && items.Length == count
            ? items
            : throw new RejectedException(
                "json.length",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Found {items.Length} entries, expected {count}."
                )
            );

    public static string Word(Json? value, string place) =>
        value is Json.Word(var word) ? word : throw Wrong(place, "a text", value);

    public static string Hex(Json? value, string place) =>
        Word(value, place) is var word && Digest.IsHex(word)
            ? word
            : throw new RejectedException(
                "json.digest",
                place,
                "A digest has 64 hexadecimal digits in lower case."
            );

    public static bool Truth(Json? value, string place) =>
        value is Json.Truth(var truth) ? truth : throw Wrong(place, "true or false", value);

    public static int Small(Json? value, string place, int most) =>
        value is Json.Number(var digits)
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= most
            ? number
            : throw Wrong(
                place,
                string.Create(CultureInfo.InvariantCulture, $"a whole number from 0 to {most}"),
                value
            );

    public static Element Element(Group group, Json? value, string place) =>
        group.Parse(Word(value, place))
        ?? throw new RejectedException(
            "number.form",
            place,
            $"This is no element of {group.Name} as it must be written."
        );

    /// <summary>An element that belongs to the subgroup of prime order.</summary>
    public static Element Member(Group group, Json? value, string place)
    {
        var element = Element(group, value, place);
        return group.Contains(element) ? element : throw Outside(group, place);
    }

    public static RejectedException Outside(Group group, string place) =>
        new("number.outside", place, $"This number does not belong to the group {group.Name}.");

    public static RejectedException Wrong(string place, string expected, Json? found) =>
        new(
            "json.kind",
            place,
            $"Found {found switch {
                null => "nothing",
                Json.Map => "an object",
                Json.List => "a list",
                Json.Word(var word) => $"the text '{Short(word)}'",
                Json.Number(var digits) => $"the number {Short(digits)}",
                Json.Truth => "true or false",
                Json.Nothing => "null",
            }}, expected {expected}."
        );

    private static string Short(string text) => text.Length > 40 ? text[..40] + "..." : text;
}
