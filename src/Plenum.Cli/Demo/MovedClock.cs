using NodaTime;

namespace Plenum.Cli.Demo;

/// <summary>A clock that stands where it is put, until it is let go and shows the time it really is.</summary>
internal sealed class MovedClock : IClock
{
    private readonly Lock _turn = new();
    private Instant? _standing;

    public Instant GetCurrentInstant()
    {
        lock (_turn)
            return _standing ?? SystemClock.Instance.GetCurrentInstant();
    }

    public void StandAt(Instant instant)
    {
        lock (_turn)
            _standing = instant;
    }

    public void Run()
    {
        lock (_turn)
            _standing = null;
    }
}
