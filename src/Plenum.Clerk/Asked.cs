using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>The two things no program can compute: what time it is, and randomness.</summary>
public sealed record Surroundings(IClock Clock, Randomness Randomness)
{
    public Draw Draw()
    {
        Span<byte> seed = stackalloc byte[32];
        Randomness(seed);
        return new Draw(Convert.ToHexStringLower(seed));
    }
}

/// <summary>A command in the queue of an owner, and whoever waits for its answer.</summary>
internal sealed class Asked(CommandId id, Command command, Actor actor, Draw drawn)
{
    public CommandId Id { get; } = id;
    public Command Command { get; } = command;
    public Actor Actor { get; } = actor;

    /// <summary>Drawn once: a batch that is decided again must not draw until it likes the result.</summary>
    public Draw Drawn { get; } = drawn;

    /// <summary>Decided as if at this instant: the founding, whose outcome names the section it founds.</summary>
    public Instant? Pinned { get; init; }

    public Digest Digest { get; } = CommandDigest.Of(command, actor);

    public TaskCompletionSource<Answer> Answer { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What a batch will answer once it is durable.</summary>
internal abstract record Outcome
{
    private Outcome() { }

    public sealed record Accepted(Answer.Done Answer) : Outcome;

    public sealed record Refused(Reason Reason) : Outcome;

    /// <summary>A bug: its sender gets the exception, the others in the batch are not held up by it.</summary>
    public sealed record Failed(Exception Bug) : Outcome;
}
