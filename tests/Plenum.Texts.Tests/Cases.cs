using System.Globalization;
using Xunit.Sdk;

namespace Plenum.Texts.Tests;

/// <summary>A law that is looked at in many drawn cases; the one that breaks it is named.</summary>
internal static class Cases
{
    public static bool Long => Environment.GetEnvironmentVariable("PLENUM_LONG") == "1";

    /// <summary>So many, and with <c>./check --long</c> so many times more.</summary>
    public static void Of(int count, Action<Drawn> law, int longer = 40)
    {
        for (var seed = 1; seed <= (Long ? count * longer : count); seed++)
            try
            {
                law(new Drawn(seed));
            }
            catch (XunitException broken)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"case {seed}: {broken.Message}"),
                    broken
                );
            }
    }
}
