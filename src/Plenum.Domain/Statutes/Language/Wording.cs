using System.Collections.Immutable;
using System.Text.Json;

namespace Plenum.Domain.Statutes;

/// <summary>The sentences of one language, read from a resource; a text nobody translated falls back on English.</summary>
internal sealed record Wording(ImmutableDictionary<string, string> Texts)
{
    private static readonly ImmutableDictionary<string, Wording> All = ImmutableDictionary
        .Create<string, Wording>(StringComparer.Ordinal)
        .Add("en", Read("en"))
        .Add("es", Read("es"));

    public static Wording In(string language) => All.GetValueOrDefault(language, All["en"]);

    /// <summary>The text under a key, otherwise empty.</summary>
    public string this[string key] => Texts.GetValueOrDefault(key, "");

    public bool Has(string key) => Texts.ContainsKey(key);

    /// <summary>The texts of one group are addressed as <c>group/key</c>.</summary>
    private static Wording Read(string language)
    {
        var texts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "findings", "sentences" })
        {
            using var json = JsonDocument.Parse(Resource.Text($"{name}.{language}.json"));
            foreach (var group in json.RootElement.EnumerateObject())
            foreach (var text in group.Value.EnumerateObject())
                texts.Add(group.Name + "/" + text.Name, text.Value.GetString()!);
        }
        return new(texts.ToImmutable());
    }

    /// <summary>A length of time in words: "1 year 6 months".</summary>
    public string Time(NodaTime.Period period)
    {
        var parts = new (long Count, string Unit)[]
        {
            (period.Years, "year"),
            (period.Months, "month"),
            (period.Weeks, "week"),
            (period.Days, "day"),
            (period.Hours, "hour"),
            (period.Minutes, "minute"),
        };
        var written = parts
            .Where(p => p.Count > 0)
            .Select(p =>
                Number(p.Count) + " " + this[$"units/{p.Unit}.{(p.Count == 1 ? "one" : "many")}"]
            )
            .ToList();
        return written.Count == 0 ? this["units/none"] : string.Join(' ', written);
    }

    public string Majority(Threshold threshold) =>
        this[threshold.Strict ? "threshold/more" : "threshold/least"]
            .Replace("{share}", threshold.Share.ToString(), StringComparison.Ordinal)
            .Replace(
                "{base}",
                this["threshold/" + threshold.Base.ToString().ToLowerInvariant()],
                StringComparison.Ordinal
            );

    public string Amount(Quantity quantity) =>
        quantity switch
        {
            Quantity.Number number => Number(number.Count),
            Quantity.Share share => Share(share.Of),
            Quantity.Root root => Share(root.Times) + " × √n",
            Quantity.Greatest greatest => Several("threshold/larger", greatest.Parts),
            Quantity.Least least => Several("threshold/smaller", least.Parts),
        };

    private string Several(string key, EquatableArray<Quantity> parts) =>
        this[key]
            .Replace(
                "{parts}",
                string.Join(", ", parts.Items.Select(Amount)),
                StringComparison.Ordinal
            );

    private static string Share(Ratio ratio) =>
        ratio.Under is 100 ? Number(ratio.Over) + "%"
        : ratio.Under is 1000 ? Number(ratio.Over / 10) + "." + Number(ratio.Over % 10) + "%"
        : ratio.ToString();

    private static string Number(long number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
