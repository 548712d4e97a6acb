using CsCheck;
using Plenum.Domain.Membership;
using Plenum.Domain.Tests.Laws;
using Plenum.Domain.Tests.Trees;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Carrying;

/// <summary>Foundings, acceptances and letters come in any order, and letters late, twice and out of turn.</summary>
public sealed class CarriedOrderLaws
{
    [Fact]
    public void In_whatever_order_sections_are_constituted_and_joined_each_delegate_is_sent_once_and_sits() =>
        (
            from accepting in Gen.Shuffle(Enumerable.Range(0, 12).ToArray())
            from letters in Gen.Int[0, 40].Array[0, 4].Array[12]
            select (accepting, letters)
        ).Sample(
            muddle =>
            {
                var all = new CarriedTree();
                all.Carry(all.Held(all.Docks, 1), all.Held(all.Docks, 6));
                foreach (var (who, bring) in muddle.accepting.Zip(muddle.letters))
                {
                    var section = who < 6 ? all.Docks : all.Union;
                    section.Do(who % 6 + 1, new AcceptInvitation(1, ""));
                    foreach (var at in bring)
                    {
                        var written = all.Tree.Written.ToArray();
                        all.Tree.Bring(written[at % written.Length]);
                    }
                    Assert.True(all.Sitting(all.Docks).Length <= 2);
                }
                all.Tree.BringAll();

                Assert.Equal([1, 6], all.Sitting(all.Docks));
                Assert.Equal(2, all.Sent(all.Docks));
                Assert.All(
                    all.Union.On(Forest.Congress),
                    seat => Assert.Equal(all.Until, seat.Until)
                );
            },
            iter: 60
        );
}
