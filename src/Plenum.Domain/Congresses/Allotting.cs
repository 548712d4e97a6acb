using System.Collections.Immutable;
using NodaTime;
using Plenum.Counting;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ties;
using Plenum.Domain.Letters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>How seats of a congress are shared out: one decision over the returns at hand, told to every section.</summary>
public static class Allotting
{
    /// <summary>A return older than this says nothing any more; the section has the least.</summary>
    public static readonly Period OldestReturn = Period.FromYears(1);

    // An entry of the record holds 64 KiB; a section with its members and seats takes some hundred and twenty bytes of it.
    private const int MostInOneEntry = 400;

    public static void Allot(Unfolding unfolding, Congress congress, Occasion occasion)
    {
        var section = unfolding.Section;
        var body = section.Statutes.Book.Body(congress.Body);
        var members = section.Sections.Tree.Affiliates.Keys.ToDictionary(
            id => id,
            id => Returned(section, congress, id, occasion.Now)
        );
        // Parts of a divided section have the seats it would have (C6), and share them by their members.
        var asOne = Origins.AsOne(section, members.Keys.Order(), occasion.Now);
        var seats = Share(
            body,
            [
                .. asOne.Select(parts => new Claim(
                    parts.Sum(id => members[id]),
                    section.Sections.Tree.Affiliates[parts[0]].Constituency
                )),
            ],
            occasion.Drawn
        );
        EquatableArray<Allotment> allotted =
        [
            .. asOne
                .Zip(seats, (parts, s) => Within(parts, s, members, occasion.Drawn))
                .SelectMany(a => a)
                .OrderBy(a => a.Section),
        ];
        var parts = allotted.Chunk(MostInOneEntry).ToArray();
        foreach (var part in parts.SkipLast(1))
            unfolding.Then(new CongressesEvent.AllottedInPart(congress.No, [.. part]));
        unfolding.Then(new CongressesEvent.Allotted(congress.No, [.. parts.LastOrDefault([])]));
        foreach (var (id, _, number) in allotted)
            unfolding.Write(id, new Letter.SeatsAllotted(congress.No, number, congress.Until));
    }

    private static IEnumerable<Allotment> Within(
        EquatableArray<SectionId> parts,
        int seats,
        Dictionary<SectionId, int> members,
        Draw drawn
    )
    {
        var shares =
            parts.Count == 1
                ? [seats]
                : Share(
                    [.. parts.Select(id => (Fraction)Math.Max(members[id], 1))],
                    new SeatRule.Dividing(Divisor.SainteLague),
                    (0, seats),
                    seats,
                    drawn
                );
        return parts.Select((id, at) => new Allotment(id, members[id], shares[at]));
    }

    /// <summary>Seats for sections of these sizes, in the same order.</summary>
    public static ImmutableArray<int> Share(BodyRule body, ImmutableArray<Claim> claims, Draw drawn)
    {
        var rule = body.Apportionment;
        return rule.Shares.Count == 0
            ? Share(claims, body.Seats)
            : Constituencies.Share(rule.Shares, body.Seats, claims, drawn, Share);

        ImmutableArray<int> Share(ImmutableArray<Claim> among, int seats) =>
            Allotting.Share(
                [.. among.Select(c => (Fraction)Math.Max(c.Members, 1))],
                Seating(rule),
                (rule.Least, rule.Most),
                seats,
                drawn
            );
    }

    private static SeatRule Seating(ApportionmentRule rule) =>
        rule.Method switch
        {
            ApportionmentMethod.Equal or ApportionmentMethod.Stated => new SeatRule.Equal(
                rule.Least
            ),
            ApportionmentMethod.PerMembers => new SeatRule.PerMembers(
                rule.Per,
                Parts(rule.Rounding)
            ),
            ApportionmentMethod.Bands => new SeatRule.Banded([
                .. rule.Bands.Select(b => new Counting.Apportionment.Band(b.To, b.Seats)),
            ]),
            ApportionmentMethod.SainteLague => new SeatRule.Dividing(Divisor.SainteLague),
            ApportionmentMethod.Dhondt => new SeatRule.Dividing(Divisor.DHondt),
            ApportionmentMethod.Adams => new SeatRule.Dividing(Divisor.Adams),
            ApportionmentMethod.Dean => new SeatRule.Dividing(Divisor.Dean),
            ApportionmentMethod.HuntingtonHill => new SeatRule.Dividing(Divisor.HuntingtonHill),
            ApportionmentMethod.SquareRoot => new SeatRule.Dividing(Divisor.SquareRoot),
            ApportionmentMethod.Hare => new SeatRule.Remainders(Quota.Hare),
            ApportionmentMethod.Droop => new SeatRule.Remainders(Quota.Droop),
            ApportionmentMethod.HagenbachBischoff => new SeatRule.Remainders(
                Quota.HagenbachBischoff
            ),
            ApportionmentMethod.Imperiali => new SeatRule.Remainders(Quota.Imperiali),
            ApportionmentMethod.Degressive => new SeatRule.Degressive(rule.Base, rule.Most),
        };

    private static Rounding Parts(SeatRounding rounding) =>
        rounding switch
        {
            SeatRounding.Up => new Rounding.Up(),
            SeatRounding.HalfUp => new Rounding.HalfUp(),
            SeatRounding.HalfDown => new Rounding.HalfDown(),
            SeatRounding.HalfEven => new Rounding.HalfEven(),
            SeatRounding.Down => new Rounding.Down(),
        };

    /// <summary>Seats by sizes, whatever they are sizes of.</summary>
    internal static ImmutableArray<int> Share(
        ImmutableArray<Fraction> sizes,
        SeatRule rule,
        (int Least, int Most) bounds,
        int seats,
        Draw drawn
    ) =>
        Apportion.Seats(
            sizes
                .Select(
                    (size, at) =>
                        new Claimant(
                            FormattableString.Invariant($"{at}"),
                            size,
                            bounds.Least,
                            bounds.Most
                        )
                )
                .ToArray(),
            rule,
            seats,
            Lots.Seeded(Convert.FromHexString(drawn.SeedHex))
        ) switch
        {
            Counting.Apportionment.Allotment.Given(var given, _) => [.. given.Select(s => (int)s)],
            // The least of all together is more than there are seats, or the most of all less: everybody has it.
            Counting.Apportionment.Allotment.TooFewSeats => [.. sizes.Select(_ => bounds.Least)],
            Counting.Apportionment.Allotment.TooManySeats => [.. sizes.Select(_ => bounds.Most)],
        };

    // Late: the last return when it is not too old, else nobody, which gives the least.
    private static int Returned(Section section, Congress congress, SectionId id, Instant now) =>
        congress.Returns.TryGetValue(id, out var members) ? members
        : section.Congresses.LastReturns.TryGetValue(id, out var last)
        && now < section.After(last.At, OldestReturn)
            ? last.Members
        : 0;
}
