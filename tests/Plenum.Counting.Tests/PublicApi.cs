using Plenum.Testing;

namespace Plenum.Counting.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void What_others_may_call_is_approved() =>
        Golden.Check("api/Plenum.Counting.txt", PublicApi.Print(typeof(CountingRule).Assembly));
}
