namespace Plenum.Clerk;

/// <summary>One state of a section as readers see it, and the signal that the next one is there.</summary>
internal sealed class Step(View view)
{
    public View View { get; } = view;
    public TaskCompletionSource Next { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What the store says of a disk, in the clerk's words.</summary>
internal static class Hindrances
{
    public static Hindrance Of(Store.UnwritableReason reason) =>
        reason switch
        {
            Store.UnwritableReason.Full => Hindrance.DiskFull,
            Store.UnwritableReason.ReadOnly => Hindrance.DiskReadOnly,
            Store.UnwritableReason.Damaged => Hindrance.DiskDamaged,
            Store.UnwritableReason.Busy => Hindrance.DiskBusy,
            Store.UnwritableReason.InputOutput => Hindrance.DiskFailing,
            Store.UnwritableReason.Unsynced => Hindrance.DiskUnsynced,
        };
}
