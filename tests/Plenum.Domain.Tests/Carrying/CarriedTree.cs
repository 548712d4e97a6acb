using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Domain.Tests.Trees;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Carrying;

/// <summary>A union and its docks, both begun and not constituted, in an organisation whose congress sits.</summary>
internal sealed class CarriedTree
{
    public static readonly Actor Founder = new Actor.Founder();
    private static readonly Digest Minutes = Digest.Of("minutes of the last congress");

    public CarriedTree()
    {
        Union = Circle(
            "Union",
            TreeStatutes.OfAFederation("method: per_members, per: 3, least: 1, most: 3"),
            201
        );
        Docks = Circle("Docks", TreeStatutes.OfASection, 101);
        Until = Docks.Now + Duration.FromDays(200);
        Tree = new Federation(Union, Docks);
    }

    public Branch Union { get; }

    public Branch Docks { get; }

    public Federation Tree { get; }

    /// <summary>The day the seats of the congress end.</summary>
    public Instant Until { get; }

    private static Branch Circle(string name, string statutes, int first) =>
        Branch.Circle(6, statutes, Steps.Programme, "Etc/UTC", name, first);

    public static CarriedSeats Seats(SectionId section, int seats) =>
        new(section, 60, seats, "Report of the credentials committee", Minutes);

    public CarriedMandate Held(Branch section, int person, int days = 200) =>
        new(
            section.Who(person),
            Forest.Delegation,
            Docks.Now - Duration.FromDays(100),
            Until - Duration.FromDays(200 - days),
            1,
            "Minutes of the annual meeting, item 6",
            Minutes
        );

    public void Carry(params CarriedMandate[] mandates) =>
        Carry(2, 2, mandates.Length > 0 ? mandates : [Held(Docks, 1), Held(Docks, 2)]);

    /// <summary>Both foundings name the place, the seats and who sits; no letter has gone yet.</summary>
    public void Carry(int seats = 2, int? seatsAbove = null, params CarriedMandate[] mandates)
    {
        Docks.Do(new CarrySeats(seats, Until), Founder);
        Docks.Do(
            new CarryOver(
                [],
                mandates.Length > 0 ? mandates.ToEquatable() : [Held(Docks, 1), Held(Docks, 2)]
            ),
            Founder
        );
        Union.Do(new CarryPlace(new(""), [Docks.Id()]), Founder);
        if ((seatsAbove ?? seats) is > 0 and var above)
            Union.Do(
                new CarryCongress(Forest.Congress, Until, [Seats(Docks.Id(), above)]),
                Founder
            );
        Docks.Do(new CarryPlace(Union.Id(), []), Founder);
    }

    public static void Accept(Branch section, int from, int to)
    {
        for (var no = from; no <= to; no++)
            section.Do(no, new AcceptInvitation(1, ""));
    }

    /// <summary>Who sits above for the section, by their numbers there.</summary>
    public int[] Sitting(Branch section) =>
        [
            .. Delegations
                .Of(Union.Section, section.Id(), Union.Now)
                .Select(m => Union.Section.Membership.Of(m.Holder).Person)
                .Select(person => section.Section.Membership.Of(person).No.Value)
                .Order(),
        ];

    /// <summary>How often the section has sent somebody.</summary>
    public int Sent(Branch section) =>
        Tree.Written.Count(w =>
            w.From == section.Id() && w.Letter.Letter is Letter.CredentialIssued
        );
}
