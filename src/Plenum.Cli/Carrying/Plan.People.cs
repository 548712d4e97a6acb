using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Carrying;

/// <summary>Who is on the roll, and who holds what.</summary>
internal sealed partial class Plan
{
    private static readonly ImmutableArray<string> OfTheRoll =
    [
        "section",
        "number",
        "name",
        "email",
        "address",
        "since",
    ];

    private static readonly ImmutableArray<string> OfMandates =
    [
        "section",
        "number",
        "body",
        "since",
        "until",
        "term",
        "evidence",
        "paper",
    ];

    private void ReadRoll(List<Row> rows)
    {
        var seen = new HashSet<(Place, string)>();
        foreach (var row in rows)
        {
            var place = _places.GetValueOrDefault(row["section"]);
            if (place is null)
                Faults.Add(row.Wrong("section", "the key of a section of the tree"));
            else if (
                row["number"].Length is 0 or > LongestName
                || !seen.Add((place, row["number"]))
            )
                Faults.Add(row.Wrong("number", "a number nobody else has in the section"));
            else if (!Names.Read(row["name"]).IsSound)
                Faults.Add(
                    row.Wrong("name", "a name of at most 200 letters, all of which can be seen")
                );
            else if (row["email"].Length > 0 && !Mailer.IsAddress(row["email"]))
                Faults.Add(row.Wrong("email", "an address, or nothing"));
            else if (row["address"].Length > LongestName)
                Faults.Add(row.Wrong("address", "at most 200 characters"));
            else if (DayIn(row, "since") is not { } day || place.Day(day) > _now)
                Faults.Add(row.Wrong("since", "a day until today, as 2019-03-31"));
            else
            {
                place.Roll.Add(
                    new Somebody(
                        row,
                        row["number"],
                        new PersonalData(
                            Names.Read(row["name"]).Text,
                            row["email"],
                            row["address"]
                        ),
                        place.Day(day)
                    )
                );
                People++;
            }
        }
        foreach (var place in Places.Where(p => p.Roll.Count < Begin.FoundersNeeded))
            Stop(
                place.Row.Wrong(
                    "key",
                    $"a roll of at least {Begin.FoundersNeeded}, who constitute the section"
                )
            );
    }

    private void ReadMandates(List<Row> rows)
    {
        var known = Places
            .SelectMany(p => p.Roll.Select(s => (p.Key, s.Number, s)))
            .ToDictionary(p => (p.Key, p.Number), p => p.s);
        foreach (var row in rows)
        {
            var place = _places.GetValueOrDefault(row["section"]);
            if (place is null)
                Faults.Add(row.Wrong("section", "the key of a section of the tree"));
            else if (!known.TryGetValue((row["section"], row["number"]), out var holder))
                Faults.Add(row.Wrong("number", "somebody on the roll of the section"));
            else if (DayIn(row, "since") is not { } since)
                Faults.Add(row.Wrong("since", "a day, as 2019-03-31"));
            else if (DayIn(row, "until") is not { } until)
                Faults.Add(row.Wrong("until", "a day, as 2019-03-31"));
            else if (
                !int.TryParse(
                    row["term"],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var term
                ) || term is < 1 or > 99
            )
                Faults.Add(row.Wrong("term", "which term in a row, from 1"));
            else
                place.Mandates.Add(
                    new Held(
                        row,
                        holder,
                        new BodyId(row["body"]),
                        place.Day(since),
                        place.Day(until),
                        term,
                        row["evidence"],
                        new Digest(row["paper"])
                    )
                );
        }
    }

    private static LocalDate? DayIn(Row row, string column) =>
        LocalDatePattern.Iso.Parse(row[column]) is { Success: true, Value: { Year: >= 1850 } day }
            ? day
            : null;
}
