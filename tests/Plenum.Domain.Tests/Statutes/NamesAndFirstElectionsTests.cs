using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using static Plenum.Testing.SmallBranch;

namespace Plenum.Domain.Tests.Statutes;

/// <summary>Bodies of statutes in force that bear a name of the record's own, and bodies that another body elects.</summary>
public sealed class NamesAndFirstElectionsTests
{
    private static readonly Section Branch = Of(12).WithOfficers();

    private static Section With(Func<BodyRule, BodyRule> change) =>
        Branch.Under(
            Branch.Rules with
            {
                Bodies = Branch.Rules.Bodies.Select(change).ToEquatable(),
            }
        );

    [Theory]
    [InlineData("tree")]
    [InlineData("sections")]
    public void A_motion_before_a_body_of_such_a_name_is_out_of_order_and_throws_nothing(
        string name
    )
    {
        var section = With(b => b.Id == Committee ? b with { Id = new BodyId(name) } : b);
        Assert.Equal(
            new NoDecidingBody(new BodyId(name)).By(section.Rules.Motions.Article),
            new PutMotion("Tables", "We buy tables.", new BodyId(name), [], []).Refusal(
                section,
                By(5, At(1))
            )
        );
        Assert.False(section.IsElector(new BodyId(name), new MemberNo(9), At(1)));
    }

    [Fact]
    public void Where_no_body_bears_it_the_name_means_all_members() =>
        Assert.True(Branch.IsElector(BodyId.Tree, new MemberNo(9), At(1)));

    [Fact]
    public void The_first_election_of_a_body_opens_as_soon_as_those_who_elect_it_sit()
    {
        var stewards = new BodyId("stewards");
        var empty = With(b => b);
        var section = empty.Under(
            empty.Rules with
            {
                Bodies = empty
                    .Rules.Bodies.Append(
                        empty.RuleOf(Committee) with
                        {
                            Id = stewards,
                            ElectedBy = Committee,
                            Seats = 2,
                        }
                    )
                    .ToEquatable(),
            }
        );
        var unfolding = new Unfolding(section);
        Rebuilding.CallFirst(unfolding, At(1));
        Rebuilding.CallFirst(unfolding, At(2));
        var called = Assert.Single(unfolding.Events.Items.OfType<MattersEvent.PutForward>());
        Assert.Equal(stewards, Assert.IsType<Question.Elect>(called.Question).Body);
        Assert.Equal(Committee, called.Procedure.Electorate);

        var nobody = new Unfolding(section with { Mandates = Of(12).Mandates });
        Rebuilding.CallFirst(nobody, At(1));
        Assert.Empty(nobody.Events.Items);
    }
}
