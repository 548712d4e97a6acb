namespace Plenum.Domain.Letters;

/// <summary>How a letter goes out with what caused it.</summary>
public static class Writing
{
    public static Unfolding Write(this Unfolding unfolding, SectionId to, Letter letter) =>
        unfolding.Then(new LettersEvent.Sent(to, unfolding.Section.Letters.SentTo(to) + 1, letter));
}
