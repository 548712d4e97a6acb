namespace Plenum.Store;

/// <summary>What waits for the one hand that writes, and whoever waits for its answer.</summary>
internal abstract record Waiting
{
    private Waiting() { }

    public sealed record ForAppend(Append Request) : Waiting
    {
        public TaskCompletionSource<Appended> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A box that has closed, to be emptied.</summary>
    public sealed record ForClose(string Box) : Waiting
    {
        public TaskCompletionSource<bool> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public sealed record ForWork(Action<Tables> Run, Action<Exception> Fail) : Waiting;
}
