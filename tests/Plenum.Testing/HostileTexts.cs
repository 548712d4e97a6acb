namespace Plenum.Testing;

/// <summary>Texts that do something to programs which lay texts out, most of them short to write.</summary>
public static class HostileTexts
{
    private const int Most = 40_000;

    /// <summary>Each is called by what is repeated.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["quotes in lists"] = Repeated("> - ", 100) + "x",
            ["quotes"] = Repeated(">", Most - 1) + "x",
            ["lists in a line"] = Repeated("- ", 10_000) + "x",
            ["numbers in a line"] = Repeated("1. ", 10_000) + "x",
            ["lists under each other"] = Staircase("- a", 150),
            ["quotes and lists under each other"] = Staircase("> - a", 120),
            ["brackets"] = Repeated("[", 39_000),
            ["pictures"] = Repeated("![", 19_000),
            ["stars and lines"] = Repeated("*a _b ", 6_000),
            ["strong"] = Repeated("**", 9_000),
            ["strong, split"] = Repeated("**a", 9_000),
            ["emphasis"] = Repeated("*a* ", 9_000),
            ["one star each"] = Repeated("a*", 19_000),
            ["links"] = Repeated("[a](", 9_000),
            ["links in brackets"] = Repeated("[", 13_000) + Repeated("](x)", 6_000),
            ["half links"] = Repeated("[a][b", 8_000),
            ["code"] = Repeated("`a``b", 8_000),
            ["empty items"] = Repeated("-\n", 19_000),
            ["rules"] = Repeated("* * *\n", 6_000),
            ["angles"] = Repeated("<a", 19_000),
            ["references"] =
                string.Concat(
                    Enumerable
                        .Range(0, 1_500)
                        .Select(i => FormattableString.Invariant($"[a{i}]: /x\n"))
                ) + Repeated("[a1]", 4_000),
            ["table"] = Repeated("|a", 9_000) + "\n" + Repeated("|-", 9_000),
            ["html"] = "<script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>",
            ["link with a script"] = "[x](javascript:alert(1)) [y](data:text/html,x)",
            ["picture from outside"] = "![x](https://evil.example/x.png)",
            ["no character"] = "a\0b",
            ["escape"] = "a\u001B[31mb",
            ["half a pair"] = "a\uD83Db",
            ["nothing to see"] = "\u200B\u200B\u2060",
            ["blank letters"] = "\u3164\u2800\u115F",
            ["the other way round"] = "\u202Eabc",
            ["one long word"] = Repeated("abcdefghij", 20),
            ["marks on marks"] = "a" + Repeated("\u0301", 400),
        };

    private static string Repeated(string part, int times) =>
        string.Concat(Enumerable.Repeat(part, times));

    private static string Staircase(string step, int steps) =>
        string.Concat(Enumerable.Range(0, steps).Select(i => new string(' ', 2 * i) + step + "\n"));
}
