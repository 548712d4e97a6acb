namespace Plenum.Architecture.Tests;

/// <summary>A rule of the house holds when nothing violates it; otherwise every violation is printed with its place.</summary>
internal static class Rule
{
    public static void Holds(string rule, IEnumerable<string> violations)
    {
        var found = violations.Order(StringComparer.Ordinal).ToArray();
        if (found.Length > 0)
            Assert.Fail(
                $"{rule}{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", found)}"
            );
    }
}
