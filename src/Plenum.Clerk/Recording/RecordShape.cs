using System.Reflection;
using System.Text;
using System.Text.Json;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>One constructor parameter or settable property of a record.</summary>
internal sealed class Part
{
    private readonly ParameterInfo? _parameter;
    private readonly PropertyInfo _property;
    private readonly MethodInvoker _get;
    private readonly Lazy<Shape> _shape;

    public Part(PropertyInfo property, ParameterInfo? parameter)
    {
        _parameter = parameter;
        _property = property;
        Name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Key = Encoding.UTF8.GetBytes($"\"{Name}\":");
        IsLoaded = Is<LoadedAttribute>();
        _get = MethodInvoker.Create(property.GetMethod!);
        // Types may contain themselves (a quantity of quantities), so a part's shape is found when first needed.
        _shape = new Lazy<Shape>(() => Shape.Of(property.PropertyType));
    }

    public string Name { get; }
    public byte[] Key { get; }
    public Type Type => _property.PropertyType;
    public Shape Shape => _shape.Value;

    /// <summary>Whether the law needs the text of this document, not only its digest.</summary>
    private bool IsLoaded { get; }

    public object? Of(object record) => _get.Invoke(record);

    public object? Read(JsonElement from, DocumentContent documents) =>
        Shape.Read(from, IsLoaded || Type != typeof(Document) ? documents : Unread);

    private static string Unread(Digest digest) => "";

    public bool Is<TAttribute>()
        where TAttribute : Attribute =>
        _parameter?.IsDefined(typeof(TAttribute)) == true
        || _property.IsDefined(typeof(TAttribute));
}

/// <summary>A record written as an object of its constructor's parameters and settable properties, keys sorted.</summary>
internal sealed class RecordShape : Shape
{
    private readonly ConstructorInvoker _construct;
    private readonly MethodInvoker[] _set;
    private readonly int _parameters;
    private readonly string _name;

    public RecordShape(Type type)
    {
        _name = type.Name;
        var constructor = Constructor(type);
        _construct = ConstructorInvoker.Create(constructor);
        var parameters = constructor.GetParameters();
        var taken = Array.ConvertAll(parameters, parameter => Find(type, parameter)!);
        var settable = Properties(type)
            .Where(p => p.SetMethod is { IsPublic: true } && !taken.Contains(p))
            .ToArray();
        _parameters = parameters.Length;
        _set = Array.ConvertAll(settable, property => MethodInvoker.Create(property.SetMethod!));
        InOrder =
        [
            .. parameters.Select((parameter, i) => new Part(taken[i], parameter)),
            .. settable.Select(property => new Part(property, null)),
        ];
        Sorted = [.. InOrder.OrderBy(part => part.Name, StringComparer.Ordinal)];
    }

    /// <summary>The parts as the constructor takes them, then those set afterwards.</summary>
    public Part[] InOrder { get; }

    /// <summary>The parts as RFC 8785 writes them.</summary>
    public Part[] Sorted { get; }

    public override object? Blank => Construct(Array.ConvertAll(InOrder, p => p.Shape.Blank));

    public object Construct(object?[] values)
    {
        var record = _construct.Invoke(values.AsSpan(0, _parameters))!;
        for (var i = 0; i < _set.Length; i++)
            _set[i].Invoke(record, values[_parameters + i]);
        return record;
    }

    public override void Write(object? value, CanonicalWriter to)
    {
        if (value is null)
        {
            to.Raw("null"u8);
            return;
        }
        to.Raw("{"u8);
        var first = true;
        foreach (var part in Sorted)
        {
            if (!first)
                to.Raw(","u8);
            first = false;
            to.Raw(part.Key);
            part.Shape.Write(part.Of(value), to);
        }
        to.Raw("}"u8);
    }

    public override object? Read(JsonElement from, DocumentContent documents) =>
        from.ValueKind == JsonValueKind.Null
            ? null
            : Construct(
                Array.ConvertAll(
                    InOrder,
                    part =>
                        from.TryGetProperty(part.Name, out var value)
                            ? part.Read(value, documents)
                            : throw new FormatException($"{_name} lacks {part.Name}")
                )
            );

    /// <summary>The constructor whose every parameter is shown by a property: the primary one of a record.</summary>
    public static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(constructor =>
                !(constructor.GetParameters() is [var only] && only.ParameterType == type)
                && Array.TrueForAll(constructor.GetParameters(), p => Find(type, p) is not null)
            )
            .MaxBy(constructor => constructor.GetParameters().Length)
        ?? throw new NotSupportedException(
            $"{type} has no constructor whose parameters are all properties"
        );

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetIndexParameters().Length == 0);

    private static PropertyInfo? Find(Type type, ParameterInfo parameter) =>
        Properties(type)
            .FirstOrDefault(property =>
                property.PropertyType == parameter.ParameterType
                && string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
            );
}
