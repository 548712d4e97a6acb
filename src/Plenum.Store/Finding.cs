namespace Plenum.Store;

/// <summary>
/// Something fsck found: what (a stable code), where (file, table, row), and what to do about it. The words for people
/// stand elsewhere under the codes.
/// </summary>
public sealed record Finding(
    Gravity Gravity,
    string Code,
    string File,
    string Table,
    string Row,
    Remedy Remedy
);

/// <summary>Whether a folder with this finding may be served.</summary>
public enum Gravity
{
    Warning,
    Damage,

    /// <summary>Nothing is damaged; the folder is not served until something is laid back into it.</summary>
    Lacking,
}

/// <summary>What to do about a finding.</summary>
public enum Remedy
{
    /// <summary>Nothing is lost: the server repairs it by itself or it does no harm.</summary>
    None,

    /// <summary>Derived: write the index anew from the entries.</summary>
    RebuildSubjects,

    /// <summary>Derived: let the clock compute the section's next deadline again.</summary>
    RecomputeDue,

    /// <summary>Keep a copy of the folder as it is, then restore the latest backup that is whole.</summary>
    RestoreBackup,

    /// <summary>Lay the vault.key that belongs to this vault back into the folder.</summary>
    BringBackKey,

    /// <summary>Lay the file back that belongs to this folder: this one is of another.</summary>
    BringBackFile,

    /// <summary>
    /// Lay people.db back from a restored backup or, to let people in without it, take it out of the folder: the server
    /// builds the accounts anew from the vault, and passkeys and cards are made anew.
    /// </summary>
    BringBackPeople,

    /// <summary>The server builds the accounts anew from the vault; passkeys and cards are made anew.</summary>
    BuildAnew,

    /// <summary>Lay the newest list of erasures back into the folder, or take the unreadable line out of it.</summary>
    BringBackErasures,
}
