using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Searcher;

namespace Plenum.Cli.Tests;

/// <summary>A folder in which nothing opens what was cast begins its secret votes anew, tells everybody, and does it once.</summary>
[Collection("stories told one after the other")]
public sealed class BeginAnewTests : IDisposable
{
    private readonly PassingFolder _passing = new();

    public void Dispose() => _passing.Dispose();

    [Fact]
    public async Task A_vote_restored_from_a_backup_begins_anew()
    {
        var voted = await Told();
        var target = Directory.CreateDirectory(_passing.At("restored")).FullName;
        File.Copy(Path.Combine(Data, "vault.key"), Path.Combine(target, "vault.key"));
        var backup = await Shell.Run("backup", "--data", Data, _passing.At("backup.zip"));
        Assert.Contains("its keys are not in it", backup.Err, StringComparison.Ordinal);
        var restored = await Shell.Run("restore", "--data", target, _passing.At("backup.zip"));
        Assert.Contains("secret votes begin anew", restored.Out, StringComparison.Ordinal);
        // Whoever takes part in a demonstration is let in by its mark, which is no part of a backup.
        await File.WriteAllTextAsync(Path.Combine(target, "demo"), "", Stop);

        await BeginsAnewOnce(target, voted);
        Assert.False(File.Exists(Path.Combine(target, "restored")));
    }

    [Fact]
    public async Task A_vote_whose_key_is_lost_begins_anew()
    {
        var voted = await Told();
        File.Delete(Path.Combine(Data, "boxes.key"));

        await BeginsAnewOnce(Data, voted);
    }

    [Fact]
    public async Task A_vote_whose_key_is_there_goes_on()
    {
        var voted = await Told();

        using (var vote = await Vote.Open(Search.Untraced(Data, "now")))
        {
            Assert.DoesNotContain(
                "begun anew",
                await vote.Look(voted[0]),
                StringComparison.Ordinal
            );
            await vote.Stop();
        }

        var box = await OpenBox(Data);
        Assert.False(box.WasBegunAnew);
        Assert.Equal(voted.Length, box.Marks.Count);
    }

    private string Data => _passing.At("data");

    private static async Task BeginsAnewOnce(string data, ImmutableArray<string> voted)
    {
        using (var vote = await Vote.Open(Search.Untraced(data, "now")))
        {
            Assert.Contains(
                "This vote was begun anew on",
                await vote.Look(voted[0]),
                StringComparison.Ordinal
            );
            Assert.Contains(
                "begun anew: what was cast before",
                await vote.Look(voted[0], "?"),
                StringComparison.Ordinal
            );
            await vote.Cast(voted[0], "2,1");
            await vote.Stop();
        }
        var first = await OpenBox(data);
        Assert.True(first.WasBegunAnew);
        Assert.Single(first.Marks);
        // Started again it goes on.
        using (var vote = await Vote.Open(Search.Untraced(data, "now")))
            await vote.Stop();
        var second = await OpenBox(data);
        Assert.Equal(first.BegunAnew, second.BegunAnew);
        Assert.Single(second.Marks);
    }

    /// <summary>The demonstration, and who of it has voted in its election.</summary>
    private async Task<ImmutableArray<string>> Told()
    {
        await using var app = DemoHosting.Build(SettingsFor(Data));
        await DemoHosting.Open(app, Words.In("en"));
        var section = SectionOf(app.Services.GetRequiredService<Front>());
        var box = BoxOf(section);
        Assert.NotEmpty(box.Marks);
        return [.. box.Marks.Keys.Select(no => section.Membership.Of(no).Person.ToString())];
    }

    private static async Task<Box> OpenBox(string data)
    {
        await using var app = Hosting.Build(SettingsFor(data));
        return BoxOf(SectionOf(Hosting.Open(app, Words.In("en"))));
    }

    private static Section SectionOf(Front front) => front.Read(front.Sections.Single()).Section;

    private static Box BoxOf(Section section) =>
        section
            .Matters.OpenMatters.Where(m => m.Question is Question.Elect)
            .Select(m => m.Stage)
            .OfType<Stage.Voting>()
            .Select(voting => section.Ballots.Of(voting.Box))
            .Single();

    private static Settings SettingsFor(string data) =>
        new(data, "http://127.0.0.1:0", LogForm.Json, new MailSettings.OnlyFolder());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
