using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Store;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary>
/// Stores that earlier versions wrote, kept in <c>testdata/stores</c> and opened by every later one. What they fold to
/// is compared as an outline and not as a digest of the state: a later state may know more, but nothing else.
/// </summary>
public sealed class StoreTests
{
    private static readonly string Kept = Path.Combine(Golden.Root, "testdata", "stores");

    public static TheoryData<string> Versions =>
        [.. Directory.GetDirectories(Kept).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_store_of_an_earlier_version_is_restored_whole_and_folds_to_what_it_was(
        string version
    )
    {
        using var passing = new PassingFolder();
        var kept = Path.Combine(Kept, version);
        var data = Directory.CreateDirectory(passing.At("data")).FullName;
        File.Copy(Path.Combine(kept, "vault.key"), Path.Combine(data, "vault.key"));

        var restored = await Shell.Run("restore", "--data", data, Path.Combine(kept, "backup.zip"));
        var checkedUp = await Shell.Run("fsck", "--data", data);

        Assert.Equal((0, 0), (restored.Exit, checkedUp.Exit));
        Assert.DoesNotContain("damage", checkedUp.Out, StringComparison.Ordinal);
        await using var app = Hosting.Build(
            new Settings(data, "http://127.0.0.1:0", LogForm.Json, new MailSettings.OnlyFolder())
        );
        var front = Hosting.Open(app, Words.In("en"));
        var (section, at) = front.Read(front.Sections.Single());
        Golden.Check($"stores/{version}/outline.txt", Outline(section, at, app.Services));
        // Folded again from its first event it is the same: nothing in a fold depends on the moment.
        var events = front
            .Keeping.Between(front.Sections.Single(), 1, at)
            .Select(happened => happened.Event);
        Golden.Check(
            $"stores/{version}/outline.txt",
            Outline(Replay.Fold(events), at, app.Services)
        );
    }

    /// <summary>Writes the store of a version, once: <c>PLENUM_KEEP_STORE=0.1.0</c>.</summary>
    [Fact]
    public async Task The_store_of_this_version_is_kept_when_asked_for()
    {
        var version = Environment.GetEnvironmentVariable("PLENUM_KEEP_STORE");
        if (string.IsNullOrEmpty(version))
        {
            Assert.NotEmpty(Versions);
            return;
        }
        using var passing = new PassingFolder();
        await using (
            var app = DemoHosting.Build(
                new Settings(
                    passing.At("data"),
                    "http://127.0.0.1:0",
                    LogForm.Json,
                    new MailSettings.OnlyFolder()
                )
            )
        )
            await DemoHosting.Open(app, Words.In("en"));
        var kept = Directory.CreateDirectory(Path.Combine(Kept, version)).FullName;
        using var folder = DataFolder.OpenExisting(passing.At("data"));
        Backup.Take(folder, Path.Combine(kept, "backup.zip"));
        File.Copy(folder.VaultKeyFile, Path.Combine(kept, "vault.key"), overwrite: true);
    }

    private static string Outline(Section section, long version, IServiceProvider services)
    {
        var persons = services.GetRequiredService<Persons>();
        var text = new StringBuilder();
        Line(text, "section", section.Sections.Name, section.Sections.TimeZone, version);
        Line(
            text,
            "statutes",
            section.Statutes.Version,
            section.Statutes.Versions[section.Statutes.Version].Hex
        );
        Line(text, "programme", section.Programme.Version);
        foreach (var member in section.Membership.Members.Values.OrderBy(m => m.No))
            Line(
                text,
                "member",
                member.No,
                member.Standing.GetType().Name,
                persons.NameOf(member.Person)
            );
        foreach (var matter in section.Matters.All.Values.OrderBy(m => m.No))
            Line(
                text,
                "matter",
                matter.No,
                matter.Question.GetType().Name,
                matter.Stage is Stage.Settled settled
                    ? settled.Outcome.ToString()
                    : matter.Stage.GetType().Name,
                matter.Supporters.Count
            );
        foreach (var mandate in section.Mandates.Current.Values.OrderBy(m => m.No))
            Line(
                text,
                "mandate",
                mandate.No,
                mandate.Body,
                mandate.Holder,
                mandate.Since,
                mandate.Until,
                mandate.Term
            );
        foreach (var box in section.Ballots.Boxes.Values.OrderBy(b => b.No))
            Line(text, "box", box.No, box.Matter, box.Closed);
        foreach (var due in section.Dues)
            Line(text, "due", due.At, due.Kind, due.No);
        return text.ToString();
    }

    private static void Line(StringBuilder text, params ReadOnlySpan<object> words)
    {
        foreach (var word in words)
            text.Append(CultureInfo.InvariantCulture, $"{word} ");
        text.Length--;
        text.Append('\n');
    }
}
