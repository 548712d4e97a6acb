using Microsoft.Extensions.Logging;

namespace Plenum.Clerk;

/// <summary>Everything the clerk ever logs. No message takes a name, an address or a text that somebody wrote.</summary>
internal static partial class ClerkLog
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "Folded {Events} events of {Sections} sections in {Milliseconds} ms"
    )]
    public static partial void Loaded(ILogger log, int sections, long events, double milliseconds);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "The record of {Section} could not be written: {Why}; {Left} tries left"
    )]
    public static partial void AppendFailed(ILogger log, string section, Hindrance why, int left);

    [LoggerMessage(3, LogLevel.Error, "A batch of {Section} failed with {Exception}")]
    public static partial void BatchFailed(ILogger log, string section, string exception);

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "The deadline {Kind}/{No} of {Section} could not be acted on: {Outcome}"
    )]
    public static partial void DeadlineStuck(
        ILogger log,
        string section,
        string kind,
        int no,
        string outcome
    );

    [LoggerMessage(5, LogLevel.Error, "The calendar stumbled over {Exception} and goes on")]
    public static partial void CalendarStumbled(ILogger log, string exception);

    [LoggerMessage(
        6,
        LogLevel.Warning,
        "A message could not be handed to the mail server: {Exception}"
    )]
    public static partial void MailFailed(ILogger log, string exception);

    [LoggerMessage(7, LogLevel.Error, "The post stumbled over {Exception} and goes on")]
    public static partial void PostStumbled(ILogger log, string exception);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "The letter {No} from {Sender} to {Addressee} could not be delivered: {Why}"
    )]
    public static partial void LetterStuck(
        ILogger log,
        string sender,
        string addressee,
        int no,
        string why
    );

    [LoggerMessage(
        9,
        LogLevel.Error,
        "The closed box {Box} of {Section} could not be emptied, nor its key destroyed: {Why}. It is tried again at the next start"
    )]
    public static partial void BoxNotEmptied(ILogger log, string section, int box, string why);

    [LoggerMessage(
        10,
        LogLevel.Warning,
        "What lay in the box {Box} of {Section} can be read no more: the vote begins anew"
    )]
    public static partial void BegunAnew(ILogger log, string section, int box);

    [LoggerMessage(
        11,
        LogLevel.Error,
        "The vote in the box {Box} of {Section} could not be begun anew: {Outcome}"
    )]
    public static partial void NotBegunAnew(ILogger log, string section, int box, string outcome);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "Papers that an earlier release kept in the box {Box} of {Section} are sealed now; what it wrote before may still lie on the disk"
    )]
    public static partial void SealedLate(ILogger log, string section, int box);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "The operating system does not keep the keys of ballot boxes from its swap file"
    )]
    public static partial void KeysNotLocked(ILogger log);
}
