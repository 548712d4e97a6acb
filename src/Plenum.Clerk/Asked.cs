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

    /// <summary>
    /// When it came to the queue, and as of when it is decided: nobody is late because of those who were before them. Of
    /// a founding, whose outcome names the section it founds, it is known before.
    /// </summary>
    public Instant? Arrived { get; set; }

    /// <summary>Worked out before it waits for its turn, and once more when what it was made from has changed meanwhile.</summary>
    public Prepared Prepared { get; private set; } = Prepared.Nothing;

    public Digest Digest { get; } = CommandDigest.Of(command, actor);

    public TaskCompletionSource<Answer> Answer { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Everything about it that takes long, on the thread of whoever asks.</summary>
    public Asked PreparedOn(Section section)
    {
        Prepared = Command.Prepare(section);
        return this;
    }
}

/// <summary>What a batch will answer once it is durable.</summary>
internal abstract record Outcome
{
    private Outcome() { }

    public sealed record Accepted(Answer.Done Answer) : Outcome;

    public sealed record Refused(Reason Reason) : Outcome;

    /// <summary>What it was prepared on has changed: it is prepared anew, outside the queue, and comes again.</summary>
    public sealed record Unprepared : Outcome;

    /// <summary>A bug: its sender gets the exception, the others in the batch are not held up by it.</summary>
    public sealed record Failed(Exception Bug) : Outcome;
}
