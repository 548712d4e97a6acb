using Plenum.Browser.Tests.WhoMay;
using Plenum.Clerk;
using Plenum.Domain.Ballots;
using Plenum.Domain.Membership;
using Plenum.Web.Mandates;

namespace Plenum.Browser.Tests.Pieces;

/// <summary>How members voted by name, as the pages tell it, against the record read from its first entry.</summary>
public sealed class DivisionTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    [Fact]
    public void Everybody_s_votes_by_name_are_those_of_the_record_asked_once_or_again()
    {
        var divisions = new Divisions(house.Front);
        var voted = house
            .Front.Keeping.Between(house.Id, 1, long.MaxValue)
            .Select(happened => happened.Event)
            .OfType<BallotsEvent.Voted>()
            .ToArray();
        Assert.NotEmpty(voted);

        for (var asked = 0; asked < 2; asked++)
            foreach (var member in house.Section.Membership.Members.Keys)
                Assert.Equal(
                    voted
                        .Where(v => v.Member == member)
                        .GroupBy(v => v.Box)
                        .Select(v => (v.Key, v.Last().Choice))
                        .OrderBy(v => v.Key),
                    divisions.Of(house.Id, member).Select(v => (v.Key, v.Value)).OrderBy(v => v.Key)
                );
    }
}
