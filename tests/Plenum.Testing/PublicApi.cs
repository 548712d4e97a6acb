using System.Reflection;
using System.Text;

namespace Plenum.Testing;

/// <summary>Prints what a library shows to others, one line a member, in a stable order.</summary>
public static class PublicApi
{
    private const BindingFlags Shown =
        BindingFlags.Public
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    public static string Print(Assembly library)
    {
        var text = new StringBuilder();
        foreach (
            var type in library
                .GetExportedTypes()
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
        )
        {
            text.Append(Kind(type))
                .Append(' ')
                .Append(type.FullName!.Replace('+', '.'))
                .Append(Above(type))
                .Append('\n');
            var members = type.GetMembers(Shown)
                .Select(Line)
                .Where(line => line.Length > 0)
                .Distinct(StringComparer.Ordinal);
            foreach (var line in members.Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    private static readonly NullabilityInfoContext Nullability = new();

    // What may be null is a promise too.
    private static string Null(NullabilityState state) =>
        state == NullabilityState.Nullable ? "?" : "";

    // What every record has is no news.
    private static readonly HashSet<string> OfEveryRecord = new(StringComparer.Ordinal)
    {
        "Equals",
        "GetHashCode",
        "ToString",
        "op_Equality",
        "op_Inequality",
    };

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.IsAbstract ? "abstract class"
        : "class";

    // What a type is besides: its own family, and what it can be compared or counted as.
    private static string Above(Type type)
    {
        var above = type.GetInterfaces()
            .Where(i => i.IsGenericType && !type.IsEnum)
            .Select(Name)
            .Where(name => name.StartsWith("IComparable", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return string.Concat(
            (
                type.BaseType is { } parent && parent.Assembly == type.Assembly
                    ? [Name(parent)]
                    : Array.Empty<string>()
            )
                .Concat(above)
                .Select(name => " : " + name)
        );
    }

    // Accessors are said by their properties; what records generate under odd names is no promise.
    private static string Line(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            PropertyInfo property =>
                $"{Static(property.GetMethod)}{property.Name}{Indexed(property)}: {Name(property.PropertyType)}{Null(Nullability.Create(property).ReadState)}{(property.SetMethod?.IsPublic == true ? " { get; init; }" : "")}",
            FieldInfo { IsSpecialName: false } field => field.IsLiteral
                ? $"const {field.Name}: {Name(field.FieldType)} = {field.GetRawConstantValue()}"
                : $"{field.Name}: {Name(field.FieldType)}",
            MethodInfo method
                when (
                    !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)
                )
                    && !method.Name.Contains('<', StringComparison.Ordinal)
                    && !OfEveryRecord.Contains(method.Name) =>
                $"{Static(method)}{method.Name}({Parameters(method)}): {Name(method.ReturnType)}{Null(Nullability.Create(method.ReturnParameter).ReadState)}",
            _ => "",
        };

    private static string Indexed(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 }
            ? $"[{Parameters(property.GetMethod!)}]"
            : "";

    private static string Static(MethodInfo? method) => method?.IsStatic == true ? "static " : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)}{Null(Nullability.Create(parameter).WriteState)} {parameter.Name}{(parameter.IsOptional ? " = " + Default(parameter) : "")}"
                )
        );

    private static string Default(ParameterInfo parameter) =>
        parameter.HasDefaultValue && parameter.DefaultValue is { } value
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{(value is string ? $"\"{value}\"" : value)}"
            )
            : "default";

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value);
        if (!type.IsGenericType)
            return type.IsArray ? Name(type.GetElementType()!) + "[]"
                : type is { IsNested: true, IsGenericParameter: false }
                    ? $"{Name(type.DeclaringType!)}.{type.Name}"
                : type.Name;
        var name = type.Name[
            ..(
                type.Name.IndexOf('`', StringComparison.Ordinal) is var at and > 0
                    ? at
                    : type.Name.Length
            )
        ];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
