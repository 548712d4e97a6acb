using System.Text;
using System.Text.Json;

namespace Plenum.SecretBallot.Tests;

/// <summary>Elections that <c>belenios-tool</c> makes from beginning to end, verified here; and ours continued by it.</summary>
public sealed class FromToolTests
{
    private const string Template =
        """{"description":"Beschreibung \u00e9\n2","name":"Wahl \"X\"","questions":[{"answers":["A","B","C"],"blank":true,"min":1,"max":2,"question":"Q1?"},{"answers":["Ja","Nein"],"min":0,"max":1,"question":"Q2?"}]}""";

    private const string Ranked =
        """{"description":"","name":"R","questions":[{"type":"NonHomomorphic","value":{"answers":["A","B","C"],"question":"Q?"}}]}""";

    [Fact]
    public void An_election_the_tool_makes_with_weights_and_revotes_verifies_with_the_same_result()
    {
        Tool.Require();
        using var tool = new Tool();
        var uuid = Setup(
            tool,
            "BELENIOS-2048",
            Template,
            2,
            weights: "voter1@x.org,,3\nvoter2@x.org,,2000000000\nvoter3@x.org,,1\n"
        );
        Vote(tool, 1, "[[0,1,1,0],[1,0]]");
        Vote(tool, 2, "[[1,0,0,0],[0,0]]");
        Vote(tool, 3, "[[0,1,0,0],[0,1]]");
        Vote(tool, 2, "[[0,0,0,1],[0,1]]");
        Finish(tool, uuid, 2, shuffles: 0);
        Assert.Equal("[[0,4,3,\"2000000000\"],[3,\"2000000001\"]]", Verified(tool, uuid));
    }

    [Fact]
    public void A_ranked_election_the_tool_makes_verifies_with_the_same_result()
    {
        Tool.Require();
        using var tool = new Tool();
        var uuid = Setup(tool, "RFC-3526-2048", Ranked, 2, "a@x.org\nb@x.org\n");
        Vote(tool, 1, "[[1,2,3]]");
        Vote(tool, 2, "[[3,0,255]]");
        Finish(tool, uuid, 2, shuffles: 2);
        var rows = JsonDocument.Parse(Verified(tool, uuid)).RootElement[0];
        Assert.Equal(
            ["[1,2,3]", "[3,0,255]"],
            rows.EnumerateArray().Select(r => r.GetRawText()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_threshold_election_in_the_form_the_tool_knows_verifies_and_says_that_it_is_old()
    {
        Tool.Require();
        using var tool = new Tool();
        var uuid = Uuid(tool);
        tool.Run($"setup generate-credentials --uuid {uuid} --group BELENIOS-2048 --count 2");
        Rename(tool);
        var ids = new List<string>();
        for (var member = 0; member < 3; member++)
        {
            tool.Run("setup generate-trustee-key-threshold --group BELENIOS-2048 --step 1");
            ids.Add(
                Directory
                    .GetFiles(tool.Folder.FullName, "*.cert")
                    .Select(Path.GetFileNameWithoutExtension)
                    .Single(id => !ids.Contains(id!, StringComparer.Ordinal))!
            );
        }
        Join(tool, ids, ".cert", "certs.jsons");
        tool.Run(
            "setup generate-trustee-key-threshold --group BELENIOS-2048 --certs certs.jsons --step 2"
        );
        foreach (var id in ids)
            File.AppendAllText(
                tool["polynomials.jsons"],
                tool.Run(
                    $"setup generate-trustee-key-threshold --group BELENIOS-2048 --certs certs.jsons --key {id}.key --step 3 --threshold 2"
                )
            );
        tool.Run(
            "setup generate-trustee-key-threshold --group BELENIOS-2048 --certs certs.jsons --step 4 --polynomials polynomials.jsons"
        );
        foreach (var id in ids)
            File.WriteAllText(
                tool[id + ".voutput"],
                tool.Run(
                    $"setup generate-trustee-key-threshold --group BELENIOS-2048 --certs certs.jsons --key {id}.key --step 5",
                    File.ReadAllText(tool[id + ".vinput"])
                )
            );
        var outputs = string.Concat(ids.Select(id => File.ReadAllText(tool[id + ".voutput"])));
        File.WriteAllText(
            tool["threshold.json"],
            tool.Run(
                "setup generate-trustee-key-threshold --group BELENIOS-2048 --certs certs.jsons --step 6 --polynomials polynomials.jsons",
                outputs
            )
        );
        foreach (var id in ids)
            if (
                JsonDocument
                    .Parse(File.ReadAllText(tool[id + ".voutput"]))
                    .RootElement.TryGetProperty("private_key", out var key)
            )
                File.WriteAllText(tool[id + ".dkey"], key.GetString());
        Alone(tool, "BELENIOS-2048", 1);
        tool.Run("setup make-trustees");
        Init(tool, uuid, "BELENIOS-2048", Template);
        Vote(tool, 1, "[[1,0,0,0],[1,0]]");
        Vote(tool, 2, "[[0,1,0,1],[0,1]]");
        Close(tool);
        Event(
            tool,
            "PartialDecryption",
            tool.Run("election decrypt --privkey trustee1.privkey --trustee-id 1")
        );
        foreach (var number in new[] { 3, 1 })
            Event(
                tool,
                "PartialDecryption",
                tool.Run(
                    $"election decrypt-threshold --key {ids[number - 1]}.key --decryption-key {ids[number - 1]}.dkey --trustee-id {number + 1}"
                )
            );
        Event(tool, "Result", tool.Run("election compute-result"));
        Assert.Equal("[[1,1,0,1],[1,1]]", Verified(tool, uuid, old: true));
    }

    [Fact]
    public void A_ballot_made_here_is_taken_and_counted_by_the_tool()
    {
        Tool.Require();
        using var tool = new Tool();
        var uuid = Setup(tool, "BELENIOS-2048", Template, 1, "a@x.org\n");
        var archive = File.ReadAllBytes(tool[uuid + ".bel"]);
        var given = Assert.IsType<Handed.Given>(
            Hands.Cast(archive, File.ReadAllText(tool["voter1.cred"]), "[[0,1,0,1], [1,0]]")
        );
        Event(tool, "Ballot", Encoding.UTF8.GetString(given.Files[0].Content));
        Finish(tool, uuid, 1, shuffles: 0);
        Assert.Equal("[[0,1,0,1],[1,0]]", Verified(tool, uuid));
    }

    private static string Setup(
        Tool tool,
        string group,
        string template,
        int trustees,
        string weights
    )
    {
        var uuid = Uuid(tool);
        File.WriteAllText(tool["voters.txt"], weights);
        tool.Run($"setup generate-credentials --uuid {uuid} --group {group} --file voters.txt");
        Rename(tool);
        for (var trustee = 1; trustee <= trustees; trustee++)
            Alone(tool, group, trustee);
        tool.Run("setup make-trustees");
        Init(tool, uuid, group, template);
        return uuid;
    }

    private static void Alone(Tool tool, string group, int number)
    {
        tool.Run($"setup generate-trustee-key --group {group}");
        var publicKey = Directory.GetFiles(tool.Folder.FullName, "*.pubkey").Single();
        File.AppendAllText(tool["public_keys.jsons"], File.ReadAllText(publicKey).TrimEnd() + "\n");
        File.Delete(publicKey);
        File.Move(
            Directory
                .GetFiles(tool.Folder.FullName, "*.privkey")
                .Single(f => !f.Contains("trustee", StringComparison.Ordinal)),
            tool[$"trustee{number}.privkey"]
        );
    }

    private static string Uuid(Tool tool) => tool.Run("setup generate-token").Trim();

    private static void Rename(Tool tool)
    {
        File.Move(
            Directory.GetFiles(tool.Folder.FullName, "*.pubcreds").Single(),
            tool["public_creds.json"]
        );
        var secrets = File.ReadAllText(
            Directory.GetFiles(tool.Folder.FullName, "*.privcreds").Single()
        );
        var number = 1;
        foreach (var secret in Secrets(secrets))
            File.WriteAllText(tool[$"voter{number++}.cred"], secret);
    }

    // One of the tool's versions writes lines, another an object by voter.
    private static IEnumerable<string> Secrets(string text) =>
        text.TrimStart().StartsWith('{')
            ? JsonDocument
                .Parse(text)
                .RootElement.EnumerateObject()
                .Select(p => p.Value.GetString()!)
            : text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')[^1]);

    private static void Join(Tool tool, IEnumerable<string> ids, string end, string to) =>
        File.WriteAllText(
            tool[to],
            string.Concat(ids.Select(id => File.ReadAllText(tool[id + end]).TrimEnd() + "\n"))
        );

    private static void Init(Tool tool, string uuid, string group, string template)
    {
        File.WriteAllText(tool["questions.json"], template);
        tool.Run($"setup make-election --uuid {uuid} --group {group} --template questions.json");
        tool.Run("archive init");
        foreach (var file in new[] { "election.json", "trustees.json", "public_creds.json" })
            File.Delete(tool[file]);
        Assert.True(File.Exists(tool[uuid + ".bel"]));
    }

    private static void Vote(Tool tool, int voter, string vote)
    {
        File.WriteAllText(tool["vote.txt"], vote + "\n");
        Event(
            tool,
            "Ballot",
            tool.Run($"election generate-ballot --privcred voter{voter}.cred --ballot vote.txt")
        );
    }

    private static void Event(Tool tool, string type, string content) =>
        tool.Run($"archive add-event --type={type}", content);

    private static void Close(Tool tool)
    {
        Event(tool, "EndBallots", "");
        Event(tool, "EncryptedTally", tool.Run("election compute-encrypted-tally"));
    }

    private static void Finish(Tool tool, string uuid, int trustees, int shuffles)
    {
        Close(tool);
        for (var owner = 1; owner <= shuffles; owner++)
            Event(tool, "Shuffle", tool.Run($"election shuffle --trustee-id={owner}"));
        if (shuffles > 0)
            Event(tool, "EndShuffles", "");
        for (var owner = 1; owner <= trustees; owner++)
            Event(
                tool,
                "PartialDecryption",
                tool.Run($"election decrypt --privkey trustee{owner}.privkey --trustee-id {owner}")
            );
        Event(tool, "Result", tool.Run("election compute-result"));
        Assert.True(File.Exists(tool[uuid + ".bel"]));
    }

    private static string Verified(Tool tool, string uuid, bool old = false)
    {
        var bytes = File.ReadAllBytes(tool[uuid + ".bel"]);
        var verification = Verifier.Verify(bytes);
        var valid = Assert.IsType<Verification.Valid>(verification);
        Assert.Equal(old ? 2 : 1, valid.Warnings.Length);
        var recorded = Encoding.UTF8.GetString(Forged.Of(bytes).Events[^1].Objects[0]);
        Assert.Equal(tool.Run("election compute-result").Trim(), recorded);
        return recorded["{\"result\":".Length..^1];
    }
}
