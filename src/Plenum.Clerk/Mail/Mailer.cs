using System.Collections.Immutable;
using System.Globalization;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;
using NodaTime;

namespace Plenum.Clerk.Mail;

/// <summary>Where messages go.</summary>
public abstract record MailSettings
{
    private MailSettings() { }

    /// <summary>No mail server is configured: messages lie in the data folder, and whoever runs it can read them.</summary>
    public sealed record OnlyFolder : MailSettings;

    public sealed record Smtp(
        string Host,
        int Port,
        SecureSocketOptions Security,
        string User,
        string Password,
        string From
    ) : MailSettings;
}

/// <summary>One message to one address, as plain text; under a mark it can be taken back while it waits here.</summary>
public sealed record Message(string To, string Subject, string Text, string Mark = "");

/// <summary>Where a message went.</summary>
public enum Delivery
{
    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>It lies in the folder, because there is no mail server.</summary>
    Kept,

    /// <summary>The mail server did not take it; it lies in the folder.</summary>
    Failed,
}

/// <summary>A message that lies in the folder.</summary>
public sealed record KeptMessage(
    string File,
    string To,
    string Subject,
    DateTimeOffset At,
    string Text
)
{
    /// <summary>Why no mail server took it; empty where there was none.</summary>
    public string Why { get; init; } = "";
}

/// <summary>Sends messages by SMTP, or lays them into a folder where the page finds them.</summary>
public sealed partial class Mailer(
    MailSettings settings,
    string dataFolder,
    ILogger<Mailer> log,
    IClock clock
)
{
    private const string WhyHeader = "X-Plenum-Why";

    private readonly IClock _clock = clock;

    private readonly string _folder = Path.Combine(dataFolder, "mail");

    /// <summary>Whether a letter can be addressed to this at all: one address, with nothing before or behind it.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 200
        && People.Addresses.IsPlain(text)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < text.Length - 1;

    /// <summary>Whether messages leave this computer at all; if not, every page must say so.</summary>
    public bool LeavesThisComputer => settings is MailSettings.Smtp;

    /// <summary>Waits for the mail server; no request may, and so nobody above this floor can.</summary>
    internal async Task<Delivery> Send(Message message, CancellationToken stop = default)
    {
        using var letter = Written(message);
        switch (settings)
        {
            case MailSettings.Smtp smtp:
                var handed = await Handing.Hand(letter, smtp, stop);
                if (handed is Handed.Taken)
                    return Delivery.Sent;
                ClerkLog.MailFailed(log, handed.GetType().Name);
                letter.Headers.Replace(WhyHeader, handed.Said);
                await Keep(letter, _folder, NameOf(letter, message.Mark), stop);
                return Delivery.Failed;
            default:
                await Keep(letter, _folder, NameOf(letter, message.Mark), stop);
                return Delivery.Kept;
        }
    }

    private MimeMessage Written(Message message)
    {
        // Its Message-ID is drawn here and lies on the disk with it: sent again after a crash it is known to be the same.
        var letter = new MimeMessage { Date = _clock.GetCurrentInstant().ToDateTimeOffset() };
        letter.From.Add(
            settings is MailSettings.Smtp smtp
                ? MailboxAddress.Parse(smtp.From)
                : new MailboxAddress("Plenum", "plenum@localhost")
        );
        letter.To.Add(MailboxAddress.Parse(message.To));
        letter.Subject = message.Subject;
        letter.Body = new TextPart("plain") { Text = message.Text };
        return letter;
    }

    /// <summary>What lies in the folder, newest first.</summary>
    public ImmutableArray<KeptMessage> Kept(int take = 50)
    {
        if (!Directory.Exists(_folder))
            return [];
        return
        [
            .. Directory
                .EnumerateFiles(_folder, "*.eml")
                .OrderDescending(StringComparer.Ordinal)
                .Where(CanRead)
                .Take(take)
                .Select(Read),
        ];
    }

    // The oldest first, and what can be taken back under its mark.
    private static string NameOf(MimeMessage letter, string mark) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{letter.Date.UtcTicks:D20}-{Guid.NewGuid():N}{(mark.Length > 0 ? "-" : "")}{mark}.eml"
        );

    // Under its name only once it lies there whole.
    private static async Task Keep(
        MimeMessage letter,
        string folder,
        string name,
        CancellationToken stop
    )
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        var path = Path.Combine(folder, name);
        var begun = path + ".begun";
        People.OwnersOnly.Create(begun);
        await using (var file = new FileStream(begun, FileMode.Truncate, FileAccess.Write))
        {
            await letter.WriteToAsync(file, stop);
            file.Flush(flushToDisk: true);
        }
        File.Move(begun, path, overwrite: true);
    }

    private static KeptMessage Read(string path)
    {
        using var letter = MimeMessage.Load(path);
        return new KeptMessage(
            Path.GetFileName(path),
            letter.To.ToString(),
            letter.Subject ?? "",
            letter.Date,
            letter.TextBody ?? ""
        )
        {
            Why = letter.Headers[WhyHeader] ?? "",
        };
    }
}
