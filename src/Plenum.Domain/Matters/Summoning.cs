using Plenum.Domain.Bodies;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>An assembly that enough members summoned: called in the same breath, no officer acting (C16).</summary>
public static class Summoning
{
    public static void Call(Unfolding unfolding, MatterNo petition, Question.Summon summon)
    {
        var assembly = unfolding.Section.Rules.Bodies.Items.First(b => b.Kind == BodyKind.Assembly);
        unfolding.Then(
            new BodiesEvent.Called(
                unfolding.Section.Bodies.NextNo,
                assembly.Id,
                summon.At,
                summon.Title,
                SittingNo.None,
                [petition]
            )
        );
    }
}
