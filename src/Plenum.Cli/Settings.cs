using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using MailKit.Security;
using Plenum.Clerk.Mail;
using Plenum.Web;

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

    private const string NoProxy = "none";

    /// <summary>
    /// Where people reach the house; empty where no letter leaves it. A letter is written under a request, and whoever
    /// sends the request may claim any name for the house, so that the name has to come from the operator.
    /// </summary>
    public string Address { get; init; } = "";

    /// <summary>From where it is believed who asks: proxies that were named, and those of this computer beside an address.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Names written out among the addresses to listen on; wildcards name nothing.</summary>
    public ImmutableArray<string> Hosts =>
        [
            .. Urls.Split(';')
                .Where(url =>
                    !url.Contains('*', StringComparison.Ordinal)
                    && !url.Contains('+', StringComparison.Ordinal)
                )
                .Select(url => new Uri(url).IdnHost),
        ];

    public static Settings Read(
        string? data,
        string? urls,
        string? log,
        string? file,
        Words words,
        string? address = null,
        string? proxy = null
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
        var reached = AddressOf(address ?? read["address"] ?? "", mail, words);
        return new(
            folder,
            Checked(urls ?? read["urls"] ?? UsualUrls, words),
            LogOf(log ?? read["log"] ?? "line", words),
            mail
        )
        {
            Address = reached,
            Proxies = ProxiesOf(proxy ?? read["proxy"] ?? "", reached, words),
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

    private static ImmutableArray<IPNetwork> ProxiesOf(string named, string address, Words words)
    {
        if (named == NoProxy)
            return [];
        var proxies = address.Length > 0 ? PlenumWeb.ProxiesOfThisComputer : [];
        foreach (
            var one in named.Split(
                ',',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        )
            proxies = proxies.Add(ProxyOf(one, words));
        return proxies;
    }

    // A network written under the number of one computer in it would let all the others in unnoticed.
    private static IPNetwork ProxyOf(string named, Words words) =>
        IPAddress.TryParse(named, out var single)
            ? new IPNetwork(single, single.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(named, out var network)
        && network.PrefixLength > 0
        && IPAddress.Parse(named.Split('/')[0]).Equals(network.BaseAddress)
            ? network
        : throw new TroubleException(words["settings.proxy", ("proxy", named)], Exit.BadInput);

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
