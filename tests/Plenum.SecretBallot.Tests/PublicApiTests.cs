using Plenum.Testing;

namespace Plenum.SecretBallot.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void What_others_may_call_is_approved() =>
        Golden.Check("api/Plenum.SecretBallot.txt", PublicApi.Print(typeof(Verifier).Assembly));
}
