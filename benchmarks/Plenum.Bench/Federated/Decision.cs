using System.Diagnostics;
using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;

namespace Plenum.Bench.Federated;

/// <summary>What one decision over thousands of sections takes.</summary>
internal static class Decision
{
    /// <summary>The allotment once more on the state in which all returns had come and no seat was given.</summary>
    public static TimeSpan OfSeats(Section section, Congress congress)
    {
        var before = congress with
        {
            Seats = congress.Seats.Clear(),
            AllSeats = 0,
            IsAllotted = false,
        };
        var waiting = section with
        {
            Congresses = section.Congresses with
            {
                All = section.Congresses.All.SetItem(congress.No, before),
            },
        };
        var command = new AllotSeats(congress.No, congress.ReturnsUntil);
        var occasion = new Occasion(
            congress.ReturnsUntil,
            new Actor.Clock(),
            new Draw(Digest.Of("bench").Hex)
        );
        var began = Stopwatch.GetTimestamp();
        var ruling = command.RuledOn(waiting, occasion);
        var took = Stopwatch.GetElapsedTime(began);
        return ruling is Ruling.InOrder
            ? took
            : throw new InvalidOperationException(ruling.ToString());
    }

    /// <summary>The division that is open in the congress closes: from its deadline until the verdict is durable.</summary>
    public static async Task<TimeSpan> OfADivision(
        Story story,
        Front front,
        Calendar calendar,
        StandingClock clock
    )
    {
        var matter = story
            .Section(Place.Federation)
            .Matters.OpenMatters.Single(m => m is { Question: Question.Adopt });
        var until = ((Stage.Voting)matter.Stage).Until;
        await story.Pass(until - Duration.FromTicks(1));
        clock.Now = until;
        var began = Stopwatch.GetTimestamp();
        await calendar.ActOnWhatIsDue();
        var took = Stopwatch.GetElapsedTime(began);
        return front.Read(Place.Federation.Id).Section.Matters.Find(matter.No) is { IsOpen: false }
            ? took
            : throw new InvalidOperationException("The division did not close.");
    }
}
