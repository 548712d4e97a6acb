using System.Net;
using Plenum.Web.Guard;

namespace Plenum.Browser.Tests.Guard;

/// <summary>Under what an address is counted that nobody is signed in at.</summary>
public sealed class CountedTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::1", "127.0.0.1", false)]
    public void Addresses_of_one_network_of_the_sixth_version_are_one(
        string one,
        string other,
        bool same
    ) =>
        Assert.Equal(
            same,
            Limits.Counted(IPAddress.Parse(one)) == Limits.Counted(IPAddress.Parse(other))
        );
}
