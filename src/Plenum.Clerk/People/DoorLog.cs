using Microsoft.Extensions.Logging;

namespace Plenum.Clerk.People;

/// <summary>By what somebody comes in, or what was made to come in with.</summary>
public enum WayIn
{
    Letter,
    NewAccount,
    Card,
    Passkey,
    ProgramKey,
    CalendarAddress,
    NewAddress,
    Restored,
    Founding,
    Demonstration,
}

/// <summary>
/// What keepers read of the door: that somebody came in, that a way in was made, that one was refused, each with its number
/// since the start and never with who.
/// </summary>
public sealed class DoorLog(ILogger<DoorLog> log)
{
    private long _in;
    private long _made;
    private long _refused;

    public void CameIn(WayIn way) => ClerkLog.CameIn(log, Interlocked.Increment(ref _in), way);

    public void Made(WayIn way) => ClerkLog.WayMade(log, Interlocked.Increment(ref _made), way);

    public void Refused(WayIn way) =>
        ClerkLog.WayRefused(log, Interlocked.Increment(ref _refused), way);
}
