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

/// <summary>From the founding to the second elections: officers, members who come and go, the first decisions.</summary>
internal sealed partial class Story
{
    private void FirstYear()
    {
        FirstElections();
        Comings();
        FirstMotions();
        ChangesOfTheBasicLaw();
        FirstAssembly();
        SecondElections();
    }

    private void FirstElections()
    {
        Stand(
            Day(2),
            5,
            Committee,
            "I ran the canteen for nine years. I know who skips meals, and why."
        );
        Stand(
            Day(2, 3),
            6,
            Committee,
            "Rosters first. I will print every change three days ahead and answer for it."
        );
        Stand(
            Day(3),
            7,
            Committee,
            "Crane shed. I will bring the night shift's questions, not my own."
        );
        Stand(Day(5), 8, Committee, "New here, and loud. Someone should speak for those on loan.");
        Stand(
            Day(3),
            2,
            Chair,
            "A chair keeps the order of speakers and keeps quiet. I can do both."
        );
        Stand(
            Day(6),
            13,
            Chair,
            "Short meetings, written proposals, an end before the last ferry."
        );
        Stand(
            Day(2),
            3,
            Secretary,
            "I will keep the roll, write in four languages and help anyone at the desk."
        );
        Stand(
            Day(2),
            4,
            Treasurer,
            "Books open every Thursday after the shift. Bring your questions."
        );
        Stand(Day(4), 9, Treasurer, "I did the accounts of the rowing club, and it still floats.");
        Stand(
            Day(1),
            1,
            Keepers,
            "The machine stands in my kitchen. I would rather not stay alone with it."
        );
        Stand(
            Day(2),
            10,
            Keepers,
            "I look after ships' computers. This one will be dull, as it should."
        );
        Stand(Day(4), 11, Keepers, "Second pair of eyes, every Sunday.");
        Stand(Day(5), 12, Auditors, "I read receipts for a living.");
    }

    private void Comings()
    {
        Join(Day(30), 19);
        Admit(Day(33), 19);
        Join(Day(50), 23, "I would rather have the tugs in the hands of the town alone.");
        Admit(Day(52), 23);
        // The committee does not answer this one in time: two members vouch, and silence admits.
        Join(Day(90), 20);
        Attest(Day(92), 20, 14);
        Attest(Day(95), 20, 18);
        Join(Day(140), 21);
        Admit(Day(141), 21);
        _teller.At(Day(60), 3, () => new Invite(Cast.Person(22), Day(-400)));
        _teller.At(Day(62), 22, () => new AcceptInvitation(Section.Programme.Version, ""));
        _teller.At(Day(280), 23, () => new Leave());
    }

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

    private void ChangesOfTheBasicLaw()
    {
        Together(
            Day(150),
            new Turnout(14, 2, 0),
            [16, 18, 10],
            () =>
                new Amend(
                    "More time before a vote",
                    [Change("motions", "debate: P3D", "debate: P5D")]
                )
        );
        Together(
            Day(225),
            new Turnout(13, 3, 1),
            [12, 5, 21],
            () =>
                new AmendProgramme(
                    "Rest in the crane shed",
                    Section
                        .Programme.Text.Write()
                        .Replace(
                            "# Long-term",
                            "14. A warm room to rest in beside every crane, with a door that closes.\n\n# Long-term",
                            StringComparison.Ordinal
                        ),
                    Section.Programme.Digest
                )
        );
        foreach (
            var (person, day) in new[]
            {
                (2, 275),
                (3, 275),
                (12, 276),
                (5, 276),
                (18, 279),
                (10, 284),
            }
        )
            _teller.At(Day(day), person, () => new Reaccept(""));
        // Out of order under the charter (C3), and kept on the record.
        _teller.At(
            Day(270),
            13,
            () =>
                new Amend(
                    "One voice to the outside",
                    [Change("factions", "allowed: true", "allowed: false")]
                )
        );
    }

    private void FirstAssembly()
    {
        _teller.At(
            Day(80),
            2,
            () =>
                new CallSitting(
                    BodyId.Members,
                    Day(100),
                    "Canteen, second floor",
                    SittingNo.None,
                    []
                )
        );
        int[] present = [2, 3, 5, 6, 9, 12, 14, 16, 18, 19];
        _teller.At(
            Day(100) - Duration.FromMinutes(10),
            () => _teller.Do(present.Select(p => (p, (Command)new EnterSitting(LastSitting))))
        );
        _teller.At(Day(100) + Duration.FromMinutes(5), 2, () => new OpenSitting(LastSitting));
        _teller.At(Day(100, 2), 2, () => new CloseSitting(LastSitting));
        _teller.At(
            Day(180),
            2,
            () =>
                new Report(
                    Held(2, Chair),
                    "Six meetings, none longer than two hours. Twice the speakers' list closed too early; that was my doing."
                )
        );
    }

    private void SecondElections()
    {
        Stand(
            Day(326),
            5,
            Committee,
            "Once more, and then somebody else. The fund works; the rosters do not yet."
        );
        Stand(Day(327), 7, Committee, "The night shift asked me to go on, so I ask you.");
        Stand(
            Day(328),
            14,
            Committee,
            "The fund was my motion. I would like to look after what it became."
        );
        Stand(
            Day(329),
            8,
            Committee,
            "Those on loan are a third of us now. One seat of three would be fair."
        );
        Stand(
            Day(330),
            9,
            Committee,
            "Whoever lost the vote on the picket should be heard in the committee too."
        );
        Stand(Day(326), 2, Chair, "The same, with a longer list of speakers.");
        Stand(
            Day(331),
            16,
            Chair,
            "Chair by turns. I would begin, and hand it on after half a year."
        );
        Stand(
            Day(327),
            3,
            Secretary,
            "The roll is in order, the desk is open on pay-days. I would go on."
        );
        Stand(Day(327), 4, Treasurer, "Forty Thursdays, forty open books.");
        Stand(Day(327), 10, Keepers, "Dull it was. I would keep it so.");
        Stand(Day(329), 11, Keepers, "Fifty-one Sundays. One I overslept.");
        Stand(Day(330), 12, Auditors, "Two receipts were missing. They have been found.");
        Stand(Day(332), 15, Auditors, "I never held a post here. That is the point.");
    }
}
