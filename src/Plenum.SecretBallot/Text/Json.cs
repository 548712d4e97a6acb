using System.Collections.Immutable;

namespace Plenum.SecretBallot.Text;

/// <summary>A value of JSON in the one form the protocol hashes.</summary>
internal abstract record Json
{
    private Json() { }

    public sealed record Map(ImmutableArray<KeyValuePair<string, Json>> Fields) : Json;

    public sealed record List(ImmutableArray<Json> Items) : Json;

    public sealed record Word(string Text) : Json;

    /// <summary>A number as its digits stand there.</summary>
    public sealed record Number(string Digits) : Json;

    public sealed record Truth(bool Value) : Json;

    public sealed record Nothing : Json;
}
