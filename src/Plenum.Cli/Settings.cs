using System.Globalization;
using MailKit.Security;
using Plenum.Clerk.Mail;

namespace Plenum.Cli;

/// <summary>How log lines look.</summary>
internal enum LogForm
{
    Line,
    Json,
}

/// <summary>
/// What the operator of a computer decides, and nothing about the organisation: where the data lie, where the server
/// listens, how it logs and by which server it sends mail. The command line goes before <c>PLENUM_*</c> variables, and
/// those before the file.
/// </summary>
internal sealed record Settings(string Data, string Urls, LogForm Log, MailSettings Mail)
{
    public const string UsualUrls = "http://127.0.0.1:8080";

    /// <summary>
    /// Where people reach the house; empty where no letter leaves it. A letter is written under a request, and whoever
    /// sends the request may claim any name for the house, so that the name has to come from the operator.
    /// </summary>
    public string Address { get; init; } = "";

    public static Settings Read(
        string? data,
        string? urls,
        string? log,
        string? file,
        Words words,
        string? address = null
    )
    {
        var configuration = new ConfigurationBuilder();
        if (file is not null)
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        var read = Built(configuration.AddEnvironmentVariables("PLENUM_"), file, words);
        var folder = data ?? read["data"];
        if (string.IsNullOrWhiteSpace(folder))
            throw new TroubleException(words["settings.no-data"], Exit.BadInput);
        var mail = MailOf(read.GetSection("mail"), words);
        return new(
            folder,
            Checked(urls ?? read["urls"] ?? UsualUrls, words),
            LogOf(log ?? read["log"] ?? "line", words),
            mail
        )
        {
            Address = AddressOf(address ?? read["address"] ?? "", mail, words),
        };
    }

    private static string AddressOf(string address, MailSettings mail, Words words) =>
        address.Length == 0 && mail is MailSettings.Smtp
            ? throw new TroubleException(words["settings.no-address"], Exit.BadInput)
        : address.Length == 0
        || Uri.TryCreate(address, UriKind.Absolute, out var parsed)
            && parsed.Scheme is "http" or "https"
            && parsed.PathAndQuery == "/"
            && parsed.Fragment.Length + parsed.UserInfo.Length == 0
            ? address.TrimEnd('/')
        : throw new TroubleException(
            words["settings.address", ("address", address)],
            Exit.BadInput
        );

    private static IConfigurationRoot Built(
        IConfigurationBuilder configuration,
        string? file,
        Words words
    )
    {
        try
        {
            return configuration.Build();
        }
        catch (InvalidDataException unreadable)
        {
            throw new TroubleException(
                words[
                    "settings.unreadable",
                    ("file", file ?? ""),
                    ("what", unreadable.InnerException?.Message ?? unreadable.Message)
                ],
                Exit.BadInput
            );
        }
    }

    /// <summary>Addresses to listen on, each a scheme, a host and perhaps a port.</summary>
    internal static string Checked(string urls, Words words) =>
        urls.Split(';')
            .All(url =>
                Uri.TryCreate(
                    url.Replace("*", "any", StringComparison.Ordinal)
                        .Replace("+", "any", StringComparison.Ordinal),
                    UriKind.Absolute,
                    out var parsed
                ) && parsed.Scheme is "http" or "https"
            )
            ? urls
            : throw new TroubleException(words["settings.urls", ("urls", urls)], Exit.BadInput);

    private static LogForm LogOf(string log, Words words) =>
        Enum.TryParse<LogForm>(log, ignoreCase: true, out var form) && Enum.IsDefined(form)
            ? form
            : throw new TroubleException(words["settings.log", ("log", log)], Exit.BadInput);

    private static MailSettings MailOf(IConfigurationSection mail, Words words)
    {
        if (mail["host"] is not { Length: > 0 } host)
            return new MailSettings.OnlyFolder();
        if (
            !ushort.TryParse(
                mail["port"] ?? "587",
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var port
            )
            || !Enum.TryParse<SecureSocketOptions>(
                mail["security"] ?? nameof(SecureSocketOptions.StartTls),
                ignoreCase: true,
                out var security
            )
            || mail["from"] is not { Length: > 0 } from
        )
            throw new TroubleException(words["settings.mail"], Exit.BadInput);
        return new MailSettings.Smtp(
            host,
            port,
            security,
            mail["user"] ?? "",
            mail["password"] ?? "",
            from
        );
    }
}
