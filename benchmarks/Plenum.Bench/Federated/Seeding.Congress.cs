using System.Diagnostics;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;

namespace Plenum.Bench.Federated;

/// <summary>The congress: called, its seats allotted, its delegates sent, its motions divided on.</summary>
internal sealed partial class Seeding
{
    private async Task<(TimeSpan Whole, TimeSpan Decision)> Allotted(Story story)
    {
        var chair = story
            .Section(Place.Federation)
            .Mandates.On(new BodyId("chair"), story.Now)
            .Single();
        var person = story.Section(Place.Federation).Membership.Of(chair.Holder).Person;
        var began = Stopwatch.GetTimestamp();
        await story.Each([Place.Federation], _ => [(person, new CallCongress(Congress))]);
        await _post.Deliver();
        var whole = Stopwatch.GetElapsedTime(began);
        var section = story.Section(Place.Federation);
        var congress = section.Congresses.All.Values.Single();
        return (whole, Decision.OfSeats(section, congress));
    }

    private async Task Sent(Story story)
    {
        await story.Pass(Day(122));
        await story.Each(_sections, place => Candidates(story, place));
        await story.Pass(Day(140));
        var sat = story.Section(Place.Federation).Congresses.Seats.Count;
        if (sat < size.Sections)
            throw new InvalidOperationException($"{sat} of {size.Sections} have sent somebody");
    }

    private async Task<TimeSpan> Divided(Story story)
    {
        await story.Each([Place.Federation], _ => [Motion(story, "Six hours")]);
        await story.Pass(Day(170));
        return await Decision.OfADivision(story, _front, _calendar, _clock);
    }

    /// <summary>Until every section that has a seat has read how its delegates voted, and answered.</summary>
    private async Task<TimeSpan> Heard(Story story)
    {
        var began = Stopwatch.GetTimestamp();
        await _post.Deliver();
        var took = Stopwatch.GetElapsedTime(began);
        return story.Section(Place.Federation).Congresses.Unheard.Divisions.IsEmpty
            ? took
            : throw new InvalidOperationException("The division is still provisional.");
    }

    private (PersonId, Command) Motion(Story story, string title)
    {
        var section = story.Section(Place.Federation);
        var delegated = section.Mandates.On(Congress, story.Now).First();
        return (
            section.Membership.Of(delegated.Holder).Person,
            new PutMotion(title, $"We ask for {title}.", Congress, [], [])
        );
    }
}
