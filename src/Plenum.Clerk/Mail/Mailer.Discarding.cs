using MimeKit;

namespace Plenum.Clerk.Mail;

public sealed partial class Mailer
{
    /// <summary>Throws away what lies here under these marks, waiting or kept.</summary>
    public void Discard(IReadOnlyCollection<string> marks)
    {
        var gone = marks.Where(m => m.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in new[] { Waiting, _folder }.Where(Directory.Exists))
        foreach (var file in Directory.EnumerateFiles(folder, "*-*-*.eml"))
            if (gone.Contains(Path.GetFileNameWithoutExtension(file).Split('-', 3)[2]))
                File.Delete(file);
    }

    /// <summary>
    /// Throws away what lies here for these addresses, waiting or kept. A file that is no letter says to nobody whom it is
    /// for, and stays.
    /// </summary>
    public void DiscardTo(IReadOnlyCollection<string> addresses)
    {
        if (addresses.Count == 0)
            return;
        var gone = addresses.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var folder in new[] { Waiting, _folder }.Where(Directory.Exists))
        foreach (var file in Directory.EnumerateFiles(folder, "*.eml"))
            if (gone.Contains(AddressIn(file)))
                File.Delete(file);
    }

    private static string AddressIn(string file)
    {
        try
        {
            using var letter = MimeMessage.Load(file);
            return AddressOf(letter);
        }
        // Handed over or thrown away meanwhile.
        catch (FileNotFoundException)
        {
            return "";
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
