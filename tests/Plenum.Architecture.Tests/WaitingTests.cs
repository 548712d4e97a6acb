using System.Collections.Immutable;
using System.Reflection;

namespace Plenum.Architecture.Tests;

/// <summary>
/// No request waits for a mail server: whoever asks with an address would learn from the time whether somebody here has
/// it, and a slow server would hold up pages that have nothing to do with it.
/// </summary>
public sealed class WaitingTests
{
    // To the disk, and not to a server.
    private static readonly ImmutableArray<string> Laying =
    [
        "Afterwards.Done",
        "Mailer.Lay",
        "Outbox.Post",
    ];

    [Fact]
    public void Nothing_that_is_above_the_clerk_can_wait_for_a_mail_server() =>
        Rule.Holds(
            "a public method of the mail that can be waited for and is not known to write to the disk alone",
            from type in Assemblies.Of("Plenum.Clerk").GetExportedTypes()
            where type.Namespace == "Plenum.Clerk.Mail"
            from method in type.GetMethods(
                BindingFlags.Public
                    | BindingFlags.Instance
                    | BindingFlags.Static
                    | BindingFlags.DeclaredOnly
            )
            where
                typeof(Task).IsAssignableFrom(method.ReturnType)
                || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            let name = $"{type.Name}.{method.Name}"
            where !Laying.Contains(name, StringComparer.Ordinal)
            select name
        );

    [Fact]
    public void One_file_speaks_with_a_mail_server() =>
        Rule.Holds(
            "a file besides the one that hands letters over that speaks with a mail server",
            from path in Source.Files("src", ".cs", ".razor")
            where path != "src/Plenum.Clerk/Mail/Handing.cs"
            where Source.Text(path).Contains("SmtpClient", StringComparison.Ordinal)
            select path
        );

    [Fact]
    public void Inner_parts_of_the_clerk_are_open_to_its_tests_and_to_what_measures_them() =>
        Assert.Equal(
            ["Plenum.Bench", "Plenum.Clerk.Tests"],
            Assemblies
                .Of("Plenum.Clerk")
                .GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
                .Select(a => a.AssemblyName)
                .Order(StringComparer.Ordinal)
        );
}
