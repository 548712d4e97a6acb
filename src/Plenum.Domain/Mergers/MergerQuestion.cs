namespace Plenum.Domain.Mergers;

/// <summary>What the members of two sections are asked before they become one: a closed list.</summary>
public abstract record MergerQuestion
{
    private MergerQuestion() { }

    /// <summary>Whether this section goes over to another, under these terms.</summary>
    public sealed record GoOver(SectionId To, string Terms) : MergerQuestion;

    /// <summary>Whether this section divides: whoever chooses to founds a section of that name, under these terms.</summary>
    public sealed record Separate(string Name, string Terms) : MergerQuestion;

    /// <summary>Whether this section takes another in, under these terms.</summary>
    public sealed record TakeOver(SectionId From, string Name, int Members, string Terms)
        : MergerQuestion;
}
