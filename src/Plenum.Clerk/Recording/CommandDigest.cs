using System.Collections.Concurrent;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>
/// The digest that tells whether a command sent again is still the same. What is sealed in a command (a vote) stays
/// out of it, so that nobody can find the vote by trying every possible one.
/// </summary>
public static class CommandDigest
{
    private static readonly ConcurrentDictionary<Type, Part[]> Known = new();

    public static Digest Of(Command command, Actor actor)
    {
        var writer = new CanonicalWriter();
        writer.Raw("{\"actor\":"u8);
        Shape.Of(typeof(Actor)).Write(actor, writer);
        writer.Raw(",\"command\":{"u8);
        var first = true;
        foreach (var part in Known.GetOrAdd(command.GetType(), Told))
        {
            if (!first)
                writer.Raw(","u8);
            first = false;
            writer.Raw(part.Key);
            part.Shape.Write(part.Of(command), writer);
        }
        writer.Raw("},\"verb\":"u8);
        writer.Text(command.GetType().FullName!);
        writer.Raw("}"u8);
        return Digest.Of(writer.Written);
    }

    private static Part[] Told(Type type) =>
        [.. new RecordShape(type).Sorted.Where(part => !part.Is<SealedAttribute>())];
}
