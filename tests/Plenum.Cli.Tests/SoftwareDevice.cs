using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Plenum.Cli.Tests;

/// <summary>
/// A device that holds one passkey (WebAuthn level 3, attestation "none", ES256): what the browser sends for it, signed
/// with a key that never leaves this object.
/// </summary>
internal sealed class SoftwareDevice : IDisposable
{
    private const byte Present = 0x01;
    private const byte Verified = 0x04;
    private const byte WithKey = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _owner = "";
    private uint _signed;

    /// <summary>The answer to the options for making a passkey.</summary>
    public string Make(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        _owner = asked.RootElement.GetProperty("user").GetProperty("id").GetString()!;
        var host = new Uri(origin).Host;
        var client = ClientData("webauthn.create", asked, origin);
        return Credential(
            new()
            {
                ["clientDataJSON"] = Url(client),
                ["attestationObject"] = Url(Attestation(host)),
                ["transports"] = new JsonArray("internal"),
            }
        );
    }

    /// <summary>The answer to the options for signing in.</summary>
    public string Sign(string options, string origin)
    {
        using var asked = JsonDocument.Parse(options);
        var client = ClientData("webauthn.get", asked, origin);
        var about = About(new Uri(origin).Host, Present | Verified);
        var signature = _key.SignData(
            [.. about, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        return Credential(
            new()
            {
                ["clientDataJSON"] = Url(client),
                ["authenticatorData"] = Url(about),
                ["signature"] = Url(signature),
                ["userHandle"] = _owner,
            }
        );
    }

    public void Dispose() => _key.Dispose();

    private string Credential(JsonObject response) =>
        new JsonObject
        {
            ["id"] = Url(_id),
            ["rawId"] = Url(_id),
            ["type"] = "public-key",
            ["authenticatorAttachment"] = "platform",
            ["clientExtensionResults"] = new JsonObject(),
            ["response"] = response,
        }.ToJsonString();

    private static byte[] ClientData(string type, JsonDocument asked, string origin) =>
        Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["type"] = type,
                ["challenge"] = asked.RootElement.GetProperty("challenge").GetString(),
                ["origin"] = origin,
                ["crossOrigin"] = false,
            }.ToJsonString()
        );

    // Of a machine's 37 bytes: digest of the host, flags, how often it has signed.
    private byte[] About(string host, byte flags)
    {
        var about = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(host), about);
        about[32] = flags;
        BinaryPrimitives.WriteUInt32BigEndian(about.AsSpan(33), ++_signed);
        return about;
    }

    // CBOR by hand (RFC 8949): { "fmt": "none", "attStmt": {}, "authData": ... }.
    private byte[] Attestation(string host)
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] about =
        [
            .. About(host, Present | Verified | WithKey),
            .. new byte[16],
            0,
            (byte)_id.Length,
            .. _id,
            // COSE: key type 2, algorithm -7, curve 1, x, y.
            0xA5,
            0x01,
            0x02,
            0x03,
            0x26,
            0x20,
            0x01,
            0x21,
            0x58,
            0x20,
            .. point.X!,
            0x22,
            0x58,
            0x20,
            .. point.Y!,
        ];
        return
        [
            0xA3,
            .. Text("fmt"),
            .. Text("none"),
            .. Text("attStmt"),
            0xA0,
            .. Text("authData"),
            0x58,
            (byte)about.Length,
            .. about,
        ];
    }

    private static byte[] Text(string text) =>
        [(byte)(0x60 + text.Length), .. Encoding.ASCII.GetBytes(text)];

    private static string Url(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
