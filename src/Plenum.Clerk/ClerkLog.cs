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
        LogLevel.Warning,
        "Too much is waiting to be done after requests; something that was asked for is left undone"
    )]
    public static partial void LeftUndone(ILogger log);

    [LoggerMessage(
        10,
        LogLevel.Error,
        "What a request left to be done stumbled over {Exception}, and the next goes on"
    )]
    public static partial void AfterwardsStumbled(ILogger log, string exception);

    [LoggerMessage(11, LogLevel.Information, "Sign-in {Number} since the start, by {Way}")]
    public static partial void CameIn(ILogger log, long number, People.WayIn way);

    [LoggerMessage(12, LogLevel.Information, "Way in {Number} made since the start: {Way}")]
    public static partial void WayMade(ILogger log, long number, People.WayIn way);

    [LoggerMessage(13, LogLevel.Warning, "Way in refused, number {Number} since the start: {Way}")]
    public static partial void WayRefused(ILogger log, long number, People.WayIn way);

    [LoggerMessage(14, LogLevel.Warning, "The mail server takes no letter now: {Fault}")]
    public static partial void MailServerDown(ILogger log, string fault);

    [LoggerMessage(
        15,
        LogLevel.Warning,
        "A letter was not taken and is kept in mail/{File}, with the reason in its head"
    )]
    public static partial void LetterKept(ILogger log, string file);

    [LoggerMessage(16, LogLevel.Error, "The outbox stumbled over {Exception} and goes on")]
    public static partial void OutboxStumbled(ILogger log, string exception);

    [LoggerMessage(
        17,
        LogLevel.Error,
        "The closed box {Box} of {Section} could not be emptied, nor its key destroyed: {Why}. It is tried again at the next start"
    )]
    public static partial void BoxNotEmptied(ILogger log, string section, int box, string why);

    [LoggerMessage(
        18,
        LogLevel.Warning,
        "What lay in the box {Box} of {Section} can be read no more: the vote begins anew"
    )]
    public static partial void BegunAnew(ILogger log, string section, int box);

    [LoggerMessage(
        19,
        LogLevel.Error,
        "The vote in the box {Box} of {Section} could not be begun anew: {Outcome}"
    )]
    public static partial void NotBegunAnew(ILogger log, string section, int box, string outcome);

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "Papers that an earlier release kept in the box {Box} of {Section} are sealed now; what it wrote before may still lie on the disk"
    )]
    public static partial void SealedLate(ILogger log, string section, int box);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "The operating system does not keep the keys of ballot boxes from its swap file"
    )]
    public static partial void KeysNotLocked(ILogger log);

    [LoggerMessage(28, LogLevel.Error, "Forgetting stumbled over {Exception} and goes on")]
    public static partial void ForgettingStumbled(ILogger log, string exception);
}
