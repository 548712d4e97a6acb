using System.Collections.Immutable;
using System.Reflection;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>
/// How an event stored under an old type is read today: the record it had then, and the pure function that makes
/// today's event of it.
/// </summary>
public sealed record Upcast(string Type, Type Shape, Func<object, Event> Lift);

/// <summary>Every event of the law under the name it is stored by.</summary>
public sealed class Catalogue
{
    private readonly ImmutableDictionary<string, Recorded> _byName;
    private readonly ImmutableDictionary<Type, Recorded> _byType;

    public Catalogue(IEnumerable<Type> events, IEnumerable<Upcast> upcasts)
    {
        var current = events.Select(type => new Recorded(
            Name(type),
            type,
            happened => (Event)happened
        ));
        var past = upcasts.Select(upcast => new Recorded(upcast.Type, upcast.Shape, upcast.Lift));
        _byType = current.ToImmutableDictionary(recorded => recorded.Type);
        _byName = _byType
            .Values.Concat(past)
            .ToImmutableDictionary(recorded => recorded.Name, StringComparer.Ordinal);
    }

    /// <summary>The events of today.</summary>
    public IEnumerable<Type> Events => _byType.Keys;

    public static Catalogue Of(params ReadOnlySpan<Assembly> assemblies)
    {
        var events = new List<Type>();
        foreach (var assembly in assemblies)
            events.AddRange(
                assembly
                    .GetTypes()
                    .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(Event)))
            );
        return new Catalogue(events, []);
    }

    /// <summary>The names under which events of this kind are stored, those of the past included.</summary>
    internal IEnumerable<string> NamesOf(Type type) =>
        _byName.Values.Where(recorded => recorded.Type == type).Select(recorded => recorded.Name);

    internal Recorded this[Type type] =>
        _byType.TryGetValue(type, out var recorded)
            ? recorded
            : throw new NotSupportedException($"{type} is not in the catalogue of events");

    internal Recorded this[string name] =>
        _byName.TryGetValue(name, out var recorded)
            ? recorded
            : throw new NotSupportedException($"nothing is known of events of type {name}");

    /// <summary>Whether some property of this event is sealed, and with it who brought the event about.</summary>
    public static bool HidesPeople(Type type) =>
        Hiding.GetOrAdd(
            type,
            asked => new RecordShape(asked).InOrder.Any(part => part.Is<SealedAttribute>())
        );

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, bool> Hiding =
        new();

    private static string Name(Type type) =>
        type.GetCustomAttribute<RecordedAttribute>()?.Type
        ?? throw new NotSupportedException($"{type} does not say under which name it is recorded");
}

/// <summary>The classes a property of an event may have.</summary>
internal enum Secrecy
{
    Members,
    Public,
    Sealed,
}

/// <summary>One event type with its parts sorted into classes.</summary>
internal sealed class Recorded
{
    private readonly RecordShape _shape;

    public Recorded(string name, Type type, Func<object, Event> lift)
    {
        Name = name;
        Type = type;
        Lift = lift;
        _shape = new RecordShape(type);
        Parts = [.. _shape.InOrder.Select((part, i) => new ClassedPart(part, ClassOf(part), i))];
        foreach (var secrecy in Enum.GetValues<Secrecy>())
            Of[secrecy] =
            [
                .. Parts
                    .Where(p => p.Secrecy == secrecy)
                    .OrderBy(p => p.Part.Name, StringComparer.Ordinal),
            ];
    }

    public string Name { get; }
    public Type Type { get; }
    public Func<object, Event> Lift { get; }
    public ImmutableArray<ClassedPart> Parts { get; }
    public Dictionary<Secrecy, ImmutableArray<ClassedPart>> Of { get; } = [];

    public Event Construct(object?[] values) => Lift(_shape.Construct(values));

    private Secrecy ClassOf(Part part)
    {
        Secrecy[] classes =
        [
            .. part.Is<PublicAttribute>() ? [Secrecy.Public] : (Secrecy[])[],
            .. part.Is<MembersAttribute>() ? [Secrecy.Members] : (Secrecy[])[],
            .. part.Is<SealedAttribute>() ? [Secrecy.Sealed] : (Secrecy[])[],
        ];
        return classes is [var only]
            ? only
            : throw new NotSupportedException(
                $"{Type}.{part.Name} has {classes.Length} classes; every property of an event has exactly one"
            );
    }
}

/// <summary>One property of an event, who may read it, and its place in the constructor.</summary>
internal sealed record ClassedPart(Part Part, Secrecy Secrecy, int Index);
