using System.Collections.Immutable;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Web;
using Plenum.Web.Doors;
using Plenum.Web.Guard;

namespace Plenum.Browser.Tests.People;

/// <summary>A clock that a test moves; deadlines of days pass at once.</summary>
public sealed class MovableClock : IClock
{
    private long _ahead;

    public Instant GetCurrentInstant() =>
        SystemClock.Instance.GetCurrentInstant() + Duration.FromTicks(Interlocked.Read(ref _ahead));

    public void Move(Duration by) => Interlocked.Add(ref _ahead, (long)by.TotalTicks);
}

/// <summary>A whole house with a folder of its own inside this process, and visitors who keep their cookies.</summary>
public sealed partial class Household : IAsyncDisposable
{
    private readonly string _folder;
    private readonly WebApplication _app;

    private Household(Action<IServiceCollection> add, string folder)
    {
        _folder = folder;
        // The list of static files is named after the program.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "plenum" }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Services.AddSingleton<IClock>(Clock);
        builder.Services.AddPlenumClerk(_folder, Deadlines.CommandFor);
        builder.Services.AddPlenumWeb(
            new PlenumWebOptions
            {
                MastheadOf = _ => Masthead.Empty,
                Limits = new Limits(ActsPerMinute: 10_000, DoorActsPerMinute: 10_000),
            }
        );
        builder.Services.AddSingleton(p => new FoundingKey(
            _folder,
            p.GetRequiredService<Front>(),
            System.Security.Cryptography.RandomNumberGenerator.Fill
        ));
        add(builder.Services);
        _app = builder.Build();
        _app.UsePlenumWeb();
        _app.MapPlenumWeb();
    }

    public MovableClock Clock { get; } = new();
    public Uri Address { get; private set; } = new("http://localhost");
    public string Folder => _folder;
    public Front Front => Of<Front>();
    public Accounts Accounts => Of<Accounts>();
    public Persons Persons => Of<Persons>();

    /// <summary>What lies in the folder once everything is done that requests have left behind.</summary>
    public ImmutableArray<KeptMessage> Letters
    {
        get
        {
            Of<Afterwards>().Done().GetAwaiter().GetResult();
            return Of<Mailer>().Kept();
        }
    }

    public Instant Now => Clock.GetCurrentInstant();

    public static Task<Household> Open(Action<IServiceCollection>? add = null) =>
        Open(add ?? (_ => { }), Directory.CreateTempSubdirectory("plenum-web-").FullName);

    /// <summary>The program ends and is started again over the same folder.</summary>
    public async Task<Household> Restarted()
    {
        await _app.DisposeAsync();
        return await Open(_ => { }, _folder);
    }

    private static async Task<Household> Open(Action<IServiceCollection> add, string folder)
    {
        var house = new Household(add, folder);
        await house._app.StartAsync();
        house.Address = new Uri(
            house._app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)
        );
        return house;
    }

    public T Of<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public PersonId Person(string name, string email = "")
    {
        var person = new PersonId(
            System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true)
        );
        Accounts.Create(person, Now);
        Of<PeopleBook>().Write(person, new PersonalData(name, email, ""));
        return person;
    }

    public Task<SectionId> Circle(params PersonId[] founders) => Circle("Harbour", founders);

    public async Task<SectionId> Circle(string name, params PersonId[] founders)
    {
        const string programme = "# Principles\n\n1. Each has one vote.\n";
        var statutes = Templates.Text("local-union", small: true);
        var answer = await Front.Found(
            new GivenId(Guid.NewGuid().ToString("N")),
            new Begin(
                Begin.IdOf(name, statutes, programme, "n"),
                name,
                "Etc/UTC",
                statutes,
                programme,
                [.. founders],
                "n"
            ),
            new Actor.Founder()
        );
        return Assert.IsType<Answer.Done>(answer).Section;
    }

    public Visitor Visit() => new(Address);

    public async Task<Visitor> Visit(PersonId person)
    {
        var visitor = Visit();
        var card = Accounts.IssueCard(person, Now);
        await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", card.Code),
            ("pin", card.Pin),
            ("own", "true")
        );
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>Somebody at a browser without script: cookies, forms and the tokens in them.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private readonly CookieContainer _cookies = new();

    public Visitor(Uri house) =>
        _http = new HttpClient(
            new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }
        )
        {
            BaseAddress = house,
        };

    /// <summary>What the last answer to a form told the browser to throw away.</summary>
    public string Cleared { get; private set; } = "";

    /// <summary>A cookie that comes from elsewhere.</summary>
    public void Take(string name, string value) =>
        _cookies.Add(new Cookie(name, value, "/", _http.BaseAddress!.Host));

    /// <summary>Somebody else who has copied the cookies that are here now.</summary>
    public Visitor Copy()
    {
        var copy = new Visitor(_http.BaseAddress!);
        foreach (Cookie cookie in _cookies.GetAllCookies())
            copy._cookies.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        return copy;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public async Task<(HttpStatusCode Status, string Text)> Read(string path)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, path);
        asked.Headers.Accept.ParseAdd("text/html");
        using var answer = await _http.SendAsync(asked, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            WebUtility.HtmlDecode(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    /// <summary>Opens a page that may send one on: where to, or the page itself.</summary>
    public async Task<(HttpStatusCode Status, string Next)> Open(string path)
    {
        using var answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return (
            answer.StatusCode,
            answer.Headers.Location?.ToString()
                ?? WebUtility.HtmlDecode(
                    await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                )
        );
    }

    /// <summary>Opens a page, fills its form and sends it; answers where one is sent on to, or the page itself.</summary>
    public Task<(HttpStatusCode Status, string Next)> Send(
        string page,
        string form,
        params (string Name, string Value)[] fields
    ) =>
        Send(
            page,
            form,
            new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
        );

    /// <summary>Sends a form that was opened before, with the token it had then.</summary>
    public async Task<(HttpStatusCode Status, string Next)> Post(
        string form,
        IReadOnlyDictionary<string, string> fields
    )
    {
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(
            form,
            content,
            TestContext.Current.CancellationToken
        );
        var next =
            answer.Headers.Location?.ToString()
            ?? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(next));
    }

    public async Task<(HttpStatusCode Status, string Next)> Send(
        string page,
        string form,
        HttpContent content,
        string idempotent = ""
    )
    {
        var token = Token().Match((await Read(page)).Text).Groups[1].Value;
        using var asked = new HttpRequestMessage(HttpMethod.Post, form) { Content = content };
        // Whoever is refused while still sending reads the answer; a broken line is none.
        asked.Headers.ExpectContinue = content.Headers.ContentLength > 1_000_000;
        asked.Headers.Add("RequestVerificationToken", token);
        if (idempotent.Length > 0)
            asked.Headers.Add("Idempotency-Key", idempotent);
        using var answer = await _http.SendAsync(asked, TestContext.Current.CancellationToken);
        Cleared = string.Join(
            ' ',
            answer.Headers.TryGetValues("Clear-Site-Data", out var cleared) ? cleared : []
        );
        var next =
            answer.Headers.Location?.ToString()
            ?? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, WebUtility.HtmlDecode(next));
    }

    public void Dispose() => _http.Dispose();
}
