using System.Collections.Immutable;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Web.Import;

/// <summary>What was imported in one act: when, and the numbers that the invitations got.</summary>
public sealed record Imported(string Id, Instant At, ImmutableArray<MemberNo> Members);

/// <summary>
/// The imports of a section, read from its record: every chunk was a command whose id names the import, so that one can be
/// taken back however often the program was started since, also one that was interrupted.
/// </summary>
public sealed class Imports(Front front)
{
    // Before ids named their giver anybody could send one that began so: only what invites people is an import.
    private const string Formerly = "import-";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Imported> In(SectionId section) =>
        [
            .. new[] { Formerly, CommandId.Imported }
                .SelectMany(beginning => front.Keeping.Commands(section, beginning))
                .Where(chunk => chunk.Last >= chunk.First)
                .GroupBy(chunk => chunk.Id.Value.Split('-', '/')[1], StringComparer.Ordinal)
                .Select(import => Read(section, import.Key, [.. import]))
                .Where(import => !import.Members.IsEmpty)
                .Reverse(),
        ];

    public Imported? Of(string id, SectionId section) =>
        In(section).FirstOrDefault(i => i.Id == id);

    private Imported Read(
        SectionId section,
        string id,
        ImmutableArray<(CommandId Id, long First, long Last)> chunks
    )
    {
        var members = ImmutableArray.CreateBuilder<MemberNo>();
        var at = Instant.MaxValue;
        foreach (var (_, first, last) in chunks)
        {
            var happened = front.Keeping.Between(section, first, first).First();
            at = Instant.Min(at, happened.Envelope.At);
            if (happened.Event is not MembershipEvent.Invited invited)
                continue;
            // Whoever is imported is new here, so that a chunk has numbers in a row.
            for (var n = 0; n <= last - first; n++)
                members.Add(new MemberNo(invited.Member.Value + n));
        }
        return new Imported(id, at, members.ToImmutable());
    }
}
