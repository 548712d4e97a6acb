using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.SecretBallot.Text;

/// <summary>
/// Reads JSON in exactly one form: no blank outside texts, no field twice, nothing escaped that need not be, nothing
/// after the end. What passes would be written again byte for byte.
/// </summary>
internal sealed partial class JsonReader
{
    private const int Deepest = 24;

    private readonly byte[] _bytes;
    private readonly string _place;
    private int _at;

    private JsonReader(byte[] bytes, string place) => (_bytes, _place) = (bytes, place);

    public static Json Read(byte[] bytes, string place)
    {
        var reader = new JsonReader(bytes, place);
        var value = reader.Value(0);
        return reader._at == bytes.Length
            ? value
            : throw reader.Malformed("nothing after the end of the value");
    }

    private Json Value(int depth)
    {
        if (depth > Deepest)
            throw Malformed($"at most {Deepest} levels");
        switch (Next())
        {
            case '{':
                return Map(depth);
            case '[':
                return List(depth);
            case '"':
                return new Json.Word(Word());
            case 't':
                Literal("true");
                return new Json.Truth(true);
            case 'f':
                Literal("false");
                return new Json.Truth(false);
            case 'n':
                Literal("null");
                return new Json.Nothing();
            default:
                return new Json.Number(Number());
        }
    }

    private Json.Map Map(int depth)
    {
        _at++;
        var fields = ImmutableArray.CreateBuilder<KeyValuePair<string, Json>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (Next() != '}')
        {
            if (fields.Count > 0)
                Literal(",");
            var start = _at;
            var name = Next() == '"' ? Word() : throw Malformed("the name of a field");
            if (!seen.Add(name))
            {
                _at = start;
                throw new RejectedException(
                    "json.repeated",
                    Where(),
                    $"The field '{Shown(name)}' stands there twice."
                );
            }
            Literal(":");
            fields.Add(new(name, Value(depth + 1)));
        }
        _at++;
        return new(fields.ToImmutable());
    }

    private Json.List List(int depth)
    {
        _at++;
        var items = ImmutableArray.CreateBuilder<Json>();
        while (Next() != ']')
        {
            if (items.Count > 0)
                Literal(",");
            items.Add(Value(depth + 1));
        }
        _at++;
        return new(items.ToImmutable());
    }

    private string Number()
    {
        var start = _at;
        if (Peek() == '-')
            _at++;
        Digits("a value");
        var whole = _bytes[start] == '-' ? start + 1 : start;
        if (_bytes[whole] == '0' && _at - whole > 1)
        {
            _at = start;
            throw Malformed("a number without a leading nought");
        }
        if (Peek() == '.')
        {
            _at++;
            Digits("digits after the point");
        }
        if (Peek() is 'e' or 'E')
        {
            _at++;
            if (Peek() is '+' or '-')
                _at++;
            Digits("digits of an exponent");
        }
        return Encoding.ASCII.GetString(_bytes, start, _at - start);
    }

    private void Digits(string expected)
    {
        var start = _at;
        while (Peek() is >= '0' and <= '9')
            _at++;
        if (_at == start)
            throw Malformed(expected);
    }

    private void Literal(string expected)
    {
        foreach (var character in expected)
        {
            if (Peek() != character)
                throw Malformed($"'{expected}'");
            _at++;
        }
    }

    private int Peek() => _at < _bytes.Length ? _bytes[_at] : -1;

    private int Next() =>
        _at < _bytes.Length ? _bytes[_at] : throw Malformed("more: it ends in the middle");

    private string Where() => string.Create(CultureInfo.InvariantCulture, $"{_place}, byte {_at}");

    private RejectedException Malformed(string expected)
    {
        var found =
            _at >= _bytes.Length ? "the end"
            : _bytes[_at] is > 0x20 and < 0x7f ? $"'{(char)_bytes[_at]}'"
            : $"byte {_bytes[_at].ToString("x2", CultureInfo.InvariantCulture)}";
        return new("json.form", Where(), $"Found {found}, expected {expected}.");
    }

    private static string Shown(string name) => name.Length > 40 ? name[..40] + "..." : name;
}
