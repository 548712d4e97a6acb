using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Referendums;

/// <summary>What members of the sections of a federation bring about together by signing, and no officer acts (C16): a closed list.</summary>
public abstract record Demand
{
    private Demand() { }

    /// <summary>The congress meets.</summary>
    public sealed record Congress(string Why) : Demand;

    /// <summary>A decision of a body above goes to the vote of all members.</summary>
    public sealed record VoteOn(MatterNo Decision, string Why) : Demand;

    /// <summary>Whether both ask for one thing, whatever the reasons.</summary>
    public bool IsTheSame(Demand other) =>
        (this, other) switch
        {
            (Congress, Congress) => true,
            (VoteOn one, VoteOn two) => one.Decision == two.Decision,
            _ => false,
        };
}

/// <summary>What sections and the one that convenes them tell each other of demands: a closed list.</summary>
public abstract record DemandLetter
{
    private DemandLetter() { }

    /// <summary>Enough members of one section have signed.</summary>
    public sealed record Filed(
        SectionId Convener,
        SectionId Section,
        MatterNo By,
        Demand Asked,
        int Support
    ) : DemandLetter;

    /// <summary>It is not taken up: another like it is signed already, or there is nothing to demand any more.</summary>
    public sealed record NotTaken(SectionId Section, MatterNo By) : DemandLetter;

    /// <summary>Members of all sections are asked to sign, each in their own.</summary>
    public sealed record Sought(
        QuestionAbove Question,
        SectionId Origin,
        MatterNo By,
        Demand Asked,
        NodaTime.Instant Until
    ) : DemandLetter;

    /// <summary>Enough have signed.</summary>
    public sealed record Met(QuestionAbove Question) : DemandLetter;
}
