using System.CommandLine;
using Plenum.Clerk.Recording;
using Plenum.Cli.Acting;
using Plenum.Web.Doors;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum do WORD/VERB</c>: does at a running server what its pages do, in the name of whoever made the key.</summary>
internal static class DoVerb
{
    private const string Prefix = "--";

    public static Command Command(Words words)
    {
        var verb = new Argument<string>("WORD/VERB") { Description = words["do.verb"] };
        var server = ServeVerb.Text("--server", "URL", words["do.server"]);
        var section = ServeVerb.Text("--section", "ID", words["do.section"]);
        var key = ServeVerb.Text("--key-file", "FILE", words["do.key"]);
        var id = ServeVerb.Text("--id", "TEXT", words["do.id"]);
        var json = Options.Json(words);
        var command = new Command("do", words["do"]) { verb, server, section, key, id, json };
        // What the catalogue of commands names is an option of its verb; none is written down here.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(
            async (parsed, stop) =>
            {
                var known = Known(parsed.GetRequiredValue(verb), words);
                var fields = FieldsOf(known, [.. parsed.UnmatchedTokens], words);
                var own = IdOf(parsed.GetValue(id), words);
                using var door = Door.To(
                    parsed.GetValue(server),
                    parsed.GetValue(key),
                    words,
                    stop
                );
                var said = await door.Do(
                    parsed.GetValue(section) ?? await door.OnlySection(),
                    known,
                    fields,
                    own
                );
                return Spoken.Tell(said, parsed.GetValue(json), words);
            }
        );
        return command;
    }

    private static Verb Known(string name, Words words) =>
        Web.Doors.Verbs.All.TryGetValue(name, out var known)
            ? known
            : throw new TroubleException(words["do.no-verb", ("verb", name)], Exit.BadInput);

    // It travels in the head of a request, which takes no other signs.
    private static string IdOf(string? given, Words words) =>
        given is null ? Guid.NewGuid().ToString("N")
        : new GivenId(given).IsUsable && given.All(char.IsAscii) ? given
        : throw new TroubleException(words["do.bad-id", ("most", GivenId.Longest)], Exit.BadInput);

    // A field that is mistyped would be left out in silence.
    private static List<KeyValuePair<string, string>> FieldsOf(
        Verb verb,
        string[] tokens,
        Words words
    )
    {
        var fields = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < tokens.Length; i += 2)
        {
            var name = tokens[i].StartsWith(Prefix, StringComparison.Ordinal)
                ? tokens[i][Prefix.Length..]
                : "";
            var root = name.Split('[', '.')[0];
            if (
                i + 1 == tokens.Length
                || !verb.Parameters.Any(p =>
                    string.Equals(p.Name, root, StringComparison.OrdinalIgnoreCase)
                )
            )
                throw new TroubleException(
                    words[
                        "do.no-field",
                        ("field", tokens[i]),
                        ("fields", string.Join(' ', verb.Parameters.Select(VerbsVerb.Option)))
                    ],
                    Exit.BadInput
                );
            fields.Add(new(name, tokens[i + 1]));
        }
        return fields;
    }
}
