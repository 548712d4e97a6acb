using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NodaTime;
using NodaTime.Text;
using Plenum.Domain;

namespace Plenum.Web.Doors;

/// <summary>A field that cannot be read: where, what was found, what was expected.</summary>
public sealed record FieldError(string Field, string Found, string Expected);

/// <summary>What came in, as a command or as everything that is wrong with it.</summary>
public abstract record Bound
{
    private Bound() { }

    public sealed record Ready(Command Command) : Bound;

    public sealed record Wrong(ImmutableArray<FieldError> Errors) : Bound;
}

/// <summary>Makes a command of what came in; local times are read on the clock of the section.</summary>
public sealed class Binder(DateTimeZone zone)
{
    private static readonly LocalDateTimePattern Local =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    private readonly List<FieldError> _errors = [];

    public static Bound Bind(Verb verb, Fields fields, DateTimeZone zone)
    {
        var binder = new Binder(zone);
        var command = binder.Construct(verb.Command, "", fields);
        return binder._errors.Count > 0
            ? new Bound.Wrong([.. binder._errors])
            : new Bound.Ready((Command)command);
    }

    private object Construct(Type type, string prefix, Fields fields)
    {
        var constructor = type.GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First();
        var values = constructor
            .GetParameters()
            .Select(p => Value(p.ParameterType, prefix + p.Name, fields))
            .ToArray();
        return _errors.Count > 0 ? new object() : constructor.Invoke(values);
    }

    private object? Value(Type type, string name, Fields fields)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            return List(type.GetGenericArguments()[0], name, fields);
        var given = fields[name];
        if (type == typeof(bool))
            return given.Any(v => v is "true" or "on" or "1");
        return Scalar(type, name, given.Length > 0 ? given[^1] : "");
    }

    // A list of plain values is several fields of one name, lines, or values with commas between; one of records is indexed.
    private object? List(Type item, string name, Fields fields)
    {
        var values = new List<object?>();
        if (item == typeof(string))
            values.AddRange(
                fields[name]
                    .SelectMany(v => v.Split('\n'))
                    .Select(v => v.Trim())
                    .Where(v => v.Length > 0)
            );
        else if (IsScalar(item))
            values.AddRange(
                fields[name]
                    .SelectMany(v =>
                        v.Split(
                            ',',
                            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                        )
                    )
                    .Select(v => Scalar(item, name, v))
            );
        else
            for (
                var index = 0;
                fields.HasAnyUnder(FormattableString.Invariant($"{name}[{index}]."));
                index++
            )
                values.Add(
                    Construct(item, FormattableString.Invariant($"{name}[{index}]."), fields)
                );
        if (_errors.Count > 0)
            return null;
        var array = Array.CreateInstance(item, values.Count);
        for (var i = 0; i < values.Count; i++)
            array.SetValue(values[i], i);
        return typeof(EquatableArray)
            .GetMethod(
                nameof(EquatableArray.ToEquatable),
                BindingFlags.Static | BindingFlags.Public
            )!
            .MakeGenericMethod(item)
            .Invoke(null, [array]);
    }

    private static bool IsScalar(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(Instant)
        || type == typeof(LocalDate)
        || IdPart(type) is not null;

    // Ids are structs around one number or one text.
    private static ParameterInfo? IdPart(Type type) =>
        type.IsValueType
        && !type.IsPrimitive
        && !type.IsEnum
        && type.GetConstructors() is [var only]
        && only.GetParameters() is [var part]
        && (part.ParameterType == typeof(int) || part.ParameterType == typeof(string))
            ? part
            : null;

    private object? Scalar(Type type, string name, string text)
    {
        if (type == typeof(string))
            return text.ReplaceLineEndings("\n");
        if (type == typeof(int))
            return int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : Wrong(name, text, "number");
        if (type == typeof(Instant))
            return Moment(name, text);
        if (type == typeof(LocalDate))
            return LocalDatePattern.Iso.Parse(text) is { Success: true } day
                ? day.Value
                : Wrong(name, text, "2027-01-31");
        if (type.IsEnum)
            return
                Enum.TryParse(type, text, ignoreCase: true, out var word)
                && Enum.IsDefined(type, word!)
                ? word
                : Wrong(name, text, string.Join(" | ", Enum.GetNames(type)));
        if (IdPart(type) is not { } part)
            return Wrong(name, text, type.Name);
        // An absent number means none, as in "not a second meeting".
        var inner =
            part.ParameterType == typeof(int) && text.Length == 0
                ? 0
                : Scalar(part.ParameterType, name, text);
        return inner is null ? null : Activator.CreateInstance(type, inner);
    }

    private object? Moment(string name, string text)
    {
        if (Local.Parse(text) is { Success: true } local)
            return local.Value.InZoneLeniently(zone).ToInstant();
        return InstantPattern.ExtendedIso.Parse(text) is { Success: true } instant
            ? instant.Value
            : Wrong(name, text, "2027-01-31T18:00");
    }

    private object? Wrong(string field, string found, string expected)
    {
        _errors.Add(new FieldError(field, found.Length > 80 ? found[..80] : found, expected));
        return null;
    }
}
