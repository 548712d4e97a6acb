using System.Security.Cryptography;
using System.Text;

namespace Plenum.Domain;

/// <summary>SHA-256 of a text or document, in lower-case hexadecimal.</summary>
public readonly record struct Digest(string Hex) : IComparable<Digest>
{
    public static readonly Digest None = new("");

    public static Digest Of(ReadOnlySpan<byte> bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public int CompareTo(Digest other) => string.CompareOrdinal(Hex, other.Hex);

    public override string ToString() => Hex;
}

/// <summary>A section: the digest of its founding, so that it needs no parent to name it.</summary>
public readonly record struct SectionId(string Value) : IComparable<SectionId>
{
    public int CompareTo(SectionId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>A person across the whole tree: 128 random bits, in hexadecimal. The vault knows whose they are.</summary>
public readonly record struct PersonId(string Value) : IComparable<PersonId>
{
    public static readonly PersonId Nobody = new("");

    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}

/// <summary>A member's place in the roll of one section, counted from 1 in order of application.</summary>
public readonly record struct MemberNo(int Value) : IComparable<MemberNo>
{
    public static readonly MemberNo None = new(0);

    public int CompareTo(MemberNo other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A matter of one section, counted from 1.</summary>
public readonly record struct MatterNo(int Value) : IComparable<MatterNo>
{
    public static readonly MatterNo None = new(0);

    public int CompareTo(MatterNo other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A mandate of one section, counted from 1: one person, one seat, one term.</summary>
public readonly record struct MandateNo(int Value) : IComparable<MandateNo>
{
    public static readonly MandateNo None = new(0);

    public int CompareTo(MandateNo other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A ballot box of one section, counted from 1.</summary>
public readonly record struct BoxNo(int Value) : IComparable<BoxNo>
{
    public static readonly BoxNo None = new(0);

    public int CompareTo(BoxNo other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>
/// A line of the roll of one vote of several sections: whoever knows the person finds it, and nobody reads off it whose
/// it is. Every vote has lines of its own, so that two rolls cannot be laid side by side.
/// </summary>
public readonly record struct RollLine(string Hex) : IComparable<RollLine>
{
    public static RollLine Of(SectionId convener, MatterNo matter, PersonId person) =>
        new(Digest.Of($"roll/{convener}/{matter}/{person}").Hex[..32]);

    public int CompareTo(RollLine other) => string.CompareOrdinal(Hex, other.Hex);

    public override string ToString() => Hex;
}

/// <summary>A sitting of an assembly or committee, counted from 1.</summary>
public readonly record struct SittingNo(int Value) : IComparable<SittingNo>
{
    public static readonly SittingNo None = new(0);

    public int CompareTo(SittingNo other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A vacancy of an office that somebody may act in until the election, counted from 1.</summary>
public readonly record struct VacancyNo(int Value) : IComparable<VacancyNo>
{
    public static readonly VacancyNo None = new(0);

    public int CompareTo(VacancyNo other) => Value.CompareTo(other.Value);

    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
