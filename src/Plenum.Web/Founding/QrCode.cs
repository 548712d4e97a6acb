using System.Globalization;
using System.Text;
using QRCoder;

namespace Plenum.Web.Founding;

/// <summary>A QR code (ISO/IEC 18004) as the path of a drawing: one square a module.</summary>
public sealed record QrCode(int Modules, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            if (data.ModuleMatrix[y][x])
                path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }
}
