using NodaTime;

namespace Plenum.Domain.Statutes;

internal static partial class RulesReader
{
    // The shape has been examined: a value that does not read here is a bug, and throws.
    private sealed record Source(ArticleId Article, Node Node)
    {
        public Source Under(string key) => this with { Node = At(key) };

        public EquatableArray<Band> Bands(string key) =>
            At(key)
                .Items.Items.Select(n => new Band(
                    Values.Whole(n["to"].Text)!.Value,
                    Values.Whole(n["seats"].Text)!.Value
                ))
                .ToEquatable();

        public EquatableArray<ConstituencyShare> Shares(string key) =>
            At(key)
                .Items.Items.Select(n => new ConstituencyShare(
                    Words.Parse<Constituency>(n["constituency"].Text)!.Value,
                    Values.Part(n["part"].Text)!.Value
                ))
                .ToEquatable();

        private Node At(string key) => Node.At(KeyPath.Of(key));

        public bool Has(string key) => At(key).Exists;

        public string Text(string key) => At(key).Text;

        public EquatableArray<string> Texts(string key) =>
            At(key).Items.Items.Select(n => n.Text).ToEquatable();

        public BodyId Body(string key) => new(Text(key));

        public int Whole(string key) => Values.Whole(Text(key))!.Value;

        public Quantity Amount(string key) => Values.Amount(Text(key))!;

        public Quantity Share(string key) => new Quantity.Share(Values.Part(Text(key))!.Value);

        public Threshold Majority(string key) => Values.Majority(Text(key))!;

        public Period Time(string key) => Values.Time(Text(key))!;

        public T Word<T>(string key)
            where T : struct, Enum => Words.Parse<T>(Text(key))!.Value;
    }
}
