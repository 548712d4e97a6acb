using System.Collections.Immutable;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Statutes;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;

namespace Plenum.Web.Doors;

/// <summary>How a reason of the law is said to people and to programs.</summary>
public static class Reasons
{
    /// <summary>The one place where kinds of no become a status of HTTP.</summary>
    public static int StatusOf(ReasonKind kind) =>
        kind switch
        {
            ReasonKind.NotYou => StatusCodes.Status403Forbidden,
            ReasonKind.NoSuchThing => StatusCodes.Status404NotFound,
            ReasonKind.NotNow => StatusCodes.Status409Conflict,
            ReasonKind.NotThis => StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>The figures of a reason by name: its own properties, ids as plain numbers.</summary>
    public static ImmutableDictionary<string, object> DataOf(Reason reason) =>
        reason
            .GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.Name != "EqualityContract")
            .ToImmutableDictionary(
                p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..],
                p => Plain(p.GetValue(reason)),
                StringComparer.Ordinal
            );

    public static RefusalView View(Reason reason, Here here)
    {
        var s = here.S;
        var data = DataOf(reason);
        var rules = ImmutableArray.CreateBuilder<Reference>();
        if (reason.Article.Value is { Length: > 0 })
            rules.Add(here.Article(reason.Article));
        if (reason.Charter.Length > 0)
            rules.Add(
                new Reference(
                    s["article.charter-rule", ("rule", reason.Charter)],
                    "/about/charter#" + reason.Charter
                )
            );
        return new RefusalView(
            s["refusal.what"],
            Say(s, reason.Code, data),
            rules.ToImmutable(),
            s.Remedy(reason.Code, data)
        );
    }

    public static string Say(Sentences s, string code, IReadOnlyDictionary<string, object> data) =>
        s.Reason(code, data);

    private static object Plain(object? value) =>
        value switch
        {
            null => "",
            SubjectId id => CompetencesRule.Listed(id) is { } listed ? listed : id.Value,
            MatterNo id => id.Value,
            MandateNo id => id.Value,
            MemberNo id => id.Value,
            BoxNo id => id.Value,
            SittingNo id => id.Value,
            EquatableArray<Finding> findings => string.Join(
                "; ",
                findings.Select(f => FormattableString.Invariant($"{f.Line}: {f.Code} {f.Path}"))
            ),
            Instant or LocalDate or int or string or Enum => value,
            _ => value.ToString() ?? "",
        };
}
