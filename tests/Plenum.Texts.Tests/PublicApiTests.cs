using Plenum.Testing;

namespace Plenum.Texts.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void What_others_may_call_is_approved() =>
        Golden.Check("api/Plenum.Texts.txt", PublicApi.Print(typeof(TextVersion).Assembly));
}
