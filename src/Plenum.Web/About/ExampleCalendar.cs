using Microsoft.AspNetCore.Http;
using Plenum.Web.Speech;

namespace Plenum.Web.About;

/// <summary>The calendar file behind the deadline on the page of examples.</summary>
internal static class ExampleCalendar
{
    public static IResult Write(PlenumWebOptions options, Sentences sentences, Times times)
    {
        var closing = new Examples(sentences, times.Now).Closing;
        return options.Demo
            ? Results.Text(
                CalendarFile.Of(
                    "example-deadline@plenum",
                    $"{closing.What}: {sentences["example.motion"]}",
                    closing.At,
                    times.Now
                ),
                "text/calendar"
            )
            : Results.NotFound();
    }
}
