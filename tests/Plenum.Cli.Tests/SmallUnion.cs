using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Tests;

/// <summary>A union of three in a folder of its own: one with an address, one with a passkey to come, one with a card.</summary>
internal sealed class SmallUnion : IDisposable
{
    public const string Address = "ada@example.org";

    private readonly PassingFolder _passing = new();

    private SmallUnion() { }

    public string Data => At("data");
    public PersonId Ada { get; } = new("ada-" + Guid.NewGuid().ToString("N"));
    public PersonId Ben { get; } = new("ben-" + Guid.NewGuid().ToString("N"));
    public PersonId Cleo { get; } = new("cleo-" + Guid.NewGuid().ToString("N"));
    public PersonId Gone { get; } = new("gone-" + Guid.NewGuid().ToString("N"));

    /// <summary>Ben's.</summary>
    public SoftwareDevice Device { get; } = new();

    /// <summary>Cleo's, unspent.</summary>
    public JoinCard Card { get; private set; } = new("", "");
    public JoinCard BensCard { get; private set; } = new("", "");
    public string Page { get; private set; } = "";

    public static async Task<SmallUnion> Founded()
    {
        var union = new SmallUnion();
        await using var app = House(union.Data);
        Hosting.Open(app, Words.In("en"));
        var now = SystemClock.Instance.GetCurrentInstant();
        var (accounts, persons) = (Of<Accounts>(app), Of<Persons>(app));
        (PersonId, PersonalData)[] people =
        [
            (union.Ada, new("Ada", Address, "1 Mill Road")),
            (union.Ben, new("Ben", "", "")),
            (union.Cleo, new("Cleo", "", "")),
            (union.Gone, new("Gone", "", "")),
        ];
        foreach (var (person, data) in people)
        {
            accounts.Create(person, now);
            persons.Put(person, data);
        }
        union.Card = accounts.IssueCard(union.Cleo, now);
        union.BensCard = accounts.IssueCard(union.Ben, now);
        persons.Erase(union.Gone, now);
        await union.Found(Of<Front>(app));
        return union;
    }

    public string At(string name) => _passing.At(name);

    /// <summary>A house on a folder, that is not served.</summary>
    public static WebApplication House(string data) =>
        Hosting.Build(
            new Settings(data, "http://127.0.0.1:0", LogForm.Json, new MailSettings.OnlyFolder())
        );

    public static Task<Server> Serve(string data) =>
        Server.Start("serve", "--data", data, "--urls", "http://127.0.0.1:0");

    public static T Of<T>(WebApplication app)
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>
    /// Leaves behind what a folder has that was served: a passkey, keys of cookies, letters, what is told of a founding link.
    /// </summary>
    public async Task Used()
    {
        await using (var server = await Serve(Data))
        {
            using var ben = new Caller(server.Url);
            Assert.Equal("/", await ben.ByCard(BensCard.Code, BensCard.Pin));
            Assert.Equal("/me?said=added", await ben.AddPasskey(Device));
            using var ada = new Caller(server.Url);
            Assert.Equal("/", await ada.ByLetter(Address, Data));
        }
        var letter = Directory.GetFiles(Path.Combine(Data, "mail")).Single();
        var waiting = Directory.CreateDirectory(Path.Combine(Data, "mail", "waiting")).FullName;
        File.Copy(letter, Path.Combine(waiting, Path.GetFileName(letter)));
        // Left by a start before anything was founded; whoever serves removes it.
        await File.WriteAllTextAsync(
            Path.Combine(Data, "founding.hash"),
            new string('0', 64),
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>A copy of the folder as its files lie there.</summary>
    public string CopyTo(string to)
    {
        foreach (var file in Directory.GetFiles(Data, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            // Held by whoever serves the folder; there is nothing in it.
            if (Path.GetFileName(file) == "lock")
            {
                File.WriteAllBytes(target, []);
                continue;
            }
            using var from = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var copy = File.Create(target);
            from.CopyTo(copy);
        }
        return to;
    }

    /// <summary>By which of the three ways people would get in.</summary>
    public string WhoEnters(Accounts accounts)
    {
        var ways = new List<string>();
        if (accounts.FindByEmail(Address).Contains(Ada))
            ways.Add("letter");
        if (accounts.Find(Ben) is not null && accounts.Passkeys(Ben).Length == 1)
            ways.Add("passkey");
        var now = SystemClock.Instance.GetCurrentInstant();
        if (accounts.ShowCard(Card.Code, Card.Pin, now) == new CardShown.Accepted(Cleo))
            ways.Add("card");
        return ways.Count == 0 ? "nobody" : string.Join(", ", ways);
    }

    public void Dispose()
    {
        Device.Dispose();
        _passing.Dispose();
    }

    private async Task Found(Front front)
    {
        const string programme = "# Principles\n\n1. Each has one vote.\n";
        var statutes = Templates.Text("local-union", small: true);
        var answer = await front.Found(
            new GivenId(Guid.NewGuid().ToString("N")),
            new Begin(
                Begin.IdOf("Harbour", statutes, programme, "n"),
                "Harbour",
                "Etc/UTC",
                statutes,
                programme,
                [Ada, Ben, Cleo],
                "n"
            ),
            new Actor.Founder()
        );
        var section = Assert.IsType<Answer.Done>(answer).Section;
        foreach (var person in new[] { Ada, Ben, Cleo })
            Assert.IsType<Answer.Done>(
                await front.Send(
                    section,
                    new GivenId("accept-" + person.Value),
                    new AcceptInvitation(1, ""),
                    Actor.Self(person)
                )
            );
        Page = "/s/" + section.Value;
    }
}
