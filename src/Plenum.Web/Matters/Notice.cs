using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Bodies;
using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;
using Plenum.Web.Speech;

namespace Plenum.Web.Matters;

/// <summary>
/// What is called, as paper says it: what it is, until when, and how one takes part without a screen (C18). A notice
/// says nothing that members do not read on the page it names.
/// </summary>
/// <param name="Alone">What to ask the sheet for to have this one by itself; empty where it is only one of many.</param>
public sealed record Notice(
    string Kind,
    string Title,
    string Until,
    Instant At,
    ImmutableArray<string> Lines,
    ImmutableArray<string> Agenda,
    string How,
    string Path,
    string Alone
)
{
    /// <summary>Everything with a date ahead, in order of the date.</summary>
    public static ImmutableArray<Notice> All(Here here) =>
        [
            .. Sittings(here)
                .Concat(here.Section.Matters.OpenMatters.Select(m => Of(here, m)))
                .Concat(here.Section.Congresses.All.Values.Where(IsOpen).Select(c => Of(here, c)))
                .Concat(
                    here.Section.Referendums.FromAbove.Values.Where(t => !t.IsDecided)
                        .Select(t => Of(here, t))
                )
                .Where(n => n.At > here.Now)
                .OrderBy(n => n.At),
        ];

    public static Notice Of(Here here, Matter matter) =>
        new(
            here.S["notice.item", ("no", matter.No.Value), ("stage", here.S.Of(matter.Stage))],
            CalendarFiles.TitleOf(here, matter),
            UntilOf(here, matter.Stage),
            matter.Stage.NextAt,
            [],
            [],
            TakingPart.In(here, matter),
            here.UrlOf(matter.No),
            "item=" + matter.No
        );

    private static IEnumerable<Notice> Sittings(Here here) =>
        here
            .Section.Bodies.Sittings.Values.Where(s => s.Stage == SittingStage.Called)
            .Select(s => new Notice(
                here.S["notice.meeting"],
                here.TitleOf(s.Body),
                here.S["notice.begins"],
                s.At,
                [.. Said(here, s)],
                [.. s.Agenda.Select(no => OnTheAgenda(here, no))],
                s.Body == BodyId.Members
                    ? here.S["notice.how-meeting"]
                    : here.S["notice.how-body-meets", ("body", here.TitleOf(s.Body))],
                here.Url("sittings/" + s.No),
                "sitting=" + s.No
            ));

    private static IEnumerable<string> Said(Here here, Sitting sitting)
    {
        if (sitting.Place.Length > 0)
            yield return here.S["sitting.where", ("place", sitting.Place)];
        if (sitting.SecondOf != SittingNo.None)
            yield return here.S["notice.second-meeting"];
        if (sitting.IsForElectionsOnly)
            yield return here.S["elections-assembly.only"];
    }

    private static string OnTheAgenda(Here here, MatterNo no) =>
        here.S[
            "notice.on-agenda",
            ("no", no.Value),
            (
                "title",
                here.Section.Matters.Find(no) is { } matter
                    ? CalendarFiles.TitleOf(here, matter)
                    : ""
            )
        ];

    private static bool IsOpen(Congress congress) => !congress.IsAllotted;

    private static Notice Of(Here here, Congress congress) =>
        new(
            here.S["notice.congress"],
            here.TitleOf(congress.Body),
            here.S["notice.returns-until"],
            congress.ReturnsUntil,
            [here.S["notice.record-date", ("day", here.S.Day(congress.RecordDate))]],
            [],
            here.S["notice.how-congress"],
            here.Url($"bodies/{congress.Body}/prepare"),
            ""
        );

    private static Notice Of(Here here, Told told) =>
        new(
            here.S["notice.from-above", ("name", told.Name)],
            Referendums.InitiativeTitles.Of(here, told),
            here.S["vote.closes"],
            told.Closes,
            [],
            [],
            here.S["notice.how-vote-of-all"],
            $"/s/{Here.Abridged(told.Question.Convener)}/questions/{told.Question.Matter}",
            ""
        );

    private static string UntilOf(Here here, Stage stage) =>
        stage switch
        {
            Stage.Support => here.S["support.until"],
            Stage.Debate => here.S["debate.until"],
            Stage.Nomination => here.S["nominate.until"],
            Stage.Voting => here.S["vote.closes"],
            Stage.Protest => here.S["notice.protests-until"],
            Stage.Settled => "",
        };
}
