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

/// <summary>Seats that fall empty: one is counted back, the other is being elected.</summary>
internal sealed partial class Story
{
    private void AnEmptySeat()
    {
        // Whoever has the last of three seats gives it up; the papers of that day decide who follows.
        _teller.At(
            Ago(25),
            () =>
            {
                var mandate = Section.Mandates.On(Committee, _teller.Now).Last();
                return _teller.Do((PersonOf(mandate.Holder), new Resign(mandate.No)));
            }
        );
        _teller.At(Ago(24), ConsentToFollow);
        // An office held by one is elected anew, so that there is an election now.
        var nomination = Section.Rules.Elections.Nomination;
        var voting = Section.After(_now, Section.Rules.Elections.Voting) - _now;
        var resigned = Section.Before(_now, nomination) - voting / 2;
        _teller.At(
            resigned,
            () =>
            {
                var mandate = Section.Mandates.On(Auditors, _teller.Now).First();
                return _teller.Do((PersonOf(mandate.Holder), new Resign(mandate.No)));
            }
        );
        Stand(
            resigned + Duration.FromDays(2),
            18,
            Auditors,
            "Three winters of stock-taking in shed nine. Nothing is ever missing; it is only elsewhere."
        );
        Stand(
            resigned + Duration.FromDays(4),
            21,
            Auditors,
            "I would publish what I find within a week, whoever it is about."
        );
        Stand(
            resigned + Duration.FromDays(9),
            6,
            Auditors,
            "I spent your money for a year. Let me now watch others do it."
        );
    }

    private async Task ConsentToFollow()
    {
        var (vacated, pending) = Section.Elections.CountBacks.First();
        var election = Section.Elections.Of(pending.Election);
        await _teller.Do(
            election
                .Standing.Where(candidate => !election.Elected.Contains(candidate.Number))
                .Select(candidate =>
                    (PersonOf(candidate.Member), (Command)new ConsentToCountBack(vacated))
                )
        );
    }
}
