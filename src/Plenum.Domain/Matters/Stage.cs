using NodaTime;

namespace Plenum.Domain.Matters;

/// <summary>Where a matter stands, and until when.</summary>
public abstract record Stage
{
    private Stage() { }

    /// <summary>Collecting support or signatures.</summary>
    public sealed record Support(Instant Until) : Stage;

    /// <summary>Open for debate; nobody can shorten it.</summary>
    public sealed record Debate(Instant Until) : Stage;

    /// <summary>Open for candidates; a second call follows when nobody stands.</summary>
    public sealed record Nomination(Instant Until, bool SecondCall) : Stage;

    public sealed record Voting(BoxNo Box, Instant Until) : Stage;

    /// <summary>The result stands unless a protest is upheld.</summary>
    public sealed record Protest(BoxNo Box, Instant Until) : Stage;

    public sealed record Settled(Outcome Outcome) : Stage;

    /// <summary>When the clock has to look at a matter in this stage.</summary>
    public Instant NextAt =>
        this switch
        {
            Support s => s.Until,
            Debate s => s.Until,
            Nomination s => s.Until,
            Voting s => s.Until,
            Protest s => s.Until,
            Settled => Instant.MaxValue,
        };
}

/// <summary>How a matter ended.</summary>
public enum Outcome
{
    Adopted,
    Rejected,
    NoQuorum,

    /// <summary>Not enough support in time.</summary>
    Lapsed,
    Withdrawn,

    /// <summary>Ruled out of order under the charter; kept on the record.</summary>
    OutOfOrder,

    /// <summary>Carried, but what it would bring breaks the charter as things now stand.</summary>
    Stopped,

    /// <summary>An upheld protest undid it.</summary>
    Annulled,

    /// <summary>Carried, about a matter that is not for those who carried it: it binds nobody and stands as advice.</summary>
    Advice,

    /// <summary>Nobody stood.</summary>
    NobodyStood,
    Elected,
}
