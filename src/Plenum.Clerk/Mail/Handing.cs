using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Plenum.Clerk.Mail;

/// <summary>What became of one letter at the mail server.</summary>
internal abstract record Handed
{
    private Handed() { }

    public sealed record Taken : Handed;

    /// <summary>This letter or its address is refused for good.</summary>
    public sealed record Refused(string Why) : Handed;

    /// <summary>Not now, for this address.</summary>
    public sealed record Later(string Why) : Handed;

    /// <summary>The connection broke while this letter was in hand: because of it, or because the server went away.</summary>
    public sealed record Broken(string Why) : Handed;

    /// <summary>The server takes nobody's letter now. What it says may hold an address and is written nowhere; the fault is.</summary>
    public sealed record Down(string Why, string Fault) : Handed;

    /// <summary>What was said to it; nothing where the letter was taken.</summary>
    public string Said =>
        this switch
        {
            Taken => "",
            Refused(var why) => why,
            Later(var why) => why,
            Broken(var why) => why,
            Down(var why, _) => why,
        };
}

/// <summary>Hands one letter over by SMTP and tells a refusal for good from one for now (RFC 5321, 4.2.1).</summary>
internal static class Handing
{
    private const int Permanent = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<Handed> Hand(
        MimeMessage letter,
        MailSettings.Smtp smtp,
        CancellationToken stop
    )
    {
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, stop);
            if (smtp.User.Length > 0)
                await client.AuthenticateAsync(smtp.User, smtp.Password, stop);
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return DownBy(e);
        }
        try
        {
            await client.SendAsync(letter, stop);
        }
        catch (SmtpCommandException e)
        {
            return Judged(e);
        }
        // An address that this server could not write down in its protocol, or a letter to nobody.
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException)
        {
            return new Handed.Refused(WhyOf(e));
        }
        catch (Exception e) when (IsOfTheServer(e))
        {
            return new Handed.Broken(WhyOf(e));
        }
        await Leave(client, stop);
        return new Handed.Taken();
    }

    // Who is refused as the sender would be refused for every letter, and a server that closes takes none.
    private static Handed Judged(SmtpCommandException e) =>
        e.ErrorCode == SmtpErrorCode.SenderNotAccepted
        || e.StatusCode == SmtpStatusCode.ServiceNotAvailable
            ? DownBy(e)
        : (int)e.StatusCode >= Permanent ? new Handed.Refused(WhyOf(e))
        : new Handed.Later(WhyOf(e));

    private static Handed.Down DownBy(Exception e) =>
        new(
            WhyOf(e),
            e is SmtpCommandException answered
                ? ((int)answered.StatusCode).ToString(CultureInfo.InvariantCulture)
                : e.GetType().Name
        );

    // The letter is taken already; how the server says goodbye changes nothing.
    private static async Task Leave(SmtpClient client, CancellationToken stop)
    {
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception e) when (IsOfTheServer(e)) { }
    }

    private static bool IsOfTheServer(Exception e) =>
        e
            is IOException
                or System.Net.Sockets.SocketException
                or MailKit.CommandException
                or MailKit.ProtocolException
                or AuthenticationException
                or SslHandshakeException
                or TimeoutException
                or NotSupportedException;

    private static string WhyOf(Exception e)
    {
        var said = new string([.. e.Message.Select(c => char.IsControl(c) ? ' ' : c)]).Trim();
        return e is SmtpCommandException answered
            ? FormattableString.Invariant($"{(int)answered.StatusCode} {said}")
            : said;
    }
}
