using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Plenum.Clerk.Recording;

/// <summary>An id: a record struct around one value is written as that value alone.</summary>
internal sealed class PlainShape(Type type) : Shape
{
    private readonly RecordShape _record = new(type);

    public override object? Blank => _record.Blank;

    public override void Write(object? value, CanonicalWriter to) =>
        _record.InOrder[0].Shape.Write(_record.InOrder[0].Of(value!), to);

    public override object? Read(JsonElement from, DocumentContent documents) =>
        _record.Construct([_record.InOrder[0].Shape.Read(from, documents)]);
}

/// <summary>A closed hierarchy: the case's own object with its name under <c>kind</c>.</summary>
internal sealed class HierarchyShape : Shape
{
    private const string Kind = "kind";

    private readonly Type _type;
    private readonly Dictionary<Type, (byte[] Head, RecordShape Shape)> _byType = [];
    private readonly Dictionary<string, RecordShape> _byName = new(StringComparer.Ordinal);

    public HierarchyShape(Type type)
    {
        _type = type;
        foreach (var leaf in Cases(type))
        {
            var shape = new RecordShape(leaf);
            if (Array.Exists(shape.InOrder, part => part.Name == Kind))
                throw new NotSupportedException($"{leaf} has a property of its own named kind");
            _byType[leaf] = (Encoding.UTF8.GetBytes($"\"{Kind}\":\"{leaf.Name}\""), shape);
            _byName[leaf.Name] = shape;
        }
        if (_byName.Count == 0)
            throw new NotSupportedException($"{type} is open: its cases are not nested in it");
    }

    /// <summary>The first case that does not contain the hierarchy itself.</summary>
    public override object? Blank =>
        _byType
            .Values.First(c => Array.TrueForAll(c.Shape.InOrder, part => part.Type != _type))
            .Shape.Blank;

    public override void Write(object? value, CanonicalWriter to)
    {
        if (value is null)
        {
            to.Raw("null"u8);
            return;
        }
        var (head, shape) = _byType[value.GetType()];
        var written = false;
        to.Raw("{"u8);
        for (var i = 0; i < shape.Sorted.Length; i++)
        {
            var part = shape.Sorted[i];
            if (!written && string.CompareOrdinal(part.Name, Kind) > 0)
            {
                to.Raw(head);
                to.Raw(","u8);
                written = true;
            }
            to.Raw(part.Key);
            part.Shape.Write(part.Of(value), to);
            if (i < shape.Sorted.Length - 1 || !written)
                to.Raw(","u8);
        }
        if (!written)
            to.Raw(head);
        to.Raw("}"u8);
    }

    public override object? Read(JsonElement from, DocumentContent documents)
    {
        if (from.ValueKind == JsonValueKind.Null)
            return null;
        var name = from.GetProperty(Kind).GetString()!;
        return _byName.TryGetValue(name, out var shape)
            ? shape.Read(from, documents)
            : throw new FormatException($"{_type.Name} has no case {name}");
    }

    private static IEnumerable<Type> Cases(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
            .Where(nested => nested.BaseType == type)
            .OrderBy(nested => nested.MetadataToken)
            .SelectMany(nested => nested.IsAbstract ? Cases(nested) : [nested]);
}
