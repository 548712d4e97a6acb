using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Bodies;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo;

/// <summary>The motions of the first year, and what became of their tasks.</summary>
internal sealed partial class Story
{
    private void FirstMotions()
    {
        Move(
            Day(45),
            14,
            "A fund for the sick",
            "Everybody gives the price of one coffee a week. Whoever is ill longer than a fortnight is paid from it, "
                + "without a form and without a doctor's letter.",
            new Turnout(13, 2, 1),
            [10],
            () =>
                [
                    new PlannedTask(
                        Held(4, Treasurer),
                        "Open an account for the fund and report what it holds.",
                        Day(80)
                    ),
                    new PlannedTask(
                        First(Committee),
                        "Visit every shift and explain the fund.",
                        Day(75)
                    ),
                ]
        );
        Report(
            Day(70),
            2,
            "Eleven shifts visited, in five languages. Two people asked who decides on hardship: nobody does.",
            done: true
        );
        Report(
            Day(78),
            1,
            "The account is open. It holds the gifts of nineteen members for six weeks.",
            done: true
        );
        Move(
            Day(110),
            13,
            "Meetings on Sunday mornings",
            "The monthly meeting moves from Wednesday evening to Sunday at ten.",
            new Turnout(6, 9, 2),
            []
        );
        Move(
            Day(205),
            16,
            "Six weeks with the cleaners of pier four",
            "We stand with the cleaners of pier four for as long as their strike lasts, six weeks at least: a picket each "
                + "morning, soup at noon, and nobody of us carries a broom there.",
            new Turnout(10, 8, 1),
            [3, 10],
            () => [new PlannedTask(First(Committee), "Draw up the roster of the picket.", Day(225))]
        );
        _teller.At(
            Day(214),
            9,
            () =>
                new FileMinorityReport(
                    LastAdopt,
                    "Eight of us voted against, and none of us against the cleaners. Six weeks of pickets before the turn "
                        + "of the rosters will cost those on loan their contracts. We asked for two weeks and a fund, and "
                        + "we will stand at the pier all the same."
                )
        );
        Report(
            Day(224),
            3,
            "The roster is full for four weeks of six. The last two need names.",
            done: false
        );
        Move(
            Day(250),
            17,
            "A printing press of our own",
            "We buy the old press of the town paper and put it into shed two.",
            new Turnout(2, 1, 0),
            []
        );
        Move(
            Day(300),
            20,
            "Two languages at every meeting",
            "Whoever speaks is put into a second language, sentence by sentence. We take turns.",
            new Turnout(15, 1, 1),
            [13]
        );
    }
}
