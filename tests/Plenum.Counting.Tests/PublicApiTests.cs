namespace Plenum.Counting.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void What_others_may_call_is_approved() =>
        Testing.Golden.Check(
            "api/Plenum.Counting.txt",
            Testing.PublicApi.Print(typeof(CountingRule).Assembly)
        );
}
