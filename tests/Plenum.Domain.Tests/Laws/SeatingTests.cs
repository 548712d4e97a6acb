using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Whoever fills a vacancy makes room for those who are elected already and wait for their term.</summary>
public sealed class SeatingTests
{
    private static readonly BodyId Committee = new("committee");

    [Theory]
    [InlineData(0, 60)]
    [InlineData(-1, 90)]
    public void A_vacancy_is_filled_until_those_who_wait_take_all_the_seats(
        int overTheSeats,
        int days
    )
    {
        var branch = Branch.Founded(12);
        var section = branch.Section;
        var body = section.RuleOf(Committee);
        var (begins, ends) = (
            branch.Now + Duration.FromDays(60),
            branch.Now + Duration.FromDays(120)
        );
        for (var no = 1; no <= body.Seats + overTheSeats; no++)
            section = Seating
                .Seat(section, body, new MemberNo(no), begins, ends, MatterNo.None, BoxNo.None)
                .Evolve(section);
        Assert.Equal(
            branch.Now + Duration.FromDays(days),
            Seating.RoomUntil(section, body, branch.Now, branch.Now + Duration.FromDays(90))
        );
    }
}
