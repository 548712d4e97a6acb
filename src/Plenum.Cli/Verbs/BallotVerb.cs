using System.CommandLine;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot</c>: secret votes that everybody can verify, and the hands that hold them.</summary>
internal static class BallotVerb
{
    public static Command Command(Words words) =>
        new("ballot", words["ballot"])
        {
            BallotVerifyVerb.Command(words),
            BallotResultVerb.Command(words),
            BallotRehearseVerb.Command(words),
            BallotCredentialsVerb.Command(words),
            BallotTrusteeVerb.Command(words),
            BallotOpenVerb.Command(words),
            BallotCastVerb.Command(words),
            BallotAppendVerb.Command(words),
        };

    public static Argument<string> Archive(Words words) =>
        new("ARCHIVE") { Description = words["ballot.archive"] };

    public static Option<string> Out(Words words) =>
        new("--out")
        {
            Description = words["ballot.out"],
            HelpName = "DIR",
            Required = true,
        };

    /// <summary>A file that has to be named.</summary>
    public static Option<string> File(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "FILE",
            Required = true,
        };

    public static Option<string> Group(Words words) =>
        new("--group")
        {
            Description = words["ballot.group"],
            HelpName = "NAME",
            Required = true,
        };
}
