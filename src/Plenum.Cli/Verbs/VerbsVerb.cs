using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using Plenum.Domain;
using Plenum.Web.Doors;
using Command = System.CommandLine.Command;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum verbs</c>: everything <c>plenum do</c> can do, and what each needs to know.</summary>
internal static class VerbsVerb
{
    public static Command Command(Words words)
    {
        var json = Options.Json(words);
        var command = new Command("verbs", words["verbs"]) { json };
        command.SetAction(parsed =>
        {
            var all = Web
                .Doors.Verbs.All.Values.OrderBy(v => v.Name, StringComparer.Ordinal)
                .ToArray();
            if (parsed.GetValue(json))
                Console.WriteLine(
                    JsonSerializer.Serialize(
                        all.Select(v => new
                        {
                            name = v.Name,
                            fields = v.Parameters.Select(p => new
                            {
                                name = Named(p),
                                type = TypeOf(p.ParameterType),
                            }),
                        })
                    )
                );
            else
                foreach (var verb in all)
                    Console.WriteLine(
                        string.Join(' ', verb.Parameters.Select(Option).Prepend(verb.Name))
                    );
            return Exit.Yes;
        });
        return command;
    }

    public static string Option(ParameterInfo field) =>
        $"--{Named(field)} {TypeOf(field.ParameterType)}";

    private static string Named(ParameterInfo field) =>
        char.ToLowerInvariant(field.Name![0]) + field.Name[1..];

    private static string TypeOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)
            ? TypeOf(type.GetGenericArguments()[0]) + "..."
        : type.IsEnum ? string.Join('|', Enum.GetNames(type))
        : type.Name.ToUpperInvariant();
}
