using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Letters;
using Plenum.Domain.Mergers;

namespace Plenum.Testing;

/// <summary>
/// Several sections under one clock, with a post between them. Whoever drives it says which letters go when; until
/// then they lie there.
/// </summary>
public sealed class Federation(params Branch[] sections)
{
    private readonly List<Branch> _sections = [.. sections];

    public IReadOnlyList<Branch> Sections => _sections;

    /// <summary>What the post does once an hour: everything, unless a test makes it slow and muddled.</summary>
    public Action<Federation> Round { get; init; } = federation => federation.BringAll();

    public Branch this[SectionId id] => Sections.First(s => s.Section.Id == id);

    /// <summary>Every letter ever written, delivered or not, with its sender.</summary>
    public IEnumerable<(SectionId From, LettersEvent.Sent Letter)> Written =>
        from section in Sections
        from happened in section.Record
        let sent = happened.Event as LettersEvent.Sent
        where sent is not null
        select (section.Section.Id, sent);

    /// <summary>What the post would carry next from anybody to anybody.</summary>
    public IReadOnlyList<(SectionId From, LettersEvent.Sent Letter)> OnTheWay =>
        [.. Written.Where(w => w.Letter.No > ReceivedFrom(w.Letter.To, w.From))];

    /// <summary>Brings one letter, in its turn or not; says whether it was taken. The part of a section that divided begins with it.</summary>
    public bool Bring((SectionId From, LettersEvent.Sent Letter) one)
    {
        if (
            Find(one.Letter.To) is null
            && one.Letter.Letter is Letter.OnMerger { Letter: MergerLetter.PartBegins part }
        )
            _sections.Add(Branch.Apart(this[one.From], part));
        return Find(one.Letter.To)
                ?.Try(new Receive(one.From, one.Letter.No, one.Letter.Letter), new Actor.Post())
            ?? false;
    }

    private Branch? Find(SectionId id) => _sections.Find(s => s.Section.Id == id);

    private int ReceivedFrom(SectionId to, SectionId from) =>
        Find(to)?.Section.Letters.ReceivedFrom(from) ?? 0;

    /// <summary>Brings everything that is on its way, and what that brings about.</summary>
    public void BringAll()
    {
        for (var rounds = 0; OnTheWay is { Count: > 0 } letters; rounds++)
        {
            foreach (var letter in letters)
                Bring(letter);
            if (rounds > 1000)
                throw new InvalidOperationException("letters without end");
        }
    }

    /// <summary>Time passes until something has come about.</summary>
    public void Until(Func<bool> happened, string what)
    {
        for (var days = 0; !happened(); days++)
        {
            if (days > 400)
                throw new InvalidOperationException($"{what} never comes about");
            Pass(Duration.FromDays(1));
        }
    }

    /// <summary>Time passes everywhere; the post runs once an hour, or not at all.</summary>
    public void Pass(Duration time, bool post = true)
    {
        var until = Sections[0].Now + time;
        while (Sections[0].Now < until)
        {
            var step = Duration.Min(Duration.FromHours(1), until - Sections[0].Now);
            foreach (var section in Sections.ToArray())
                section.Pass(step);
            if (post)
                Round(this);
        }
    }
}
