using System.Text.RegularExpressions;
using MimeKit;
using NodaTime;

namespace Plenum.Clerk.Mail;

public sealed partial class Mailer
{
    /// <summary>A letter that could not be handed over for so long is kept with the others that failed.</summary>
    private static readonly Duration Perseverance = Duration.FromDays(2);

    /// <summary>So many connections that break one after the other are the server's doing and no letter's.</summary>
    private const int BrokenAtOnce = 3;

    private readonly Paces _paces = new(clock);

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
        // The next letter under a mark follows the one that was not taken.
        if (settings is MailSettings.Smtp && message.Mark.Length > 0)
            foreach (var earlier in KeptUnder(message.Mark))
                File.Delete(earlier);
        await Keep(
            letter,
            settings is MailSettings.Smtp ? Waiting : _folder,
            NameOf(letter, message.Mark),
            stop
        );
    }

    /// <summary>
    /// What a mail server answered to the last letter under a mark, in its figures alone: its words may hold an address.
    /// Empty where the letter was taken or waits.
    /// </summary>
    public string CodeOfKept(string mark) =>
        KeptUnder(mark).Select(Read).FirstOrDefault(kept => kept.Why.Length > 0) is { } kept
            ? Code().Match(kept.Why) is { Success: true } code
                ? code.Value
                : "–"
            : "";

    [GeneratedRegex(
        @"^[0-9]{3}( [0-9]\.[0-9]{1,3}\.[0-9]{1,3})?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Code();

    private string[] KeptUnder(string mark) =>
        Directory.Exists(_folder) ? Directory.GetFiles(_folder, $"*-*-{mark}.eml") : [];

    /// <summary>
    /// Hands over what was laid, oldest first. What is refused for good is kept with its reason; an address that does not
    /// take its letter now waits by itself; only a server that takes nobody's ends the round.
    /// </summary>
    internal async Task SendLaid(CancellationToken stop)
    {
        if (
            settings is not MailSettings.Smtp smtp
            || !Directory.Exists(Waiting)
            || _paces.ServerRests
        )
            return;
        var broken = 0;
        foreach (var file in Laid())
        {
            if (await TryLaid(file, smtp, stop) is not { } handed)
                continue;
            broken = handed is Handed.Broken ? broken + 1 : 0;
            if (handed is Handed.Down || broken == BrokenAtOnce)
            {
                _paces.ServerFailed();
                await GiveUpOnOld(handed.Said, stop);
                return;
            }
            _paces.ServerAnswered();
        }
    }

    // Nothing where the letter is not its turn or no longer there.
    private async Task<Handed?> TryLaid(string file, MailSettings.Smtp smtp, CancellationToken stop)
    {
        try
        {
            using var letter = await Load(file, stop);
            var address = AddressOf(letter);
            if (_paces.Rests(address))
                return null;
            var handed = await Handing.Hand(letter, smtp, stop);
            switch (handed)
            {
                case Handed.Taken:
                    File.Delete(file);
                    _paces.Forget(address);
                    break;
                case Handed.Refused(var why):
                    await SetAside(file, letter, why, stop);
                    _paces.Forget(address);
                    break;
                case Handed.Later or Handed.Broken when IsOld(file):
                    await SetAside(file, letter, handed.Said, stop);
                    _paces.Forget(address);
                    break;
                case Handed.Later or Handed.Broken:
                    ClerkLog.MailFailed(log, handed.GetType().Name);
                    _paces.Failed(address);
                    break;
                case Handed.Down(_, var fault):
                    ClerkLog.MailServerDown(log, fault);
                    break;
            }
            return handed;
        }
        // Taken back meanwhile.
        catch (FileNotFoundException)
        {
            return null;
        }
        // Written by hand, or cut off by a disk: it stays where whoever keeps the server can look at it.
        catch (FormatException)
        {
            File.Move(file, file + ".unreadable", overwrite: true);
            return null;
        }
    }

    private async Task GiveUpOnOld(string why, CancellationToken stop)
    {
        foreach (var file in Laid().Where(IsOld))
        {
            using var letter = await Load(file, stop);
            await SetAside(file, letter, why, stop);
        }
    }

    // Kept before it is gone from where it waited: whatever stops the program in between, it is somewhere.
    private async Task SetAside(string file, MimeMessage letter, string why, CancellationToken stop)
    {
        ClerkLog.LetterKept(log, Path.GetFileName(file));
        letter.Headers.Replace(WhyHeader, why);
        if (File.Exists(file))
            await Keep(letter, _folder, Path.GetFileName(file), stop);
        File.Delete(file);
    }

    private IEnumerable<string> Laid() =>
        Directory.EnumerateFiles(Waiting, "*.eml").Order(StringComparer.Ordinal);

    // The name begins with when it was laid.
    private bool IsOld(string file) =>
        long.TryParse(
            Path.GetFileName(file).Split('-')[0],
            System.Globalization.CultureInfo.InvariantCulture,
            out var ticks
        )
        && _clock.GetCurrentInstant().ToDateTimeUtc().Ticks - ticks
            >= Perseverance.BclCompatibleTicks;

    private static string AddressOf(MimeMessage letter) =>
        letter.To.Mailboxes.FirstOrDefault()?.Address ?? "";

    // Read whole, so that the file can be deleted while the letter is in hand.
    private static async Task<MimeMessage> Load(string file, CancellationToken stop)
    {
        using var bytes = new MemoryStream(await File.ReadAllBytesAsync(file, stop));
        return await MimeMessage.LoadAsync(bytes, stop);
    }
}
