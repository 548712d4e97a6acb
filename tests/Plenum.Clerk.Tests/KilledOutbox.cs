using MailKit.Security;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk.Mail;

namespace Plenum.Clerk.Tests;

/// <summary>Sends what lies in a folder until it is killed.</summary>
internal static class KilledOutbox
{
    public const string Word = "send-until-killed";

    public static Mailer MailerOf(
        string folder,
        int port,
        IClock clock,
        ILogger<Mailer>? log = null
    ) =>
        new(
            new MailSettings.Smtp(
                "127.0.0.1",
                port,
                SecureSocketOptions.None,
                "",
                "",
                "branch@example.org"
            ),
            folder,
            log ?? NullLogger<Mailer>.Instance,
            clock
        );

    public static async Task<int> Run(string folder, string port)
    {
        await MailerOf(
                folder,
                int.Parse(port, System.Globalization.CultureInfo.InvariantCulture),
                SystemClock.Instance
            )
            .SendLaid(CancellationToken.None);
        return 0;
    }
}
