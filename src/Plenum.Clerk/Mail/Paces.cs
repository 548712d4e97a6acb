using NodaTime;

namespace Plenum.Clerk.Mail;

/// <summary>
/// When an address, or the mail server itself, is asked again: after pauses that double each time. They are not
/// written down; whoever starts the program again has everybody asked once more.
/// </summary>
internal sealed class Paces(IClock clock)
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration LongestOfAnAddress = Duration.FromHours(6);

    // A letter to sign in with must not wait long for a server that is back.
    private static readonly Duration LongestOfTheServer = Duration.FromMinutes(10);

    private readonly Dictionary<string, Pace> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private Pace _server = new(0, Instant.MinValue);

    private sealed record Pace(int Failures, Instant Next);

    public bool ServerRests => clock.GetCurrentInstant() < _server.Next;

    public bool Rests(string address) =>
        _addresses.TryGetValue(address, out var pace) && clock.GetCurrentInstant() < pace.Next;

    public void Failed(string address) =>
        _addresses[address] = After(_addresses.GetValueOrDefault(address), LongestOfAnAddress);

    public void Forget(string address) => _addresses.Remove(address);

    public void ServerFailed() => _server = After(_server, LongestOfTheServer);

    public void ServerAnswered() => _server = new(0, Instant.MinValue);

    private Pace After(Pace? before, Duration longest)
    {
        var failures = before?.Failures ?? 0;
        // Ten doublings are longer than any pause.
        var pause = Duration.Min(First * (1 << Math.Min(failures, 10)), longest);
        return new(failures + 1, clock.GetCurrentInstant() + pause);
    }
}
