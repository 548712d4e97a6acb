using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Plenum.Web.Guard;

/// <summary>
/// Numbers in the query of an address are counts and places of lists. Anybody may type one, and one that no list has is
/// answered as what it is, a mistake of whoever typed it.
/// </summary>
public static class QueryNumbers
{
    /// <summary>More than anything here counts, and far enough from the end of the numbers to be reckoned with.</summary>
    public const long Most = 1_000_000_000;

    /// <summary>What the query of any page may hold besides words, by name.</summary>
    public static FrozenDictionary<string, Type> All { get; } =
        typeof(QueryNumbers)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ComponentBase)))
            .SelectMany(type => type.GetProperties())
            .Select(property =>
                (
                    Name: property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
                        is { } given
                        ? given.Name ?? property.Name
                        : "",
                    property.PropertyType
                )
            )
            .Where(known => known.Name.Length > 0 && known.PropertyType.IsPrimitive)
            .DistinctBy(known => known.Name, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(
                known => known.Name,
                known => known.PropertyType,
                StringComparer.OrdinalIgnoreCase
            );

    internal static IApplicationBuilder UseQueryNumbers(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.Query.All(IsReadable))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }
        );

    private static bool IsReadable(
        KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues> given
    ) =>
        !All.TryGetValue(given.Key, out var type)
        || given.Value is [{ } text]
            && (
                type == typeof(bool)
                    ? bool.TryParse(text, out _)
                    : long.TryParse(
                        text,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                        && number <= Most
            );
}
