using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>A command that changes nothing: it is answered when those before it are.</summary>
internal sealed record Settled : Command
{
    public override Ruling Decide(Section section, Occasion occasion) => new NothingAsked();

    private sealed record NothingAsked() : Reason("command.nothing-asked");
}
