using System.Collections.Immutable;
using System.Globalization;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Carrying;

/// <summary>Which congresses sit, and who has how many seats in them.</summary>
internal sealed partial class Plan
{
    private static readonly ImmutableArray<string> OfTheCongress =
    [
        "federation",
        "body",
        "until",
        "section",
        "members",
        "seats",
        "evidence",
        "paper",
    ];

    private void ReadCongress(List<Row> rows)
    {
        foreach (var row in rows)
            if (!_places.TryGetValue(row["federation"], out var federation))
                Faults.Add(row.Wrong("federation", "the key of a section of the tree"));
            else if (federation.Below.Find(p => p.Key == row["section"]) is not { } section)
                Faults.Add(
                    row.Wrong("section", "the key of a section that belongs to the federation")
                );
            else if (section.Seats is not null)
                Faults.Add(row.Wrong("section", "a section named once"));
            else if (DayIn(row, "until") is not { } until)
                Faults.Add(row.Wrong("until", "a day, as 2019-03-31"));
            else if (CountIn(row, "members", CarryCongress.MostMembers) is not { } members)
                Faults.Add(row.Wrong("members", "how many members the seats were allotted over"));
            else if (CountIn(row, "seats", CarryCongress.MostSeats) is not { } seats)
                Faults.Add(row.Wrong("seats", "how many seats, from 1 to 1000"));
            else
                federation.Congress.Add(
                    section.Seats = new Sending(
                        row,
                        section.Id,
                        new BodyId(row["body"]),
                        until,
                        members,
                        seats,
                        row["evidence"],
                        new Digest(row["paper"])
                    )
                );
        foreach (var (federation, seats) in Places.SelectMany(p => p.Congress.Select(s => (p, s))))
            if (seats.Body != federation.Congress[0].Body)
                Faults.Add(seats.Row.Wrong("body", federation.Congress[0].Body.Value));
            else if (seats.Until != federation.Congress[0].Until)
                Faults.Add(seats.Row.Wrong("until", federation.Congress[0].Row["until"]));
    }

    private static int? CountIn(Row row, string column, int most) =>
        int.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count >= 1
        && count <= most
            ? count
            : null;
}
