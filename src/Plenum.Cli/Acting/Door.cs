using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Web.Doors;

namespace Plenum.Cli.Acting;

/// <summary>What a server answered to a command.</summary>
internal sealed record Said(int Status, string Body);

/// <summary>The way to the JSON door of a running server, with the personal key of a member.</summary>
internal sealed class Door : IDisposable
{
    // In the environment or in a file: what is typed stands in the list of processes and in the history of the shell.
    private const string KeyVariable = "PLENUM_KEY";
    private const string ServerVariable = "PLENUM_SERVER";

    private readonly HttpClient _http;
    private readonly Words _words;
    private readonly CancellationToken _stop;

    private Door(HttpClient http, Words words, CancellationToken stop) =>
        (_http, _words, _stop) = (http, words, stop);

    public static Door To(string? server, string? keyFile, Words words, CancellationToken stop)
    {
        var key = keyFile is null
            ? Environment.GetEnvironmentVariable(KeyVariable) ?? ""
            : File.ReadAllText(keyFile);
        if (
            key.Trim() is not { Length: > 0 } shown
            || shown.Any(c => !char.IsAsciiLetterOrDigit(c))
        )
            throw new TroubleException(words["do.no-key"], Exit.BadInput);
        var address = Address(
            server ?? Environment.GetEnvironmentVariable(ServerVariable) ?? "",
            words
        );
        // A key goes to the server that was named and not to where that one points.
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", shown);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(words.Language);
        return new Door(http, words, stop);
    }

    /// <summary>The section where there is only one that knows the owner of the key.</summary>
    public async Task<string> OnlySection()
    {
        var said = await Send(() => _http.GetAsync("api/sections", _stop), id: "");
        if (said.Status != StatusCodes.Status200OK)
            throw new TroubleException(Spoken.Sentence(said, _words), Exit.No);
        var known = JsonSerializer.Deserialize<JsonElement[]>(said.Body) ?? [];
        return known is [var only]
            ? only.GetProperty("id").GetString() ?? ""
            : throw new TroubleException(
                _words[
                    "do.which-section",
                    (
                        "sections",
                        string.Join(
                            ", ",
                            known.Select(s => $"{s.GetProperty("id")} {s.GetProperty("name")}")
                        )
                    )
                ],
                Exit.BadInput
            );
    }

    /// <summary>Several values of one name become a list.</summary>
    public Task<Said> Do(
        string section,
        Verb verb,
        IEnumerable<KeyValuePair<string, string>> fields,
        string id
    )
    {
        var body = new JsonObject();
        foreach (
            var (name, values) in fields
                .GroupBy(f => f.Key, f => f.Value, StringComparer.Ordinal)
                .Select(Values)
        )
            body[name] = values;
        return Send(
            async () =>
            {
                using var asked = new HttpRequestMessage(
                    HttpMethod.Post,
                    $"api/s/{Uri.EscapeDataString(section)}/do/{verb.Name}"
                )
                {
                    Content = JsonContent.Create(body),
                };
                asked.Headers.Add("Idempotency-Key", id);
                return await _http.SendAsync(asked, _stop);
            },
            id
        );
    }

    public void Dispose() => _http.Dispose();

    private static (string, JsonNode) Values(IGrouping<string, string> field) =>
        (field.Key, new JsonArray([.. field.Select(value => (JsonNode)JsonValue.Create(value))]));

    private async Task<Said> Send(Func<Task<HttpResponseMessage>> send, string id)
    {
        try
        {
            using var answer = await send();
            return new Said((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(_stop));
        }
        catch (HttpRequestException)
        {
            throw new TroubleException(
                _words[
                    id.Length > 0 ? "do.no-answer" : "do.unreachable",
                    ("server", _http.BaseAddress!),
                    ("id", id)
                ],
                Exit.No
            );
        }
    }

    // In the clear a key is read along; on this computer nobody stands between.
    private static Uri Address(string server, Words words) =>
        Uri.TryCreate(server.TrimEnd('/') + "/", UriKind.Absolute, out var address)
        && (
            address.Scheme == Uri.UriSchemeHttps
            || address.Scheme == Uri.UriSchemeHttp && address.IsLoopback
        )
            ? address
            : throw new TroubleException(words["do.no-server", ("server", server)], Exit.BadInput);
}
