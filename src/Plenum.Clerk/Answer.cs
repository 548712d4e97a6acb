using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>What became of a command; the same command id always gets the same answer.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>It happened and is durable: versions first to last of the section's record, and the events themselves.</summary>
    public sealed record Done(
        SectionId Section,
        long First,
        long Last,
        EquatableArray<Event> Events
    ) : Answer;

    /// <summary>It was out of order and nothing is stored.</summary>
    public sealed record Refused(Reason Reason) : Answer;

    /// <summary>This id stands on the record for another command.</summary>
    public sealed record IdReused : Answer;

    /// <summary>Nothing happened, for no reason that lies in the law: it may be sent again under the same id.</summary>
    public sealed record Unavailable(Hindrance Why) : Answer;
}

/// <summary>What keeps the clerk from writing.</summary>
public enum Hindrance
{
    /// <summary>The program is being stopped.</summary>
    Stopping,

    /// <summary>Too many commands wait already.</summary>
    Overloaded,

    DiskFull,
    DiskReadOnly,
    DiskDamaged,
    DiskBusy,
    DiskFailing,

    /// <summary>The disk did not confirm a write: nothing more is written until the server is started again.</summary>
    DiskUnsynced,

    /// <summary>Another process was faster every time.</summary>
    Contended,
}

/// <summary>There is no section of this name here.</summary>
public sealed record NoSuchSection() : Reason("section.not-here", ReasonKind.NoSuchThing);

/// <summary>The id of a command is empty or too long.</summary>
public sealed record UnusableCommandId() : Reason("command.unusable-id", ReasonKind.NotThis);

/// <summary>What is to be recorded verbatim is larger than an entry of the record can be.</summary>
public sealed record TooLargeToRecord(int Bytes, int Largest)
    : Reason("record.too-large", ReasonKind.NotThis);

/// <summary>What was typed is no text: half of a surrogate pair, which no file can hold.</summary>
public sealed record NotText() : Reason("record.not-text", ReasonKind.NotThis);

/// <summary>The state of a section and the version of its record that it follows from.</summary>
public sealed record View(Section Section, long Version)
{
    public static readonly View Unfounded = new(Section.Unfounded, 0);
}
