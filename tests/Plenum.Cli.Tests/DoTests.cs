using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Web;

namespace Plenum.Cli.Tests;

/// <summary>What members do from a terminal, at the branch of the demonstration.</summary>
public sealed class DoTests(OpenBranch branch) : IClassFixture<OpenBranch>
{
    private Task<Said> Do(params string[] args) => branch.Do(branch.Key, args);

    [Fact]
    public async Task A_member_puts_a_motion_and_the_record_has_it()
    {
        var said = await Do(
            "motions/putmotion",
            "--title",
            "A bench at the gate",
            "--text",
            "We build it ourselves.",
            "--before",
            "members",
            "--clauses",
            "1"
        );

        Assert.Equal((0, ""), (said.Exit, said.Err));
        Assert.StartsWith("Done: entries ", said.Out, StringComparison.Ordinal);
        Assert.Contains(
            branch.Section.Matters.OpenMatters,
            m => m.Question is Domain.Matters.Question.Adopt { Title: "A bench at the gate" }
        );
    }

    [Fact]
    public async Task The_same_id_happens_once()
    {
        string[] motion =
        [
            "motions/putmotion",
            "--json",
            "--id",
            "once",
            "--title",
            "Only once",
            "--text",
            "Really.",
            "--before",
            "members",
            "--clauses",
            "1",
        ];

        var (first, second) = (await Do(motion), await Do(motion));

        Assert.Equal((0, first.Out), (second.Exit, second.Out));
        using var versions = JsonDocument.Parse(first.Out);
        Assert.True(versions.RootElement.GetProperty("first").GetInt64() > 0);
        Assert.Single(
            branch.Section.Matters.OpenMatters,
            m => m.Question is Domain.Matters.Question.Adopt { Title: "Only once" }
        );
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_a_code_and_an_article()
    {
        var said = await Do("mandates/resign", "--mandate", "1");

        Assert.Equal((1, ""), (said.Exit, said.Out));
        Assert.StartsWith("plenum: ", said.Err, StringComparison.Ordinal);
        Assert.Contains("code: mandate.not-", said.Err, StringComparison.Ordinal);
        Assert.Contains("article: ", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_programs_a_refusal_is_the_problem_itself()
    {
        var said = await Do("mandates/resign", "--json", "--mandate", "1");

        Assert.Equal(1, said.Exit);
        using var problem = JsonDocument.Parse(said.Out);
        Assert.StartsWith(
            "mandate.not-",
            problem.RootElement.GetProperty("type").GetString(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("There are:", "motions/putmotion", "--titel", "x")]
    [InlineData("There are:", "motions/putmotion", "--title")]
    [InlineData("plenum verbs", "motions/burn")]
    [InlineData("1 to 200", "motions/putmotion", "--id", "two\nlines")]
    [InlineData("1 to 200", "motions/putmotion", "--id", "")]
    [InlineData("Mandate: one", "mandates/resign", "--mandate", "one")]
    public async Task What_cannot_be_read_ends_with_two(string told, params string[] args)
    {
        var said = await Do(args);

        Assert.Equal((2, ""), (said.Exit, said.Out));
        Assert.Contains(told, said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_does_not_vote_and_an_unknown_one_does_nothing()
    {
        var vote = await Do("ballots/cast", "--box", "1");
        var unknown = await branch.Do("0f1e2d", "mandates/resign", "--mandate", "1");

        Assert.Equal((1, 1), (vote.Exit, unknown.Exit));
        Assert.Contains("code: key.not-for-this", vote.Err, StringComparison.Ordinal);
        Assert.Contains("not known here", unknown.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_never_sent_in_the_clear_over_a_network()
    {
        var said = await Shell.Run(
            "do",
            "mandates/resign",
            "--mandate",
            "1",
            "--server",
            "http://votes.example.org",
            "--key-file",
            branch.KeyFile(branch.Key)
        );

        Assert.Equal(2, said.Exit);
        Assert.Contains("https://", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_answer_it_says_how_to_repeat_it()
    {
        var said = await Shell.Run(
            "do",
            "mandates/resign",
            "--mandate",
            "1",
            "--server",
            "http://127.0.0.1:9",
            "--section",
            "x",
            "--id",
            "my-own",
            "--key-file",
            branch.KeyFile(branch.Key)
        );

        Assert.Equal(1, said.Exit);
        Assert.Contains("--id my-own", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_verbs_is_the_catalogue_and_no_field_is_an_option_of_do()
    {
        var said = await Shell.Run("verbs", "--json");

        using var json = JsonDocument.Parse(said.Out);
        Assert.Equal(
            Web.Doors.Verbs.All.Keys.Order(StringComparer.Ordinal),
            json.RootElement.EnumerateArray().Select(v => v.GetProperty("name").GetString()!)
        );
        string[] own = ["server", "section", "key-file", "id", "json", "help", "version"];
        Assert.DoesNotContain(
            Web.Doors.Verbs.All.Values.SelectMany(v => v.Parameters),
            p => own.Contains(p.Name, StringComparer.OrdinalIgnoreCase)
        );
    }
}

/// <summary>The branch of the demonstration, open, and a key of one of its members.</summary>
public sealed class OpenBranch : IAsyncLifetime
{
    private readonly PassingFolder _passing = new();
    private readonly WebApplication _app;

    public OpenBranch() =>
        _app = DemoHosting.Build(
            new Settings(
                _passing.At("data"),
                "http://127.0.0.1:0",
                LogForm.Json,
                new MailSettings.OnlyFolder()
            )
        );

    public string Key { get; private set; } = "";

    public Section Section => Front.Read(Front.Sections.Single()).Section;

    private Front Front => _app.Services.GetRequiredService<Front>();

    public string KeyFile(string key)
    {
        var file = _passing.At("key-" + key[..6]);
        File.WriteAllText(file, key + "\n");
        return file;
    }

    public Task<Said> Do(string key, params string[] args) =>
        Shell.Run(["do", .. args, "--server", _app.Urls.Single(), "--key-file", KeyFile(key)]);

    public async ValueTask InitializeAsync()
    {
        await DemoHosting.Open(_app, Words.In("en"));
        _app.UsePlenumWeb();
        _app.MapPlenumWeb();
        await _app.StartAsync();
        var now = _app.Services.GetRequiredService<IClock>().GetCurrentInstant();
        var member = Section.Membership.Members.Values.First(m =>
            m.IsInGoodStanding && !Section.Mandates.HeldBy(m.No, now).Any()
        );
        Key = _app
            .Services.GetRequiredService<Accounts>()
            .MakeKey(
                member.Person,
                "tests",
                new KeyPurpose.Acting(
                    ((string[])["motions", "mandates"]).ToEquatable(),
                    now + Duration.FromDays(7)
                ),
                now
            );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _passing.Dispose();
    }
}
