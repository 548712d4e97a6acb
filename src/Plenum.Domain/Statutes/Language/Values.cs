using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace Plenum.Domain.Statutes;

/// <summary>Reads single values as rules write them; null when the text is none. Bounds keep every later sum exact.</summary>
public static partial class Values
{
    private const int MostDigits = 6;

    public static int? Whole(string text) =>
        text.Length <= MostDigits
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool? YesNo(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    /// <summary><c>1/10</c>, <c>10%</c>, <c>2.5%</c>: a share of a whole, at most all of it.</summary>
    public static Ratio? Part(string text) =>
        Ratio(text) is { } ratio && ratio.Over <= ratio.Under ? ratio : null;

    public static Quantity? Amount(string text) =>
        text.Length > 200 ? null : Amount(text.Trim(), 0);

    /// <summary><c>&gt; 1/2 of cast</c> or <c>&gt;= 2/3 of eligible</c>.</summary>
    public static Threshold? Majority(string text)
    {
        var match = ThresholdText().Match(text);
        return
            match.Success
            && Part(match.Groups["b"].Value) is { } share
            && Words.Parse<VoteBase>(match.Groups["c"].Value) is { } votes
            ? new(share, votes, match.Groups["a"].Value == ">")
            : null;
    }

    public static Period? Time(string text) =>
        PeriodText().IsMatch(text)
        && PeriodPattern.Roundtrip.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : null;

    private static Quantity? Amount(string text, int depth)
    {
        if (Whole(text) is { } number)
            return new Quantity.Number(number);
        if (Part(text) is { } share)
            return new Quantity.Share(share);
        if (RootText().Match(text) is { Success: true } root)
            return Ratio(root.Groups["a"].Length == 0 ? "1/1" : root.Groups["a"].Value) is { } times
                ? new Quantity.Root(times)
                : null;
        var several = SeveralText().Match(text);
        if (!several.Success || depth > 2)
            return null;
        var parts = Split(several.Groups["b"].Value)
            .Select(p => Amount(p.Trim(), depth + 1))
            .ToList();
        if (parts.Count < 2 || parts.Contains(null))
            return null;
        var all = parts.Select(p => p!).ToEquatable();
        return several.Groups["a"].Value == "max"
            ? new Quantity.Greatest(all)
            : new Quantity.Least(all);
    }

    private static IEnumerable<string> Split(string text)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (text[i] != ',' || depth != 0)
                continue;
            yield return text[start..i];
            start = i + 1;
        }
        yield return text[start..];
    }

    private static Ratio? Ratio(string text)
    {
        if (FractionText().Match(text) is { Success: true } fraction)
            return Whole(fraction.Groups["b"].Value) is > 0 and var under
                ? new(Whole(fraction.Groups["a"].Value) ?? 0, under)
                : null;
        var number = DecimalText().Match(text);
        if (!number.Success)
            return null;
        var digits = number.Groups["b"].Value;
        var unit = number.Groups["c"].Length > 0 ? 100 : 1;
        for (var i = 0; i < digits.Length; i++)
            unit *= 10;
        return Whole(number.Groups["a"].Value + digits) is { } over ? new Ratio(over, unit) : null;
    }

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,6})/(?<b>[0-9]{1,6})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex FractionText();

    [GeneratedRegex(
        @"^(?<a>[0-9]{1,3})(?:\.(?<b>[0-9]{1,3}))?(?<c>%?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex DecimalText();

    [GeneratedRegex(
        @"^(?:(?<a>[0-9./]{1,9}) *\* *)?sqrt\(n\)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RootText();

    [GeneratedRegex(
        @"^(?<a>max|min)\((?<b>.*)\)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SeveralText();

    [GeneratedRegex(
        @"^(?<a>>=|>) *(?<b>[0-9./%]+) +of +(?<c>[a-z]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ThresholdText();

    [GeneratedRegex(
        @"^P(?=[0-9T])(?<a>[0-9]{1,2}Y)?(?<b>[0-9]{1,3}M)?(?<c>[0-9]{1,3}W)?(?<d>[0-9]{1,4}D)?(?<e>T(?=[0-9])(?<f>[0-9]{1,4}H)?(?<g>[0-9]{1,4}M)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PeriodText();
}
