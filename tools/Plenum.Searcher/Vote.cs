using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Plenum.Searcher;

/// <summary>A house that runs in a process of its own, and what it said when it opened.</summary>
internal sealed partial class Vote(Process process) : IDisposable
{
    private readonly Dictionary<string, string> _said = new(StringComparer.Ordinal);

    public string this[string word] => _said[word];

    public static async Task<Vote> Open(ProcessStartInfo start)
    {
        var vote = new Vote(Process.Start(start)!);
        while (await vote.Line() is var line)
        {
            var word = line.Split(' ', 2);
            if (word is ["ready:", var url])
            {
                vote._said["url"] = url;
                return vote;
            }
            if (word is [var name, var value])
                vote._said[name] = value;
        }
        throw new InvalidOperationException("unreachable");
    }

    /// <summary>A member signs in by the doors of the demonstration and casts a paper by the form of its page.</summary>
    public async Task Cast(string person, string paper)
    {
        using var browser = new HttpClient { BaseAddress = new(_said["url"]) };
        var entered = await browser.GetStringAsync("/enter");
        await Post(
            browser,
            "/enter/as",
            [("__RequestVerificationToken", Token(entered)), ("person", person), ("back", "")]
        );
        var path = $"/s/{_said["section"]}/matters/{_said["matter"]}";
        var page = await browser.GetStringAsync(path);
        var form = page[page.IndexOf($"/s/{_said["section"]}/rank/", StringComparison.Ordinal)..];
        var places = paper.Split(',').Select((option, place) => ($"rank{option}", $"{place + 1}"));
        await Post(
            browser,
            $"/s/{_said["section"]}/rank/{_said["matter"]}",
            [
                ("__RequestVerificationToken", Token(form)),
                ("_id", Id().Match(form).Groups["id"].Value),
                .. places,
            ]
        );
        // What members look at afterwards may be kept somewhere as well.
        var after = await browser.GetStringAsync(path);
        if (after.Contains($"/rank/{_said["matter"]}", StringComparison.Ordinal))
            throw new InvalidOperationException("a paper was not taken");
        await browser.GetStringAsync($"/s/{_said["section"]}/receipts");
        await browser.GetStringAsync($"/s/{_said["section"]}/record");
    }

    /// <summary>What somebody of the section sees of it, or of another page of the section.</summary>
    public async Task<string> Look(string person, string page = "")
    {
        using var browser = new HttpClient { BaseAddress = new(_said["url"]) };
        var entered = await browser.GetStringAsync("/enter");
        await Post(
            browser,
            "/enter/as",
            [("__RequestVerificationToken", Token(entered)), ("person", person), ("back", "")]
        );
        await browser.GetStringAsync($"/s/{_said["section"]}/record");
        return await browser.GetStringAsync(
            $"/s/{_said["section"]}" + (page.Length > 0 ? page : $"/matters/{_said["matter"]}")
        );
    }

    /// <summary>The clock goes on to that instant, and what is due happens.</summary>
    public async Task GoOn(long ticks)
    {
        await process.StandardInput.WriteLineAsync(ticks.ToString(CultureInfo.InvariantCulture));
        while (await Line() != "done") { }
    }

    /// <summary>As an operator would.</summary>
    public async Task Stop()
    {
        await process.StandardInput.WriteLineAsync("");
        await process.WaitForExitAsync();
    }

    /// <summary>The house dies as in a power cut (SIGKILL); its recorder writes down what it saw and ends.</summary>
    public async Task Kill()
    {
        var children = await File.ReadAllTextAsync(
            $"/proc/{process.Id}/task/{process.Id}/children"
        );
        foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            using (
                var house = Process.GetProcessById(int.Parse(child, CultureInfo.InvariantCulture))
            )
                house.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();

    private async Task<string> Line() =>
        await process.StandardOutput.ReadLineAsync()
        ?? throw new InvalidOperationException("the house ended: " + process.Id);

    private static async Task Post(
        HttpClient browser,
        string path,
        IEnumerable<(string Name, string Value)> fields
    )
    {
        using var content = new FormUrlEncodedContent(
            fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
        );
        using var answer = await browser.PostAsync(path, content);
        answer.EnsureSuccessStatusCode();
    }

    private static string Token(string page) => TokenField().Match(page).Groups["token"].Value;

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex TokenField();

    [GeneratedRegex(
        "name=\"_id\" value=\"(?<id>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Id();
}
