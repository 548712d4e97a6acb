namespace Plenum.Domain.Letters;

/// <summary>Why a section was not taken in.</summary>
public enum Refusal
{
    /// <summary>Those who decide about it voted against it.</summary>
    VotedDown,

    /// <summary>Those who decide about it did not decide in time.</summary>
    NotDecided,

    /// <summary>The federation stands, directly or not, under the section that asks.</summary>
    Circle,

    /// <summary>The two do not belong to one federation.</summary>
    NotTogether,

    /// <summary>The section is one of the federation already, or has asked already.</summary>
    Already,
}
