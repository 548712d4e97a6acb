using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Plenum.Domain;

/// <summary>
/// Everything impure about a decision: when, who asks, and the randomness drawn for it. It is stored with what was
/// decided, so that every decision replays.
/// </summary>
public sealed record Occasion(Instant Now, Actor Actor, Draw Drawn)
{
    /// <summary>What was worked out before: nothing that the law could not find out itself, and so not stored.</summary>
    public Prepared Prepared { get; init; } = Prepared.Nothing;
}

/// <summary>Who asks. The law, not the door, finds out under which authority they may.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>A person signed in, or vouched for at the desk by another member (C18).</summary>
    public sealed record Person(PersonId Id, Channel Via) : Actor;

    /// <summary>A person with no standing here yet.</summary>
    public sealed record Anyone : Actor;

    /// <summary>Whoever holds the one-time founding link of an empty folder.</summary>
    public sealed record Founder : Actor;

    /// <summary>A deadline that has come.</summary>
    public sealed record Clock : Actor;

    /// <summary>Whoever carries letters from the record of one section to another.</summary>
    public sealed record Post : Actor;

    public static Actor Self(PersonId id) => new Person(id, new Channel.Screen());
}

/// <summary>By which path an act came in.</summary>
public abstract record Channel
{
    private Channel() { }

    public sealed record Screen : Channel;

    /// <summary>On paper at a desk, entered by a helper who is named and gives a receipt.</summary>
    public sealed record Desk(PersonId Helper) : Channel;
}

/// <summary>The authority an event happened under: membership, a mandate, enough members together, or a deadline.</summary>
public abstract record Authority
{
    private Authority() { }

    public sealed record Member(MemberNo No) : Authority;

    public sealed record Mandate(MandateNo No) : Authority;

    /// <summary>Enough members asked together: the matter or petition that counted them.</summary>
    public sealed record Together(MatterNo Petition) : Authority;

    /// <summary>A deadline the statutes set.</summary>
    public sealed record Clock : Authority;

    /// <summary>A letter of another section.</summary>
    public sealed record Letter(SectionId From, int No) : Authority;

    /// <summary>A line of the roll that this section returned.</summary>
    public sealed record RollLine(SectionId Section) : Authority;

    public sealed record Founders : Authority;

    /// <summary>Somebody with no standing, doing what anybody may: apply, accept an invitation.</summary>
    public sealed record Anyone : Authority;
}

/// <summary>
/// 32 random bytes drawn for one occasion. Everything a decision draws is derived from them by a published formula:
/// SHA-256(seed || label || counter), read as a big-endian number and reduced without bias.
/// </summary>
public readonly record struct Draw(string SeedHex)
{
    public static readonly Draw Nothing = new(new string('0', 64));

    /// <summary>128 bits in hexadecimal, different for each label.</summary>
    public string Token(string label) => Convert.ToHexStringLower(Block(label, 0).AsSpan(0, 16));

    /// <summary>A number from 0 up to but not including <paramref name="below"/>, every one equally likely.</summary>
    public int Number(string label, int below)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(below, 1);
        var limit = ulong.MaxValue - ulong.MaxValue % (ulong)below;
        for (var counter = 0; ; counter++)
        {
            var value = BinaryPrimitives.ReadUInt64BigEndian(Block(label, counter));
            if (value < limit)
                return (int)(value % (ulong)below);
        }
    }

    /// <summary>The items in random order.</summary>
    public EquatableArray<T> Shuffle<T>(string label, IEnumerable<T> items)
    {
        var array = items.ToArray();
        for (var last = array.Length - 1; last > 0; last--)
        {
            var other = Number($"{label}/{last}", last + 1);
            (array[last], array[other]) = (array[other], array[last]);
        }
        return EquatableArray.Create<T>(array);
    }

    private byte[] Block(string label, int counter) =>
        SHA256.HashData(
            Encoding.UTF8.GetBytes(FormattableString.Invariant($"{SeedHex}/{label}/{counter}"))
        );
}
