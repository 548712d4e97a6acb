using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo;

/// <summary>The last weeks, up to this hour: what is on its way while somebody looks.</summary>
internal sealed partial class Story
{
    private void SecondYear()
    {
        Lapse();
        Refusal();
        LastDecisions();
        AnEmptySeat();
        OnTheWay();
    }

    private void Lapse()
    {
        const string ground =
            "No contribution for five months; hardship would be reason enough to wait.";
        _teller.At(Ago(85), 3, () => new Notify(Member(22), ground));
        _teller.At(Ago(62), 3, () => new Notify(Member(22), ground));
        _teller.At(Ago(9), 3, () => new Notify(Member(17), ground));
        Join(Ago(6), 24);
        Attest(Ago(5), 24, 8);
        _teller.At(Ago(3), 3, () => new Invite(Cast.Person(25), Ago(900)));
    }

    /// <summary>A union refuses nobody over the programme; whoever hires and dismisses the others is another matter.</summary>
    private void Refusal()
    {
        Join(Ago(80), 26, "I hire and dismiss for the harbour office, and shall go on doing so.");
        // The committee lets its month pass; the members are asked and say no.
        _teller.At(
            Ago(49, 12),
            () =>
            {
                _voters.Expect(
                    Section
                        .Matters.OpenMatters.Single(m =>
                            m.Question is Question.Admit q && q.Applicant == Member(26)
                        )
                        .No,
                    new Turnout(3, 11, 2)
                );
                return Task.CompletedTask;
            }
        );
    }

    private void LastDecisions()
    {
        Move(
            Ago(40),
            19,
            "Lamps on the east quay",
            "From dusk on nobody of us ties up a ship at a quay without light. The harbour office is told so in writing.",
            new Turnout(14, 1, 2),
            [12],
            () =>
                [
                    new PlannedTask(
                        First(Committee),
                        "Tell the harbour office in writing.",
                        Ago(20)
                    ),
                    new PlannedTask(
                        Held(3, Secretary),
                        "Count the lamps every week and publish the number.",
                        _now + Duration.FromDays(30)
                    ),
                ]
        );
        Report(
            Ago(22),
            4,
            "The letter went out. The office has answered that it has understood.",
            done: true
        );
        // Of the committee itself, whose members vote by name; two of the members want all to decide it.
        _teller.At(
            Ago(18),
            async () =>
            {
                await _teller.Do(
                    (
                        14,
                        new PutMotion(
                            "Hire the hall in Dock Street",
                            "The committee hires the hall in Dock Street for the twelve meetings of the coming year.",
                            Committee,
                            [],
                            []
                        )
                    )
                );
                _voters.Expect(LastMatter, new Turnout(2, 1, 0));
            }
        );
        _teller.At(Ago(7), 15, () => new Challenge(LastAdopt));
    }

    private void OnTheWay()
    {
        var vote = Section.After(_now, Section.Rules.Motions.VoteLasts) - _now;
        _teller.At(
            Ago(5),
            10,
            () => new Recall(Section.Mandates.On(Chair, _teller.Now).First().No)
        );
        var debate = Duration.FromDays(5);
        Move(
            _now - debate - vote / 2,
            5,
            "A day off for every night worked alone",
            "Whoever has worked a night alone on the quay stays at home the next day, and is paid for it.",
            new Turnout(12, 4, 1),
            [11, 12],
            () =>
                [
                    new PlannedTask(
                        First(Committee),
                        "Bring it before the harbour office.",
                        _now + Duration.FromDays(45)
                    ),
                ]
        );
        Move(
            Ago(2, 5),
            20,
            "A summer school on the island",
            "In the first week of July we meet on the island for five days: safety, law, swimming. Families are welcome.",
            new Turnout(0, 0, 0),
            [21, 22]
        );
        _teller.At(
            Ago(1, 20),
            2,
            () =>
                new CallSitting(
                    BodyId.Members,
                    _now + Duration.FromDays(9),
                    "Canteen, second floor",
                    SittingNo.None,
                    [new MatterNo(LastMatter.Value - 1), LastMatter]
                )
        );
        _teller.At(
            Ago(1, 3),
            16,
            () =>
                new AmendProgramme(
                    "A crèche for the early shift",
                    Section
                        .Programme.Text.Write()
                        .Replace(
                            "# Long-term",
                            "15. A crèche that opens before the early shift begins.\n\n# Long-term",
                            StringComparison.Ordinal
                        ),
                    Section.Programme.Digest
                )
        );
        _teller.At(Ago(0, 20), 14, () => new Support(LastMatter));
    }
}
