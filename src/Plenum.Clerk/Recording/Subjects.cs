using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plenum.Domain;
using Plenum.Domain.Statutes;

namespace Plenum.Clerk.Recording;

/// <summary>Whom and what an event is about, read from the types of its properties: <c>member/14</c>, <c>body/committee</c>.</summary>
public static class Subjects
{
    private static readonly ImmutableDictionary<Type, string> Words = new Dictionary<Type, string>
    {
        [typeof(MemberNo)] = "member",
        [typeof(MatterNo)] = "matter",
        [typeof(MandateNo)] = "mandate",
        [typeof(BoxNo)] = "box",
        [typeof(SittingNo)] = "sitting",
        [typeof(BodyId)] = "body",
        [typeof(SectionId)] = "section",
    }.ToImmutableDictionary();

    private static readonly ConcurrentDictionary<Type, ImmutableArray<Part>> Known = new();

    public static string Of(MemberNo no) => $"member/{no}";

    public static string Of(MatterNo no) => $"matter/{no}";

    public static string Of(MandateNo no) => $"mandate/{no}";

    public static string Of(BoxNo no) => $"box/{no}";

    public static string Of(SittingNo no) => $"sitting/{no}";

    public static string Of(BodyId id) => $"body/{id}";

    public static string Of(SectionId id) => $"section/{id}";

    public static ImmutableArray<string> Of(Event happened) =>
        [
            .. Known
                .GetOrAdd(happened.GetType(), Telling)
                .SelectMany(part => Named(part, happened))
                .Distinct(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Named(Part part, Event happened)
    {
        var value = part.Of(happened)!;
        if (Words.TryGetValue(part.Type, out var word))
            return Named(word, value);
        return ((System.Collections.IEnumerable)value)
            .Cast<object>()
            .SelectMany(item => Named(Words[item.GetType()], item));
    }

    // Number 0 and the empty name stand for none.
    private static IEnumerable<string> Named(string word, object id) =>
        id.ToString() is { Length: > 0 } text and not "0" ? [$"{word}/{text}"] : [];

    private static ImmutableArray<Part> Telling(Type type) =>
        [
            // Who signed a petition is not to be found by looking up the member.
            .. new RecordShape(type).InOrder.Where(part =>
                !part.Is<SealedAttribute>() && IsSubject(part)
            ),
        ];

    private static bool IsSubject(Part part) =>
        Words.ContainsKey(part.Type)
        || part.Type.IsGenericType
            && part.Type.GetGenericTypeDefinition() == typeof(EquatableArray<>)
            && Words.ContainsKey(part.Type.GetGenericArguments()[0]);
}
