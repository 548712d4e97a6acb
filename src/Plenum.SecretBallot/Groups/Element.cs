namespace Plenum.SecretBallot.Groups;

/// <summary>An element of a group, as it is reckoned with and as it is written.</summary>
internal sealed class Element(Group group, ulong[] limbs, string? text = null) : IEquatable<Element>
{
    private string? _text = text;

    public Group Group => group;

    public ulong[] Limbs => limbs;

    /// <summary>The one way it is written.</summary>
    public string Text => _text ??= group.Format(limbs);

    public bool Equals(Element? other) =>
        other is not null
        && other.Group == group
        && (limbs.AsSpan().SequenceEqual(other.Limbs) || group.Same(limbs, other.Limbs));

    public override bool Equals(object? obj) => Equals(obj as Element);

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    public static Element operator *(Element left, Element right) =>
        new(left.Group, left.Group.Engine.Multiply(left.Limbs, right.Limbs));
}
