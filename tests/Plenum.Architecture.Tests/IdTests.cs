using System.Collections.Immutable;
using System.Reflection;
using Plenum.Clerk.Recording;

namespace Plenum.Architecture.Tests;

/// <summary>An id of a command is made by whoever gives it a name of their own, and in no other way (decision 0030).</summary>
public sealed class IdTests
{
    /// <summary>The only ways round the factories, and the only files that may go them.</summary>
    private static readonly ImmutableDictionary<string, string> Ways = new Dictionary<
        string,
        string
    >(StringComparer.Ordinal)
    {
        ["CommandId.Given("] = "src/Plenum.Clerk/Front.Asking.cs",
        ["CommandId.Recorded"] = "src/Plenum.Clerk/Keeping.cs src/Plenum.Clerk/Recording/Shape.cs",
        ["Parse<CommandId>"] = "",
        ["default(CommandId)"] = "",
        ["AcceptedCommand("] = "src/Plenum.Clerk/Batch.cs src/Plenum.Store/Entry.cs",
    }.ToImmutableDictionary();

    [Fact]
    public void Nothing_makes_an_id_of_a_command_but_what_names_its_giver()
    {
        Assert.Empty(typeof(CommandId).GetConstructors());
        Assert.All(typeof(CommandId).GetProperties(), p => Assert.False(p.CanWrite));
        Assert.All(
            Ways,
            way =>
                Assert.Equal(
                    way.Value,
                    string.Join(
                        ' ',
                        Source
                            .Files("src", ".cs", ".razor")
                            .Where(file =>
                                Source.Text(file).Contains(way.Key, StringComparison.Ordinal)
                            )
                    )
                )
        );
    }

    /// <summary>Each begins with a word of its own, and with none that an id from outside begins with.</summary>
    [Fact]
    public void No_two_factories_share_a_beginning()
    {
        var beginnings = typeof(CommandId)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.ReturnType == typeof(CommandId) && !m.IsSpecialName)
            .Select(m => BeginningOf(Made(m).Value))
            .Concat(["person/", "key/", "door/", "founder/", "settle"])
            .ToArray();

        Assert.True(beginnings.Length > 10);
        Assert.All(
            beginnings.SelectMany((one, i) => beginnings.Skip(i + 1).Select(other => (one, other))),
            pair =>
            {
                Assert.NotEqual("", pair.one);
                Assert.False(pair.one.StartsWith(pair.other, StringComparison.Ordinal));
                Assert.False(pair.other.StartsWith(pair.one, StringComparison.Ordinal));
            }
        );
    }

    private static string BeginningOf(string value) =>
        value.IndexOf("//", StringComparison.Ordinal) is >= 0 and var at
            ? value[..(at + 1)]
            : value[..(value.IndexOf('/', StringComparison.Ordinal) + 1)];

    // With marks in place of names, so that what stands before them is the beginning.
    private static CommandId Made(MethodInfo factory) =>
        (CommandId)
            factory.Invoke(
                null,
                [
                    .. factory
                        .GetParameters()
                        .Select(p =>
                            p.ParameterType == typeof(string) ? "/"
                            : p.ParameterType == typeof(Guid) ? Guid.Empty
                            : p.ParameterType.GetConstructor([typeof(string)]) is { } named
                                ? named.Invoke(["/"])
                            : Activator.CreateInstance(p.ParameterType)
                        ),
                ]
            )!;
}
