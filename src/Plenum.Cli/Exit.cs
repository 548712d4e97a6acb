namespace Plenum.Cli;

/// <summary>What a verb tells the shell.</summary>
internal static class Exit
{
    public const int Yes = 0;

    /// <summary>A well-formed no: the folder is damaged, the port is taken, the text breaks the charter.</summary>
    public const int No = 1;

    /// <summary>What was typed, or the file it names, cannot be read.</summary>
    public const int BadInput = 2;

    /// <summary>A bug of this program (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;
}
