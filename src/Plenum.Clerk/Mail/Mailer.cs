using System.Collections.Immutable;
using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using MimeKit;

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
);

/// <summary>Sends messages by SMTP, or lays them into a folder where the page finds them.</summary>
public sealed partial class Mailer(MailSettings settings, string dataFolder, ILogger<Mailer> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string _folder = Path.Combine(dataFolder, "mail");

    /// <summary>Whether a letter can be addressed to this at all: one address, with nothing before or behind it.</summary>
    public static bool IsAddress(string text) =>
        text.Length <= 200
        && !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Address == text
        && text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at < text.Length - 1;

    /// <summary>Whether messages leave this computer at all; if not, every page must say so.</summary>
    public bool LeavesThisComputer => settings is MailSettings.Smtp;

    public async Task<Delivery> Send(Message message, CancellationToken stop = default)
    {
        using var letter = Written(message);
        switch (settings)
        {
            case MailSettings.Smtp smtp:
                if (await Hand(letter, smtp, stop))
                    return Delivery.Sent;
                await Keep(letter, _folder, message.Mark, stop);
                return Delivery.Failed;
            default:
                await Keep(letter, _folder, message.Mark, stop);
                return Delivery.Kept;
        }
    }

    private MimeMessage Written(Message message)
    {
        var letter = new MimeMessage();
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

    private async Task<bool> Hand(
        MimeMessage letter,
        MailSettings.Smtp smtp,
        CancellationToken stop
    )
    {
        try
        {
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, stop);
            if (smtp.User.Length > 0)
                await client.AuthenticateAsync(smtp.User, smtp.Password, stop);
            await client.SendAsync(letter, stop);
            await client.DisconnectAsync(quit: true, stop);
            return true;
        }
        catch (Exception e)
            when (e
                    is IOException
                        or System.Net.Sockets.SocketException
                        or MailKit.CommandException
                        or MailKit.ProtocolException
                        or AuthenticationException
                        or SslHandshakeException
                        or TimeoutException
                        or NotSupportedException
            )
        {
            ClerkLog.MailFailed(log, e.GetType().Name);
            return false;
        }
    }

    private static async Task Keep(
        MimeMessage letter,
        string folder,
        string mark,
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
        var name = string.Create(
            CultureInfo.InvariantCulture,
            $"{letter.Date.UtcTicks:D20}-{Guid.NewGuid():N}{(mark.Length > 0 ? "-" : "")}{mark}.eml"
        );
        var path = Path.Combine(folder, name);
        People.OwnersOnly.Create(path);
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        await letter.WriteToAsync(file, stop);
        file.Flush(flushToDisk: true);
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
        );
    }
}
