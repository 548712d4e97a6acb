using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Referendums;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo.Federated;

/// <summary>From the first letter to a federation to the divisions of its congress, and delegates taken back meanwhile.</summary>
internal sealed partial class Saga
{
    private const int Days = 248;

    /// <summary>By now every branch is in its country, and calls for a congress bring returns at once.</summary>
    private const int Called = 188;

    private void TogetherInCountries()
    {
        for (var country = 0; country < Atlas.Countries.Length; country++)
        {
            var above = Atlas.Countries[country];
            foreach (var branch in Atlas.Branches[country])
                AskToJoin(branch, above, "Ships do not end at the gate of our harbour.");
            AskToJoin(above, Atlas.World, "Who owns the ships owns them in every country.");
        }
    }

    private void AskToJoin(Place place, Place above, string why)
    {
        _chorus.At(Day(100), place, 9 % place.People, () => new AskToJoin(above.Id, why));
        _chorus.At(
            Day(101),
            () =>
            {
                var asked = _chorus.Section(place).Matters.All.Values.Last();
                return _chorus.Do(
                    Enumerable
                        .Range(1, asked.Procedure.SupportNeeded - 1)
                        .Select(no => (place, place.Person(no), (Command)new Support(asked.No)))
                );
            }
        );
    }

    private void Congresses()
    {
        for (var country = 0; country < Atlas.Countries.Length; country++)
        {
            var above = Atlas.Countries[country];
            _chorus.At(
                Day(Called),
                () =>
                {
                    var chair = Held(above, Committee)[0].Holder;
                    var person = _chorus.Section(above).Membership.Of(chair).Person;
                    return _chorus.Do((above, person, (Command)new CallCongress(Congress)));
                }
            );
            foreach (var branch in Atlas.Branches[country])
                Stand(Day(Called + 2), branch, Delegates, 12, 13, 14, 15);
            _chorus.At(Day(Called + 24), () => Move(above));
        }
    }

    private Task Move(Place above)
    {
        var first = _chorus.Section(above).Mandates.On(Congress, _chorus.Now).First();
        return _chorus.Do(
            (
                above,
                _chorus.Section(above).Membership.Of(first.Holder).Person,
                new PutMotion(
                    "No ship is handled below four to a hold",
                    "Wherever a company sends fewer than four into a hold, nobody of us goes in. The sections tell each other the same day, and the company in writing.",
                    Congress,
                    [],
                    []
                )
            )
        );
    }

    private void LastWeeks()
    {
        // All members of one country are voting since a few days, each in the part of the roll that their branch returned.
        _chorus.At(Ago(28 + 5), () => PutToAll(Atlas.Countries[0]));
        // The delegate of the smallest branch has voted against what the branch wanted, and is taken back: nobody sits there now.
        var taken = Atlas.Branches[0][3];
        TakeBack(taken, Ago(7, 2));
        // In another country the vote on a delegate is running.
        TakeBack(Atlas.Branches[2][3], Ago(3));
        // And here the first names stand under a petition.
        var petition = Atlas.Branches[1][0];
        _chorus.At(Ago(1), petition, 20, () => new Recall(Held(petition, Delegates)[0].No));
    }

    private Task PutToAll(Place above)
    {
        var convener = Held(above, Committee)[0].Holder;
        return _chorus.Do(
            (
                above,
                _chorus.Section(above).Membership.Of(convener).Person,
                new PutToAll(
                    "No night shift without a second crane driver",
                    "From October on no crane of ours runs at night with one driver. Where a company sends one, the crane stands still, and every branch stands behind that driver.",
                    Secret: true
                )
            )
        );
    }

    // Whoever begins is the first signature; with the last one the vote opens within three days.
    private void TakeBack(Place place, Instant votingSince)
    {
        _chorus.At(
            votingSince - Duration.FromDays(3),
            place,
            20,
            () => new Recall(Held(place, Delegates)[0].No)
        );
        _chorus.At(
            votingSince - Duration.FromDays(3),
            () =>
            {
                var petition = _chorus.Section(place).Matters.All.Values.Last();
                return _chorus.Do(
                    Enumerable
                        .Range(21, petition.Procedure.SupportNeeded - 1)
                        .Select(no => (place, place.Person(no), (Command)new Support(petition.No)))
                );
            }
        );
    }
}
