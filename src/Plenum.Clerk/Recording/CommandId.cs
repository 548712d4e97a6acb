using NodaTime;
using Plenum.Domain;

namespace Plenum.Clerk.Recording;

/// <summary>
/// The id a command is recorded under. It begins with who gave it, and no two givers share a beginning: a text from
/// outside becomes an id only with the name of its sender before it, so that nobody's text is an id of the house or of
/// somebody else (decision 0030).
/// </summary>
public readonly record struct CommandId
{
    private CommandId(string value, string formerly = "") => (Value, Formerly) = (value, formerly);

    public string Value { get; }

    /// <summary>What the same command was called before ids named their giver; empty where nobody asks for it again.</summary>
    internal string Formerly { get; }

    public override string ToString() => Value;

    /// <summary>The clock's, which follows from the deadline, so that asking twice does nothing twice.</summary>
    public static CommandId OfDeadline(SectionId section, Due due)
    {
        var which = FormattableString.Invariant(
            $"{section}/{due.Kind}/{due.No}/{due.At.ToUnixTimeTicks()}"
        );
        return new("clock/" + which, "due/" + which);
    }

    /// <summary>The post's, which follows from both names and the number, so that a letter carried twice is one command.</summary>
    public static CommandId OfLetter(SectionId from, SectionId to, int no) =>
        new(
            FormattableString.Invariant($"post/letter/{from}/{to}/{no}"),
            Digest.Of(FormattableString.Invariant($"letter/{from}/{to}/{no}")).Hex
        );

    /// <summary>The post's, for founding the part of a section that divided.</summary>
    public static CommandId OfPart(SectionId from, SectionId part) =>
        new($"post/part/{from}/{part}", Digest.Of($"part/{from}/{part}").Hex);

    /// <summary>One chunk of a roll that is imported.</summary>
    public static CommandId OfImport(string import, int chunk) =>
        new(FormattableString.Invariant($"{Imported}{import}/{chunk}"));

    /// <summary>How the ids of all imports begin.</summary>
    public const string Imported = "import/";

    /// <summary>One invitation that is taken back with its import.</summary>
    public static CommandId OfUndo(PersonId act, MemberNo no) => new($"undo/{act}/{no}");

    public static CommandId OfInvitation(PersonId person) => new($"invite/{person}");

    /// <summary>An invitation that is taken back alone; the act is drawn.</summary>
    public static CommandId OfWithdrawal(Guid act) => new($"withdraw/{act:N}");

    /// <summary>
    /// A step in the restoring of a sign-in; the act is drawn. Not under the id of the recovery: whoever knows that can
    /// stop it.
    /// </summary>
    public static CommandId OfRecovery(Guid act) => new($"recover/{act:N}");

    /// <summary>One command of a tree that is carried over, named by the files.</summary>
    public static CommandId OfCarryOver(string nonce, string what, int no) =>
        new(
            FormattableString.Invariant($"carry/{nonce}/{what}/{no}"),
            FormattableString.Invariant($"carry-{nonce}-{what}-{no}")
        );

    /// <summary>A vote that begins anew, because what lay in its box can be read no more.</summary>
    public static CommandId OfNewBeginning(SectionId section, BoxNo box, Instant closes) =>
        new(FormattableString.Invariant($"anew/{section}/{box}/{closes.ToUnixTimeTicks()}"));

    /// <summary>Changes nothing and is never recorded.</summary>
    internal static CommandId Settling => new("settle");

    /// <summary>What somebody gave from outside: theirs alone.</summary>
    internal static CommandId Given(GivenId given, Actor actor) =>
        new($"{GiverOf(given, actor)}/{given.Text}", given.Text);

    /// <summary>As it stands in the record, whoever gave it.</summary>
    internal static CommandId Recorded(string value) => new(value);

    /// <summary>The same, asked under a name that nobody can have known before.</summary>
    internal CommandId Anew(Draw drawn) => new($"{Value}/{drawn.Token("id")}");

    // An act entered at a desk was sent by the helper. What stands in a name or a key cannot end it.
    private static string GiverOf(GivenId given, Actor actor) =>
        actor switch
        {
            Actor.Person when given.Key.Length > 0 => "key/" + Uri.EscapeDataString(given.Key),
            Actor.Person person => "person/" + Uri.EscapeDataString(SenderOf(person).Value),
            Actor.Anyone => "door",
            Actor.Founder => "founder",
            Actor.Clock or Actor.Post => throw new ArgumentException(
                "Clock and post take no id from outside.",
                nameof(actor)
            ),
        };

    private static PersonId SenderOf(Actor.Person person) =>
        person.Via switch
        {
            Channel.Screen => person.Id,
            Channel.Desk desk => desk.Helper,
        };
}

/// <summary>
/// The id of a command as its sender wrote it: they draw it, and send the command again with the same one. It is
/// theirs alone; what another gives with the same letters is another id.
/// </summary>
public readonly record struct GivenId(string Text)
{
    /// <summary>Longer ids are not taken in.</summary>
    public const int Longest = 200;

    /// <summary>The personal key the command was sent by; empty where its owner sent it.</summary>
    public string Key { get; init; } = "";

    public bool IsUsable => Text is { Length: > 0 and <= Longest } && !Text.Any(char.IsControl);

    public override string ToString() => Text;
}
