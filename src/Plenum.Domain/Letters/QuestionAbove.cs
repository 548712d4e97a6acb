using Plenum.Domain.Matters;

namespace Plenum.Domain.Letters;

/// <summary>A question of a section above: the matter under which its convener keeps it.</summary>
public readonly record struct QuestionAbove(SectionId Convener, MatterNo Matter)
    : IComparable<QuestionAbove>
{
    public int CompareTo(QuestionAbove other)
    {
        var byConvener = Convener.CompareTo(other.Convener);
        return byConvener != 0 ? byConvener : Matter.CompareTo(other.Matter);
    }
}
