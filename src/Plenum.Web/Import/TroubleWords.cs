using Plenum.Web.Speech;

namespace Plenum.Web.Import;

/// <summary>What is wrong with a file or a cell, as people say it.</summary>
public static class TroubleWords
{
    public static string Of(this Sentences s, CellTrouble trouble) =>
        trouble switch
        {
            CellTrouble.None => s["import.fine"],
            CellTrouble.NameMissing => s["import.name-missing"],
            CellTrouble.TooLong => s["import.too-long"],
            CellTrouble.AddressUnreadable => s["import.address-unreadable"],
            CellTrouble.TwiceInTheFile => s["import.twice"],
            CellTrouble.AlreadyOnTheRoll => s["import.already-here"],
            CellTrouble.DateUnreadable => s["import.date-unreadable"],
            CellTrouble.DateInTheFuture => s["import.date-future"],
        };

    public static string Of(this Sentences s, ImportPhase phase) =>
        phase switch
        {
            ImportPhase.Waiting => s["import.phase-waiting"],
            ImportPhase.Reading => s["import.phase-reading"],
            ImportPhase.Checking => s["import.phase-checking"],
            ImportPhase.Trying => s["import.phase-trying"],
            ImportPhase.Inviting => s["import.phase-inviting"],
            ImportPhase.TakingBack => s["import.phase-taking-back"],
        };

    public static string Of(this Sentences s, FileTrouble trouble) =>
        trouble switch
        {
            FileTrouble.None => "",
            FileTrouble.Damaged => s["import.damaged"],
            FileTrouble.Empty => s["import.empty"],
            FileTrouble.TooManyRows => s["import.too-many"],
            FileTrouble.NoNameColumn => s["import.no-name-column"],
        };
}
