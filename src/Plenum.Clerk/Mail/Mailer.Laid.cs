using MimeKit;

namespace Plenum.Clerk.Mail;

public sealed partial class Mailer
{
    /// <summary>A letter no mail server has taken for so long is kept with the others that failed.</summary>
    private static readonly TimeSpan Perseverance = TimeSpan.FromDays(2);

    private string Waiting => Path.Combine(_folder, "waiting");

    /// <summary>Whether a file is a letter: one that was being written when the power failed is not.</summary>
    public static bool CanRead(string file)
    {
        try
        {
            using var letter = MimeMessage.Load(file);
            return letter.To.Count > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Lays a letter on the disk; where there is no mail server it stays there.</summary>
    public async Task Lay(Message message, CancellationToken stop)
    {
        using var letter = Written(message);
        await Keep(letter, settings is MailSettings.Smtp ? Waiting : _folder, message.Mark, stop);
    }

    /// <summary>Throws away what lies here under these marks, waiting or kept.</summary>
    public void Discard(IReadOnlyCollection<string> marks)
    {
        var gone = marks.Where(m => m.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var folder in new[] { Waiting, _folder }.Where(Directory.Exists))
        foreach (var file in Directory.EnumerateFiles(folder, "*-*-*.eml"))
            if (gone.Contains(Path.GetFileNameWithoutExtension(file).Split('-', 3)[2]))
                File.Delete(file);
    }

    /// <summary>Hands over what was laid, oldest first; the first that is not taken ends the round.</summary>
    public async Task SendLaid(CancellationToken stop)
    {
        if (settings is not MailSettings.Smtp smtp || !Directory.Exists(Waiting))
            return;
        foreach (
            var file in Directory.EnumerateFiles(Waiting, "*.eml").Order(StringComparer.Ordinal)
        )
        {
            try
            {
                using var letter = await Load(file, stop);
                if (await Hand(letter, smtp, stop))
                    File.Delete(file);
                else if (DateTimeOffset.UtcNow - letter.Date < Perseverance)
                    return;
                else
                    File.Move(file, Path.Combine(_folder, Path.GetFileName(file)));
            }
            // Taken back meanwhile.
            catch (FileNotFoundException) { }
        }
    }

    // Read whole, so that the file can be deleted while the letter is in hand.
    private static async Task<MimeMessage> Load(string file, CancellationToken stop)
    {
        using var bytes = new MemoryStream(await File.ReadAllBytesAsync(file, stop));
        return await MimeMessage.LoadAsync(bytes, stop);
    }
}
