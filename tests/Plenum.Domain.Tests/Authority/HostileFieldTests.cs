using System.Collections;
using System.Reflection;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>
/// Every text field of every command of the law, found in the commands themselves: at a moment when the command is in
/// order, by somebody who may give it, a hostile text stands in that field.
/// </summary>
public sealed class HostileFieldTests
{
    public static TheoryData<string> Keys =>
        [.. AuthorityTable.Rows.Where(r => Allowed(r).Length > 0).Select(r => r.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void No_field_of_the_law_takes_a_text_that_no_page_can_show(string key)
    {
        var row = AuthorityTable.Rows.Single(r => r.Key == key);
        var honest = Acts.Of(row, AuthorityTests.World(row));
        foreach (var (name, text) in HostileTexts.All)
        foreach (var (field, hostile) in EachField(honest, text))
        {
            var (section, occasion) = AuthorityTests.Standing(
                row,
                Allowed(row),
                new Channel.Screen(),
                hostile
            );
            var ruling = hostile.RuledOn(section, occasion);
            Assert.False(
                ruling is Ruling.InOrder && Legible.FaultOf(field, text) is not null,
                $"{field} of {key} takes: {name}"
            );
        }
    }

    /// <summary>A text that is honest in every way is not refused for how it is written.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void What_people_write_every_day_is_taken(string key)
    {
        var row = AuthorityTable.Rows.Single(r => r.Key == key);
        var honest = Acts.Of(row, AuthorityTests.World(row));
        var (section, occasion) = AuthorityTests.Standing(
            row,
            Allowed(row),
            new Channel.Screen(),
            honest
        );

        Assert.IsType<Ruling.InOrder>(honest.RuledOn(section, occasion));
    }

    /// <summary>Otherwise the test above could pass for want of fields.</summary>
    [Fact]
    public void There_are_many_fields()
    {
        var fields = AuthorityTable
            .Rows.Where(r => Allowed(r).Length > 0)
            .SelectMany(r =>
                EachField(Acts.Of(r, AuthorityTests.World(r)), "x")
                    .Select(f => r.Command + " " + f.Field)
            )
            .Distinct(StringComparer.Ordinal)
            .ToArray();

        Assert.Contains("elections/stand Platform", fields);
        Assert.Contains("statutes/amend Text", fields);
        Assert.Contains("motions/putmotion Title", fields);
        Assert.True(fields.Length >= 60, string.Join('\n', fields));
    }

    private static string Allowed(TableRow row) =>
        AuthorityTable.Persons.FirstOrDefault(
            p => row.Cells[p] == AuthorityTable.Allowed && p is not "clock",
            ""
        );

    // The same command with the text in one field, for each of its fields.
    private static IEnumerable<(string Field, Command Command)> EachField(
        Command command,
        string text
    ) => Each(command.GetType().Name, command, text).Select(o => (o.Field, (Command)o.Value));

    private static IEnumerable<(string Field, object Value)> Each(
        string field,
        object? value,
        string text
    )
    {
        if (value is null or Enum || value.GetType().IsPrimitive)
            yield break;
        if (value is string)
            yield return (field, text);
        else if (value is IEnumerable many)
        {
            foreach (var other in EachItem(field, value.GetType(), [.. many.Cast<object>()], text))
                yield return other;
        }
        else if (value.GetType().Assembly == typeof(Command).Assembly)
            foreach (var other in EachPart(value, text))
                yield return other;
    }

    private static IEnumerable<(string Field, object Value)> EachItem(
        string field,
        Type list,
        object[] items,
        string text
    )
    {
        for (var i = 0; i < items.Length; i++)
            foreach (var (name, changed) in Each(field, items[i], text))
            {
                var array = Array.CreateInstance(list.GetGenericArguments()[0], items.Length);
                items.CopyTo(array, 0);
                array.SetValue(changed, i);
                yield return (
                    name,
                    typeof(EquatableArray)
                        .GetMethod(nameof(EquatableArray.ToEquatable))!
                        .MakeGenericMethod(list.GetGenericArguments()[0])
                        .Invoke(null, [array])!
                );
            }
    }

    private static IEnumerable<(string Field, object Value)> EachPart(object value, string text)
    {
        var constructor = value
            .GetType()
            .GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First();
        var parameters = constructor.GetParameters();
        var parts = parameters
            .Select(p => value.GetType().GetProperty(p.Name!)!.GetValue(value))
            .ToArray();
        for (var i = 0; i < parts.Length; i++)
            foreach (var (name, changed) in Each(parameters[i].Name!, parts[i], text))
            {
                object?[] others = [.. parts];
                others[i] = changed;
                yield return (name, Made(constructor, others));
            }
    }

    private static object Made(ConstructorInfo constructor, object?[] parts) =>
        constructor.Invoke(parts);
}
