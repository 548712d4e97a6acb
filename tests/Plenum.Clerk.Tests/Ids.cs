using System.Text.Json;
using Plenum.Clerk.Recording;

namespace Plenum.Clerk.Tests;

/// <summary>Ids as a record may hold them; no code of the house can make one like these.</summary>
internal static class Ids
{
    public static CommandId Recorded(string value) =>
        Shape.Parse<CommandId>(JsonSerializer.SerializeToElement(value));
}
