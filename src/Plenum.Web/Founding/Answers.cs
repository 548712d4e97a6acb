using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Domain;
using Plenum.Domain.Statutes;
using Plenum.Web.People;

namespace Plenum.Web.Founding;

/// <summary>A founder as written on the page: what they are called, and an address if they have one.</summary>
public sealed record Founder(string Name, string Email);

/// <summary>The nine questions of "Start a branch", answered.</summary>
public sealed partial record Answers(
    string Name,
    string SectionWord,
    int Seats,
    ImmutableArray<string> Officers,
    string Term,
    string Dues,
    string MeetsEvery,
    string Notice,
    string Template,
    bool Small,
    string Law,
    ImmutableArray<string> Languages,
    string TimeZone,
    ImmutableArray<Founder> Founders
)
{
    public static ImmutableArray<string> Offices { get; } = ["chair", "secretary", "treasurer"];
    public static ImmutableArray<int> SeatsOffered { get; } = [3, 5, 7, 9];
    public static ImmutableArray<string> TermsOffered { get; } = ["P6M", "P1Y", "P2Y"];
    public static ImmutableArray<string> MeetingsOffered { get; } = ["P7D", "P14D", "P1M", "P3M"];
    public static ImmutableArray<string> NoticesOffered { get; } = ["P3D", "P7D", "P14D"];

    private const int MostFounders = 200;

    [GeneratedRegex(
        "^[a-z]{2,3}(-[A-Za-z]{2,4})?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LanguageTag();

    /// <summary>What was sent; whatever was not offered falls back to what the template says.</summary>
    public static Answers Of(IFormCollection form) =>
        new(
            Names.Read(form["name"].ToString()).Text,
            Names.Read(form.Text("word", 40)).Text,
            Offered(
                SeatsOffered,
                int.TryParse(form.Text("seats"), CultureInfo.InvariantCulture, out var seats)
                    ? seats
                    : 0
            ),
            [.. Offices.Where(office => form["officer"].Contains(office, StringComparer.Ordinal))],
            Offered(TermsOffered, form.Text("term"), 1),
            form.Text("dues", 2000),
            Offered(MeetingsOffered, form.Text("meets"), 2),
            Offered(NoticesOffered, form.Text("notice"), 1),
            Offered(Templates.Names, form.Text("template")),
            form.Text("profile") != "full",
            form.Text("law", 80) is { Length: > 0 } law ? law : "none",
            [
                .. form.Text("languages")
                    .Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
                    .Where(tag => LanguageTag().IsMatch(tag))
                    .Distinct(StringComparer.Ordinal),
            ],
            form.Text("zone", 60),
            FoundersIn(form.Text("founders", 20_000))
        );

    /// <summary>The first name in the answers that is none, and why; sound where there is no such name.</summary>
    public NameRead NoName =>
        Founders
            .Select(founder => Names.Read(founder.Name))
            .Prepend(Names.Read(Name))
            .FirstOrDefault(name => name.Trouble is NameTrouble.TooLong or NameTrouble.HiddenSign)
        ?? new NameRead(Name, NameTrouble.None);

    /// <summary>Which questions have no answer one could go on with, by the name of their field.</summary>
    public ImmutableArray<string> Missing =>
        [
            .. new (string Field, bool Wrong)[]
            {
                ("name", !Names.Read(Name).IsSound),
                ("word", !Names.Read(SectionWord).IsSound),
                ("languages", Languages.IsEmpty),
                ("zone", DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null),
                (
                    "founders",
                    Founders.IsEmpty
                        || Founders.Length > MostFounders
                        || Founders.Any(f =>
                            !Names.Read(f.Name).IsSound
                            || f.Email.Length > 0 && !Mailer.IsAddress(f.Email)
                        )
                ),
            }
                .Where(question => question.Wrong)
                .Select(question => question.Field),
        ];

    private static ImmutableArray<Founder> FoundersIn(string text) =>
        [
            .. text.Split(
                    '\n',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
                .Select(line => line.Split(',', 2, StringSplitOptions.TrimEntries))
                .Where(parts => parts[0].Length > 0)
                .Select(parts => new Founder(
                    Names.Read(parts[0]).Text,
                    parts.Length > 1 ? parts[1] : ""
                )),
        ];

    private static T Offered<T>(ImmutableArray<T> offered, T chosen, int usual = 0) =>
        offered.Contains(chosen) ? chosen : offered[usual];
}
