using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>Finds the content of a document by its digest; empty where the law does not need it.</summary>
public delegate string DocumentContent(Digest digest);

/// <summary>
/// How values of one type are written, read back, and what stands in for one that was erased. Built once per type
/// from its constructor, so that the records of the law carry no serialiser's marks.
/// </summary>
public abstract class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    /// <summary>Stands in for an erased value: empty text, zero, no items.</summary>
    public abstract object? Blank { get; }

    public abstract void Write(object? value, CanonicalWriter to);

    public abstract object? Read(JsonElement from, DocumentContent documents);

    public static Shape Of(Type type) => Known.GetOrAdd(type, Build);

    public static byte[] Canonical<T>(T value)
    {
        var writer = new CanonicalWriter();
        Of(typeof(T)).Write(value, writer);
        return writer.ToArray();
    }

    public static T Parse<T>(JsonElement from) => (T)Of(typeof(T)).Read(from, _ => "")!;

    private static Shape Build(Type type)
    {
        if (Scalars.All.TryGetValue(type, out var scalar))
            return scalar;
        if (type.IsEnum)
            return new EnumShape(type);
        if (type == typeof(Document))
            return new DocumentShape();
        if (Nullable.GetUnderlyingType(type) is { } inside)
            return new NullableShape(inside);
        if (type.IsGenericType && Collections.Of(type) is { } collection)
            return collection;
        if (type.IsAbstract)
            return new HierarchyShape(type);
        if (type.IsValueType && RecordShape.Constructor(type).GetParameters().Length == 1)
            return new PlainShape(type);
        return new RecordShape(type);
    }
}

/// <summary>The values that JSON writes as one token.</summary>
internal static class Scalars
{
    public static readonly ImmutableDictionary<Type, Shape> All = new Dictionary<Type, Shape>
    {
        [typeof(string)] = new ScalarShape<string>(
            "",
            (v, to) => to.Text(v),
            from => from.GetString()!
        ),
        [typeof(bool)] = new ScalarShape<bool>(
            blank: false,
            (v, to) => to.Raw(v ? "true"u8 : "false"u8),
            from => from.GetBoolean()
        ),
        [typeof(int)] = new ScalarShape<int>(0, (v, to) => to.Number(v), from => from.GetInt32()),
        [typeof(long)] = new ScalarShape<long>(0, (v, to) => to.Number(v), ReadLong),
        [typeof(BigInteger)] = new TextShape<BigInteger>(
            BigInteger.Zero,
            v => v.ToString(Invariant),
            text => BigInteger.Parse(text, Invariant)
        ),
        [typeof(CommandId)] = new TextShape<CommandId>(
            default,
            v => v.Value ?? "",
            CommandId.Recorded
        ),
        [typeof(Instant)] = new TextShape<Instant>(
            default,
            NodaTime.Text.InstantPattern.ExtendedIso.Format,
            text => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value
        ),
        [typeof(LocalDate)] = new TextShape<LocalDate>(
            default,
            NodaTime.Text.LocalDatePattern.Iso.Format,
            text => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value
        ),
        [typeof(LocalTime)] = new TextShape<LocalTime>(
            default,
            NodaTime.Text.LocalTimePattern.ExtendedIso.Format,
            text => NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(text).Value
        ),
        [typeof(LocalDateTime)] = new TextShape<LocalDateTime>(
            default,
            NodaTime.Text.LocalDateTimePattern.ExtendedIso.Format,
            text => NodaTime.Text.LocalDateTimePattern.ExtendedIso.Parse(text).Value
        ),
        [typeof(Period)] = new TextShape<Period>(
            Period.Zero,
            NodaTime.Text.PeriodPattern.Roundtrip.Format,
            text => NodaTime.Text.PeriodPattern.Roundtrip.Parse(text).Value
        ),
        [typeof(Duration)] = new TextShape<Duration>(
            default,
            NodaTime.Text.DurationPattern.Roundtrip.Format,
            text => NodaTime.Text.DurationPattern.Roundtrip.Parse(text).Value
        ),
    }.ToImmutableDictionary();

    private static System.Globalization.CultureInfo Invariant =>
        System.Globalization.CultureInfo.InvariantCulture;

    private static long ReadLong(JsonElement from) =>
        from.ValueKind == JsonValueKind.String
            ? long.Parse(from.GetString()!, Invariant)
            : from.GetInt64();
}

internal sealed class ScalarShape<T>(
    T blank,
    Action<T, CanonicalWriter> write,
    Func<JsonElement, T> read
) : Shape
{
    public override object? Blank { get; } = blank;

    // An id that was never given is default(struct) and holds a null text: it is the empty text.
    public override void Write(object? value, CanonicalWriter to) =>
        write((T)(value ?? Blank)!, to);

    public override object? Read(JsonElement from, DocumentContent documents) => read(from);
}

internal sealed class TextShape<T>(T blank, Func<T, string> write, Func<string, T> read) : Shape
{
    public override object? Blank { get; } = blank;

    public override void Write(object? value, CanonicalWriter to) =>
        to.Text(write((T)(value ?? Blank)!));

    public override object? Read(JsonElement from, DocumentContent documents) =>
        read(from.GetString() ?? throw new FormatException("a text was expected"));
}

internal sealed class EnumShape(Type type) : Shape
{
    public override object? Blank { get; } = Enum.ToObject(type, 0);

    public override void Write(object? value, CanonicalWriter to) => to.Text(value!.ToString()!);

    public override object? Read(JsonElement from, DocumentContent documents) =>
        Enum.Parse(type, from.GetString()!);
}

internal sealed class NullableShape(Type inside) : Shape
{
    public override object? Blank => null;

    public override void Write(object? value, CanonicalWriter to)
    {
        if (value is null)
            to.Raw("null"u8);
        else
            Of(inside).Write(value, to);
    }

    public override object? Read(JsonElement from, DocumentContent documents) =>
        from.ValueKind == JsonValueKind.Null ? null : Of(inside).Read(from, documents);
}

/// <summary>A document stands in JSON as its digest; whether its content is fetched is the reader's choice.</summary>
internal sealed class DocumentShape : Shape
{
    public override object? Blank { get; } = new Document(Digest.None, "");

    public override void Write(object? value, CanonicalWriter to)
    {
        var document = (Document)value!;
        to.Text(document.Digest.Hex);
        to.SetAside(document);
    }

    public override object? Read(JsonElement from, DocumentContent documents)
    {
        var digest = new Digest(from.GetString()!);
        return new Document(digest, documents(digest));
    }
}
