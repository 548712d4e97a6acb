using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>Lists as arrays; sets and maps, which only states hold, as arrays in the order of their keys.</summary>
internal static class Collections
{
    public static Shape? Of(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var arguments = type.GetGenericArguments();
        if (definition == typeof(EquatableArray<>))
            return (Shape)Activator.CreateInstance(typeof(ListShape<>).MakeGenericType(arguments))!;
        if (!typeof(IEnumerable).IsAssignableFrom(type))
            return null;
        var isMap = typeof(IDictionary).IsAssignableFrom(type);
        return new StateShape(
            isMap ? typeof(KeyValuePair<,>).MakeGenericType(arguments) : arguments[0],
            isSorted: definition != typeof(ImmutableDictionary<,>)
                && definition != typeof(ImmutableHashSet<>)
        );
    }
}

internal sealed class ListShape<T> : Shape
{
    private readonly Lazy<Shape> _item = new(() => Of(typeof(T)));

    public override object? Blank { get; } = new EquatableArray<T>([]);

    public override void Write(object? value, CanonicalWriter to)
    {
        to.Raw("["u8);
        var first = true;
        foreach (var item in (EquatableArray<T>)value!)
        {
            if (!first)
                to.Raw(","u8);
            first = false;
            _item.Value.Write(item, to);
        }
        to.Raw("]"u8);
    }

    public override object? Read(JsonElement from, DocumentContent documents)
    {
        var items = ImmutableArray.CreateBuilder<T>(from.GetArrayLength());
        foreach (var item in from.EnumerateArray())
            items.Add((T)_item.Value.Read(item, documents)!);
        return new EquatableArray<T>(items.MoveToImmutable());
    }
}

/// <summary>Collections of states, written so that two folds can be compared; they are never read back.</summary>
internal sealed class StateShape(Type item, bool isSorted) : Shape
{
    private readonly Lazy<Shape> _item = new(() => Of(item));

    public override object? Blank => throw Unreadable;

    private NotSupportedException Unreadable =>
        new($"a collection of {item} belongs in a state, not in an event");

    public override void Write(object? value, CanonicalWriter to)
    {
        var items = ((IEnumerable)value!).Cast<object>().Select(Single);
        if (!isSorted)
            items = items.OrderBy(Convert.ToHexString, StringComparer.Ordinal);
        to.Raw("["u8);
        var first = true;
        foreach (var bytes in items)
        {
            if (!first)
                to.Raw(","u8);
            first = false;
            to.Raw(bytes);
        }
        to.Raw("]"u8);
    }

    public override object? Read(JsonElement from, DocumentContent documents) => throw Unreadable;

    private byte[] Single(object single)
    {
        var writer = new CanonicalWriter();
        _item.Value.Write(single, writer);
        return writer.ToArray();
    }
}
