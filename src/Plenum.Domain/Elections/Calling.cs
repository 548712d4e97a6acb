using NodaTime;

namespace Plenum.Domain.Elections;

/// <summary>How elections open by themselves (C17).</summary>
public static class Calling
{
    public static Unfolding CallAll(Unfolding unfolding, Instant now) => unfolding;
}
