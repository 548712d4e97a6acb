namespace Plenum.Domain;

/// <summary>
/// What happened, for ever. Each word of the law has one closed list of events, and an event changes only the record
/// of its own word; a decision that touches two words emits two events.
/// </summary>
public abstract record Event
{
    public abstract Section Evolve(Section section);
}

/// <summary>The name and version under which an event is stored; written once and readable for ever.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RecordedAttribute(string type) : Attribute
{
    public string Type { get; } = type;
}

/// <summary>Everybody may read this property: it stands verbatim in the leaf that the public record hashes.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class PublicAttribute : Attribute;

/// <summary>Members of the section may read this property: the leaf carries its salted digest.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class MembersAttribute : Attribute;

/// <summary>Only the law itself reads this property (who signed a petition, say): the leaf carries its salted digest.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class SealedAttribute : Attribute;

/// <summary>
/// A text that the record names by digest and keeps beside itself. Its content is read back on replay only where the
/// law needs it (statutes, programme); elsewhere it is empty and pages fetch it by digest.
/// </summary>
public sealed record Document(Digest Digest, string Content)
{
    public static Document Of(string content) => new(Digest.Of(content), content);
}

/// <summary>The content of this document is needed to replay, not only its digest.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class LoadedAttribute : Attribute;
