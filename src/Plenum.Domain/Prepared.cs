namespace Plenum.Domain;

/// <summary>
/// What of a decision takes long and follows from texts alone, worked out before a command waits for its turn. It knows
/// what it was made from: the law uses it only where it would come to the very same, and otherwise works it out itself.
/// </summary>
public abstract record Prepared
{
    /// <summary>Nothing takes long.</summary>
    public static readonly Prepared Nothing = new None();

    /// <summary>Whether the law would use it as the section is now; what does not fit is prepared again, and not in the queue.</summary>
    public abstract bool Fits(Section section);

    /// <summary>The same section, where a text that comes into force has been read already.</summary>
    public virtual Section Read(Section section) => section;

    private sealed record None : Prepared
    {
        public override bool Fits(Section section) => true;
    }
}
