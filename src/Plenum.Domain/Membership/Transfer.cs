using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>What the other section has said to a member who wants to move there.</summary>
public enum TransferAnswer
{
    Waiting,

    /// <summary>Those who decide about members there have not admitted them; an appeal there may still change it.</summary>
    NotAdmitted,

    /// <summary>Nothing stands above both sections.</summary>
    NotOneTree,

    /// <summary>They are a member there already, and may leave here.</summary>
    AlreadyHere,

    /// <summary>They sit in a congress there for the section they want to leave.</summary>
    SitsHere,

    /// <summary>The programme they read is not the one in force there.</summary>
    AnotherProgramme,

    /// <summary>They have said there that they will not come.</summary>
    Declined,
}

/// <summary>A member here who has asked to belong to another section, and what it has said.</summary>
public sealed record Departure(int No, SectionId To, Instant At, TransferAnswer Answer)
{
    public static readonly Departure None = new(
        0,
        new SectionId(""),
        Instant.MaxValue,
        TransferAnswer.Declined
    );

    public bool IsWaiting => Answer == TransferAnswer.Waiting;
}

/// <summary>A member of another section who wants to belong here: the number it has there, and whether we have said yes.</summary>
public sealed record Arrival(int No, SectionId From, bool IsAccepted)
{
    public static readonly Arrival None = new(0, new SectionId(""), IsAccepted: false);
}
