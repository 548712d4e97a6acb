using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>Fills a span with random bytes; injected, so that tests can repeat themselves.</summary>
public delegate void Randomness(Span<byte> bytes);

/// <summary>An event as the store keeps it, and the documents it names.</summary>
public sealed record Encoded(
    string Type,
    byte[] Leaf,
    byte[] Open,
    byte[] Envelope,
    IReadOnlyList<Document> Documents
);

/// <summary>The leaf of an event would be larger than the record takes.</summary>
public sealed class LeafTooLargeException(string type, int length)
    : Exception($"The leaf of {type} would have {length} bytes.")
{
    public int Length { get; } = length;
}

/// <summary>What the record holds does not fit its own digests.</summary>
public sealed class RecordDamagedException(string where, Exception? inner = null)
    : Exception($"The record does not fit its own digests: {where}.", inner);

/// <summary>
/// Turns events into a leaf that never changes and open values that can be erased. The leaf holds public values as
/// they are and every other as SHA-256(salt || canonical JSON of the value), so that one value can be shown with its
/// salt while its neighbours stay closed.
/// </summary>
public sealed class Codec(Catalogue catalogue, Randomness randomness)
{
    public const int LargestLeaf = 64 * 1024;
    public const int SaltLength = 16;

    public Catalogue Catalogue { get; } = catalogue;

    public Encoded Encode(Event happened, Envelope around)
    {
        var recorded = Catalogue[happened.GetType()];
        var documents = new List<Document>();
        var leaf = new CanonicalWriter();
        var open = new CanonicalWriter();
        var envelope = Seal(around);

        leaf.Raw("{\"article\":"u8);
        leaf.Text(around.Article.Value ?? "");
        leaf.Raw(",\"at\":"u8);
        leaf.Text(InstantPattern.ExtendedIso.Format(around.At));
        leaf.Raw(",\"envelope\":"u8);
        leaf.Text(Convert.ToHexStringLower(SHA256.HashData(envelope)));
        leaf.Raw(",\"members\":"u8);
        open.Raw("{\"members\":"u8);
        Hide(happened, recorded.Of[Secrecy.Members], leaf, open, documents);
        leaf.Raw(",\"public\":"u8);
        Show(happened, recorded.Of[Secrecy.Public], leaf);
        leaf.Raw(",\"sealed\":"u8);
        open.Raw(",\"sealed\":"u8);
        Hide(happened, recorded.Of[Secrecy.Sealed], leaf, open, documents);
        leaf.Raw(",\"type\":"u8);
        leaf.Text(recorded.Name);
        leaf.Raw("}"u8);
        open.Raw("}"u8);

        if (leaf.Written.Length > LargestLeaf)
            throw new LeafTooLargeException(recorded.Name, leaf.Written.Length);
        documents.AddRange(leaf.Documents);
        return new Encoded(recorded.Name, leaf.ToArray(), open.ToArray(), envelope, documents);
    }

    /// <summary>Reads an event back; values that were erased come back blank, values that were changed do not come back.</summary>
    public Event Decode(
        string type,
        ReadOnlyMemory<byte> leaf,
        ReadOnlyMemory<byte> open,
        DocumentContent documents
    )
    {
        var recorded = Catalogue[type];
        try
        {
            using var read = JsonDocument.Parse(leaf);
            using var opened = open.IsEmpty ? null : JsonDocument.Parse(open);
            var values = new object?[recorded.Parts.Length];
            var shown = read.RootElement.GetProperty("public"u8);
            foreach (var (part, _, index) in recorded.Of[Secrecy.Public])
                values[index] = part.Read(shown.GetProperty(part.Name), documents);
            var hidden = new Hidden(read.RootElement, opened?.RootElement);
            hidden.Reveal("members", recorded.Of[Secrecy.Members], values, documents);
            hidden.Reveal("sealed", recorded.Of[Secrecy.Sealed], values, documents);
            return recorded.Construct(values);
        }
        catch (Exception e)
            when (e
                    is JsonException
                        or FormatException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or ArgumentException
                        or UnparsableValueException
            )
        {
            throw new RecordDamagedException(type, e);
        }
    }

    /// <summary>Every document an event names, also those whose text the law does not need.</summary>
    public static IEnumerable<Digest> DocumentsIn(Event happened)
    {
        var writer = new CanonicalWriter();
        Shape.Of(happened.GetType()).Write(happened, writer);
        return writer.Documents.Select(document => document.Digest);
    }

    /// <summary>Reads what lies around an event, checked against the leaf.</summary>
    public static Envelope DecodeEnvelope(ReadOnlyMemory<byte> leaf, ReadOnlyMemory<byte> envelope)
    {
        using var read = JsonDocument.Parse(leaf);
        var promised = read.RootElement.GetProperty("envelope"u8).GetString();
        if (promised != Convert.ToHexStringLower(SHA256.HashData(envelope.Span)))
            throw new RecordDamagedException("envelope");
        using var opened = JsonDocument.Parse(envelope);
        return Shape.Parse<Sealed>(opened.RootElement).Around;
    }

    private sealed record Sealed(Envelope Around, string Salt);

    private byte[] Seal(Envelope around)
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        randomness(salt);
        return Shape.Canonical(new Sealed(around, Convert.ToHexStringLower(salt)));
    }

    private static void Show(
        Event happened,
        ImmutableArray<ClassedPart> parts,
        CanonicalWriter leaf
    )
    {
        var mark = "{"u8;
        foreach (var (part, _, _) in parts)
        {
            leaf.Raw(mark);
            leaf.Raw(part.Key);
            part.Shape.Write(part.Of(happened), leaf);
            mark = ","u8;
        }
        leaf.Raw(parts.IsEmpty ? "{}"u8 : "}"u8);
    }

    private void Hide(
        Event happened,
        ImmutableArray<ClassedPart> parts,
        CanonicalWriter leaf,
        CanonicalWriter open,
        List<Document> documents
    )
    {
        Span<byte> salt = stackalloc byte[SaltLength];
        var mark = "{"u8;
        foreach (var (part, _, _) in parts)
        {
            randomness(salt);
            var value = new CanonicalWriter();
            part.Shape.Write(part.Of(happened), value);
            documents.AddRange(value.Documents);
            leaf.Raw(mark);
            leaf.Raw(part.Key);
            leaf.Text(Hidden.Salted(salt, value.Written));
            open.Raw(mark);
            open.Raw(part.Key);
            open.Raw("{\"salt\":\""u8);
            open.Raw(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(salt)));
            open.Raw("\",\"value\":"u8);
            open.Raw(value.Written);
            open.Raw("}"u8);
            mark = ","u8;
        }
        leaf.Raw(parts.IsEmpty ? "{}"u8 : "}"u8);
        open.Raw(parts.IsEmpty ? "{}"u8 : "}"u8);
    }
}
