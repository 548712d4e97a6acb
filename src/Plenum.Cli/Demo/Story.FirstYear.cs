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
}
