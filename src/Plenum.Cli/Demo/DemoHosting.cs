using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Demo;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Cli.Demo.Federated;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;

namespace Plenum.Cli.Demo;

/// <summary>The house with a clock that is moved while the story is told, and with its cast.</summary>
internal static class DemoHosting
{
    private const string Mark = "demo";

    public static WebApplication Build(Settings settings)
    {
        var clock = new MovedClock();
        var drawn = new DrawnBeforehand();
        return Hosting.Build(
            settings,
            demo: true,
            services =>
                services
                    .AddSingleton(clock)
                    .AddSingleton<IClock>(clock)
                    .AddSingleton(drawn)
                    .AddSingleton<Randomness>(drawn.Fill)
                    .AddSingleton(provider =>
                        CastOf(
                            provider.GetRequiredService<Front>(),
                            provider.GetRequiredService<IClock>()
                        )
                    )
        );
    }

    /// <summary>Tells the story in an empty folder; a folder that is no demonstration stays closed to everybody.</summary>
    public static Task Open(WebApplication app, Words words) => Open(app, words, federation: false);

    public static async Task Open(WebApplication app, Words words, bool federation)
    {
        var front = Hosting.Open(app, words);
        var folder = app.Services.GetRequiredService<Store.DataFolder>().Path;
        var mark = Path.Combine(folder, Mark);
        if (!front.Sections.IsEmpty && !File.Exists(mark))
            throw new TroubleException(words["demo.not-a-demo", ("path", folder)], Exit.No);
        var clock = app.Services.GetRequiredService<MovedClock>();
        if (front.Sections.IsEmpty)
        {
            await File.WriteAllTextAsync(mark, "");
            if (federation)
                await TellOfMany(app, front, clock);
            else
                await TellOfOne(app, front, clock);
        }
        clock.Run();
        app.Services.GetRequiredService<DrawnBeforehand>().LetGo();
    }

    private static async Task TellOfOne(WebApplication app, Front front, MovedClock clock)
    {
        var people = app.Services.GetRequiredService<PeopleBook>();
        foreach (var no in Cast.Everybody)
            people.Write(Cast.Person(no), new PersonalData(Cast.Names[no - 1], "", ""));
        await new Story(new Teller(front, clock), clock).Tell();
    }

    private static async Task TellOfMany(WebApplication app, Front front, MovedClock clock)
    {
        var people = app.Services.GetRequiredService<PeopleBook>();
        foreach (var (person, (name, _)) in Crowd.All)
            people.Write(person, new PersonalData(name, "", ""));
        var post = app.Services.GetRequiredService<Post>();
        await new Saga(new Chorus(front, post, clock), clock).Tell();
    }

    private static DemoCast CastOf(Front front, IClock clock)
    {
        var now = clock.GetCurrentInstant();
        // Whoever was sent to a congress is met at home, where they are a member.
        var people =
            from section in front
                .Sections.Select(id => front.Read(id).Section)
                .OrderBy(s => s.Sections.Name, StringComparer.Ordinal)
            from member in section.Membership.Members.Values
            where
                !Crowd.All.TryGetValue(member.Person, out var known) || known.Home.Id == section.Id
            select new DemoPerson(
                member.Person,
                NameOf(member.Person),
                RoleOf(section, member, now),
                section.Id,
                section.Sections.Name
            );
        return new DemoCast([.. people]);
    }

    private static string NameOf(PersonId person) =>
        Crowd.All.TryGetValue(person, out var known) ? known.Name : Cast.NameOf(person);

    private static string RoleOf(Section section, Member member, Instant now)
    {
        var held = section
            .Mandates.HeldBy(member.No, now)
            .Where(mandate => section.Statutes.Book.Has(mandate.Body))
            .Select(mandate => section.Statutes.Book.Body(mandate.Body).Title)
            .ToArray();
        return held.Length > 0
            ? string.Join(", ", held)
            : member.Standing switch
            {
                Standing.Good => "Member",
                Standing.Noticed => "Member, under notice",
                Standing.Applicant or Standing.Referred or Standing.Awaited => "Applicant",
                Standing.Invited => "Invited",
                Standing.Refused => "Refused",
                Standing.Delegate => "Delegate",
                Standing.Lapsed => "Lapsed member",
                Standing.Left => "Former member",
            };
    }
}
