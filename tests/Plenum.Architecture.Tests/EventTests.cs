using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Plenum.Domain;

namespace Plenum.Architecture.Tests;

/// <summary>Events are written once and readable for ever; every property of one has exactly one class of readers.</summary>
public sealed partial class EventTests
{
    private static readonly ImmutableArray<Type> Events =
    [
        .. Assemblies.Types.Where(t => t.IsSubclassOf(typeof(Event)) && !t.IsAbstract),
    ];

    [Fact]
    public void Every_event_is_recorded_under_a_name_and_a_version() =>
        Rule.Holds(
            "an event without [Recorded(\"word.happened/1\")]",
            Events
                .Where(e => !NamePattern().IsMatch(Name(e)))
                .Select(e => $"{e.FullName}: '{Name(e)}'")
        );

    [Fact]
    public void No_two_events_are_recorded_under_one_name() =>
        Rule.Holds(
            "a recorded name used twice",
            Events
                .GroupBy(Name, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.FullName))}")
        );

    [Fact]
    public void Every_event_belongs_to_the_closed_list_of_its_word() =>
        Rule.Holds(
            "an event outside a closed list",
            Events
                .Where(e => e.DeclaringType is null || e.BaseType == typeof(Event) || !e.IsSealed)
                .Select(e => e.FullName!)
        );

    [Fact]
    public void Every_value_of_an_event_has_exactly_one_class_of_readers() =>
        Rule.Holds(
            "a value that is not exactly one of [Public], [Members], [Sealed]",
            from e in Events
            from parameter in Values(e)
            let classes = Classes(e, parameter)
            where classes.Length != 1
            select $"{e.FullName}({parameter.Name}): {(classes.Length == 0 ? "none" : string.Join(", ", classes.Select(c => c.Name)))}"
        );

    [Fact]
    public void No_event_keeps_a_value_outside_its_constructor() =>
        Rule.Holds(
            "a settable property of an event that no class of readers covers",
            from e in Events
            from property in e.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            where property.SetMethod is not null
            where !Values(e).Any(p => p.Name == property.Name)
            select $"{e.FullName}.{property.Name}"
        );

    [Fact]
    public void No_member_or_person_stands_in_a_public_value() =>
        Rule.Holds(
            "a member or person id that everybody could read",
            from e in Events
            from parameter in Values(e)
            where Classes(e, parameter).Contains(typeof(PublicAttribute))
            from path in PathsToPersons(parameter.ParameterType, parameter.Name!, [])
            select $"{e.FullName}: {path}"
        );

    [Fact]
    public void Every_event_has_a_golden_sample()
    {
        if (!Directory.Exists(Path.Combine(Source.Root, "testdata", "events")))
            Assert.Skip("testdata/events is not there: no event has a golden sample yet");
        Rule.Holds(
            "no golden sample in testdata/events (run the codec's tests with GOLDEN_ACCEPT=1)",
            Events.Select(Golden).Where(path => !File.Exists(Path.Combine(Source.Root, path)))
        );
    }

    [Fact]
    public void The_search_for_persons_sees_through_lists_records_and_closed_hierarchies() =>
        Assert.Equal(
            "x.Id x.Via.Helper",
            string.Join(
                ' ',
                PathsToPersons(typeof(EquatableArray<Actor>), "x", []).Order(StringComparer.Ordinal)
            )
        );

    private static string Golden(Type e) => $"testdata/events/{Name(e)}.json";

    private static string Name(Type e) => e.GetCustomAttribute<RecordedAttribute>()?.Type ?? "";

    private static ImmutableArray<ParameterInfo> Values(Type e) =>
        [.. Assemblies.Constructors(e).SelectMany(c => c.GetParameters())];

    private static ImmutableArray<Type> Classes(Type e, ParameterInfo parameter)
    {
        var property = e.GetProperty(parameter.Name!);
        return
        [
            .. new[]
            {
                typeof(PublicAttribute),
                typeof(MembersAttribute),
                typeof(SealedAttribute),
            }.Where(c => parameter.IsDefined(c) || property?.IsDefined(c) == true),
        ];
    }

    private static IEnumerable<string> PathsToPersons(
        Type type,
        string path,
        ImmutableHashSet<Type> seen
    )
    {
        if (type == typeof(MemberNo) || type == typeof(PersonId))
            return [path];
        if (seen.Contains(type))
            return [];
        var deeper = seen.Add(type);
        var arguments = type.GenericTypeArguments.SelectMany(t => PathsToPersons(t, path, deeper));
        if (type.Assembly != typeof(Event).Assembly || type.IsGenericType)
            return arguments;
        var cases = type.GetNestedTypes()
            .Where(t => t.BaseType == type)
            .SelectMany(t => PathsToPersons(t, path, deeper));
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .SelectMany(p => PathsToPersons(p.PropertyType, $"{path}.{p.Name}", deeper));
        return arguments.Concat(cases).Concat(properties).Distinct(StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/[1-9][0-9]*$")]
    private static partial Regex NamePattern();
}
