using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Plenum.Testing;

namespace Plenum.Cli.Tests.Proxied;

/// <summary>
/// A real nginx with TLS before a house, told what the guide for keepers tells it; only the ports, the certificate and
/// the folder are this test's own.
/// </summary>
public sealed class Nginx : IAsyncDisposable
{
    private const string Program = "/usr/sbin/nginx";

    private readonly Process _process;
    private readonly PassingFolder _folder;

    private Nginx(Process process, PassingFolder folder, int port) =>
        (_process, _folder, Port) = (process, folder, port);

    public int Port { get; }

    public static async Task<Nginx> Before(string house, string name)
    {
        Assert.SkipUnless(
            File.Exists(Program),
            $"No proxy: install Debian's nginx-light so that {Program} exists."
        );
        var folder = new PassingFolder();
        var port = FreePort();
        Certify(folder, name);
        await File.WriteAllTextAsync(folder.At("nginx.conf"), Conf(folder, port, house, name));
        foreach (var kind in new[] { "body", "proxy", "fastcgi", "uwsgi", "scgi" })
            Directory.CreateDirectory(folder.At(kind));
        var start = new ProcessStartInfo(Program)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        foreach (
            var arg in new[] { "-p", folder.Path, "-c", folder.At("nginx.conf"), "-e", "stderr" }
        )
            start.ArgumentList.Add(arg);
        var nginx = new Nginx(Process.Start(start)!, folder, port);
        var errors = nginx._process.StandardError.ReadToEndAsync();
        for (var tries = 0; !await Answers(port); tries++)
        {
            if (nginx._process.HasExited || tries > 100)
                throw new InvalidOperationException($"nginx did not start: {await errors}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        // Its workers go with it when it is asked to end; killed, it would leave them behind.
        using (var ask = Process.Start("kill", _process.Id.ToString(CultureInfo.InvariantCulture)))
            await ask.WaitForExitAsync();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static string Conf(PassingFolder folder, int port, string house, string name)
    {
        var told = FromTheGuide()
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{port} ssl", StringComparison.Ordinal)
            .Replace(
                "listen 80",
                $"listen unix:{folder.At("plain.sock")}",
                StringComparison.Ordinal
            )
            .Replace("/etc/ssl", folder.Path, StringComparison.Ordinal)
            .Replace("http://127.0.0.1:5080", house, StringComparison.Ordinal)
            .Replace("plenum.example.org", name, StringComparison.Ordinal);
        return $$"""
            daemon off;
            worker_processes 1;
            pid {{folder.At("nginx.pid")}};
            error_log stderr;
            events { worker_connections 512; }
            http {
            client_body_temp_path {{folder.At("body")}};
            proxy_temp_path {{folder.At("proxy")}};
            fastcgi_temp_path {{folder.At("fastcgi")}};
            uwsgi_temp_path {{folder.At("uwsgi")}};
            scgi_temp_path {{folder.At("scgi")}};
            {{told}}
            }
            """;
    }

    // The lines of the guide that are indented after the words "With nginx:".
    private static string FromTheGuide() =>
        string.Join(
            '\n',
            File.ReadAllLines(Path.Combine(Golden.Root, "docs", "keep-a-server.md"))
                .SkipWhile(line => line != "With nginx:")
                .Skip(2)
                .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
        );

    private static void Certify(PassingFolder folder, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest(
            "CN=" + name,
            key,
            HashAlgorithmName.SHA256
        ).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(2));
        File.WriteAllText(folder.At("plenum.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.At("plenum.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> Answers(int port)
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
