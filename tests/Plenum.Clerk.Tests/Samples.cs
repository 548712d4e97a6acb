using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

/// <summary>A value of any type that events are made of, the same in every run.</summary>
internal static class Samples
{
    public const string Text = "text";

    public static object Of(Type type)
    {
        if (type == typeof(string))
            return Text;
        if (type == typeof(int))
            return 7;
        if (type == typeof(bool))
            return true;
        if (type == typeof(Instant))
            return Instant.FromUtc(2027, 3, 18, 5, 30);
        if (type == typeof(LocalDate))
            return new LocalDate(2027, 3, 18);
        if (type == typeof(Period))
            return Period.FromDays(7);
        if (type == typeof(Document))
            return Document.Of(Text);
        if (type == typeof(Draw))
            return Draw.Nothing;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            return ListOf(type.GetGenericArguments()[0]);
        if (type.IsAbstract)
            return Of(type.GetNestedTypes().First(nested => nested.IsSubclassOf(type)));
        var constructor = type.GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First();
        return constructor.Invoke([
            .. constructor.GetParameters().Select(p => Of(p.ParameterType)),
        ]);
    }

    private static object ListOf(Type item)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(Of(item), 0);
        return typeof(EquatableArray)
            .GetMethod(nameof(EquatableArray.ToEquatable))!
            .MakeGenericMethod(item)
            .Invoke(null, [items])!;
    }
}
