using System.Collections.Immutable;
using System.Globalization;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;

namespace Plenum.Counting;

/// <summary>The methods of <c>plenum apportion</c> by the names statutes and command lines use.</summary>
internal static class ApportionMethods
{
    private const int CambridgeBase = 5;
    private const int CambridgeCap = 96;

    private static readonly ImmutableArray<(string Name, SeatRule Rule)> OfSeats =
    [
        ("dhondt", new SeatRule.Dividing(Divisor.DHondt)),
        ("sainte-lague", new SeatRule.Dividing(Divisor.SainteLague)),
        ("adams", new SeatRule.Dividing(Divisor.Adams)),
        ("dean", new SeatRule.Dividing(Divisor.Dean)),
        ("huntington-hill", new SeatRule.Dividing(Divisor.HuntingtonHill)),
        ("sqrt", new SeatRule.Dividing(Divisor.SquareRoot)),
        ("hare", new SeatRule.Remainders(Quota.Hare)),
        ("droop", new SeatRule.Remainders(Quota.Droop)),
        ("hagenbach-bischoff", new SeatRule.Remainders(Quota.HagenbachBischoff)),
        ("imperiali", new SeatRule.Remainders(Quota.Imperiali)),
    ];

    /// <summary>Every method there is.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. OfSeats.Select(each => each.Name),
        "cambridge",
        "per-n",
        "bands",
        "equal",
        BiproportionalCommand.Id,
    ];

    /// <summary>The rule asked for; the options have to be free of <see cref="Wrong" />.</summary>
    internal static SeatRule RuleOf(ApportionOptions options) =>
        options.Method switch
        {
            "cambridge" => new SeatRule.Degressive(
                options.Base ?? CambridgeBase,
                options.Max ?? CambridgeCap
            ),
            "per-n" => new SeatRule.PerMembers(
                Number(options.Per),
                Parts(options.Remainder)!,
                Number(options.FirstMembers),
                options.FirstSeats ?? 0
            ),
            "bands" => new SeatRule.Banded(Bands(options.Bands)!.Value),
            "equal" => new SeatRule.Equal(options.Seats ?? 0),
            _ => OfSeats.First(each => each.Name == options.Method).Rule,
        };

    /// <summary>What is wrong with what was typed, or null.</summary>
    internal static Finding? Wrong(ApportionOptions options)
    {
        if (!All.Contains(options.Method, StringComparer.Ordinal))
            return Of("apportion.method", options.Method, string.Join(" or ", All));
        var countsSeats = options.Method is not ("per-n" or "bands" or BiproportionalCommand.Id);
        if (countsSeats && options.Seats is null)
            return Of("apportion.seats", "no number of seats", "--seats N");
        foreach (
            var (name, number) in new[]
            {
                ("seats", options.Seats),
                ("min", options.Min),
                ("max", options.Max),
                ("base", options.Base),
                ("first-seats", options.FirstSeats),
            }
        )
        {
            if (number is < 0 or > (int)Apportion.MostSeats)
                return Of(
                    "apportion." + name,
                    number.Value.ToString(CultureInfo.InvariantCulture),
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"a number from 0 to {Apportion.MostSeats} after --{name}"
                    )
                );
        }
        if (options.Method == "per-n" && Number(options.Per).Sign <= 0)
            return Of(
                "apportion.per",
                options.Per ?? "nothing",
                "--per N, the members a seat stands for"
            );
        if (options.FirstMembers is { } first && !Fraction.TryParse(first, out _))
            return Of("apportion.first-members", first, "a number of members");
        if (Parts(options.Remainder) is null)
            return Of(
                "apportion.remainder",
                options.Remainder ?? "",
                "floor, ceil, half-up, half-down, half-even or over:MEMBERS"
            );
        if (options.Method == "bands" && Bands(options.Bands) is null)
            return Of(
                "apportion.bands",
                options.Bands ?? "nothing",
                "bands from small to large, like 5000:1,10000:2,*:3"
            );
        if (options.Threshold is { } threshold && !Part(threshold, out _, out _))
            return Of("apportion.threshold", threshold, "a size like 1000 or a part like 5%");
        return
            options.Seed is { } seed
            && (seed.Length == 0 || seed.Length % 2 != 0 || !seed.All(char.IsAsciiHexDigit))
            ? Of("apportion.seed", seed, "bytes in hexadecimal")
            : null;
    }

    internal static Fraction? Threshold(string? text, IEnumerable<Claimant> claimants) =>
        text is null || !Part(text, out var value, out var ofAll) ? null
        : ofAll ? value * claimants.Aggregate(Fraction.Zero, (sum, each) => sum + each.Size)
        : value;

    private static bool Part(string text, out Fraction value, out bool ofAll)
    {
        ofAll = text.EndsWith('%');
        var digits = text.AsSpan(0, text.Length - (ofAll ? 1 : 0));
        var read = Fraction.TryParse(digits, out value);
        value = ofAll ? value / 100 : value;
        return read;
    }

    private static Fraction Number(string? text) =>
        text is not null && Fraction.TryParse(text, out var number) ? number : Fraction.Zero;

    private static Rounding? Parts(string? text) =>
        text switch
        {
            null or "half" or "half-up" => new Rounding.HalfUp(),
            "floor" or "none" or "down" => new Rounding.Down(),
            "ceil" or "up" => new Rounding.Up(),
            "half-down" => new Rounding.HalfDown(),
            "half-even" => new Rounding.HalfEven(),
            _ => text.StartsWith("over:", StringComparison.Ordinal)
            && Fraction.TryParse(text.AsSpan("over:".Length), out var members)
                ? new Rounding.Over(members)
                : null,
        };

    private static ImmutableArray<Band>? Bands(string? text)
    {
        if (text is null)
            return null;
        var bands = new List<Band>();
        foreach (var part in text.Split(','))
        {
            var sides = part.Trim().Split(':');
            var open = bands.Count > 0 && bands[^1].To is null;
            if (
                sides.Length != 2
                || open
                || !int.TryParse(sides[1], NumberStyles.None, null, out var seats)
            )
                return null;
            Fraction? to = null;
            if (sides[0] is not ("*" or ""))
            {
                if (!Fraction.TryParse(sides[0], out var end))
                    return null;
                to = end;
            }
            if (to is { } here && bands.Count > 0 && here <= bands[^1].To!.Value)
                return null;
            bands.Add(new Band(to, seats));
        }
        return [.. bands];
    }

    private static Finding Of(string code, string found, string expected) =>
        new(code, "", 0, 0, found, expected);
}
