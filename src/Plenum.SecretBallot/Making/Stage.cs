using System.Collections.Immutable;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Tallies;
using Plenum.SecretBallot.Verifying;

namespace Plenum.SecretBallot.Making;

/// <summary>An archive that was verified whole, as whoever adds the next event needs it.</summary>
internal sealed record Stage(
    long Time,
    ImmutableArray<ArchivedEvent> Events,
    Setup Setup,
    Tally Tally,
    Verification.Valid Verified
)
{
    /// <summary>Verifies first: nobody decrypts, shuffles or counts what does not verify.</summary>
    public static Stage Of(byte[] archive, VerifierOptions? options = null)
    {
        if (!ArchiveReader.Begins(archive))
            throw new RejectedException(
                "archive.none",
                "byte 0",
                "This does not begin as an archive of Belenios does, with a record BELENIOS."
            );
        var audit = new Audit(null, options ?? new());
        var verified = (Verification.Valid)audit.Whole(archive);
        var (time, events) = ArchiveReader.Read(archive);
        return new(time, events, audit.Setup!, audit.Tally!, verified);
    }

    /// <summary>The election alone, for a voter: who casts does not wait until every ballot is checked.</summary>
    public static Setup Opened(byte[] archive)
    {
        if (!ArchiveReader.Begins(archive))
            throw new RejectedException(
                "archive.none",
                "byte 0",
                "This does not begin as an archive of Belenios does, with a record BELENIOS."
            );
        var (_, events) = ArchiveReader.Read(archive);
        Grammar.Demand(events);
        return Setup.Read(events[0]);
    }
}
