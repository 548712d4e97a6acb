using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Looks over a branch's shoulder after every step.</summary>
internal sealed class Watch(Branch branch)
{
    private readonly Dictionary<BoxNo, ImmutableSortedSet<MemberNo>> _rolls = [];
    private int _seen = branch.Record.Count;

    public int Accepted { get; private set; }

    public int Interims { get; private set; }

    public void Try(int who, Command command)
    {
        var before = branch.Section;
        switch (branch.Attempt(command, Actor.Self(Branch.Person(who))))
        {
            case Ruling.OutOfOrder no:
                FoundedOnARule(before, no.Reason);
                break;
            case Ruling.InOrder:
                Accepted++;
                foreach (var happened in New())
                {
                    Under(happened, before);
                    HasAnArticle(before, happened);
                    Check(before, happened);
                }
                After();
                break;
        }
    }

    public void Pass(Duration time)
    {
        var before = branch.Section;
        branch.Pass(time);
        foreach (var happened in New())
        {
            Assert.IsType<Authority.Clock>(happened.Authority);
            Check(before, happened);
        }
        Assert.True(
            branch.Section.Dues.Count == 0 || branch.Section.Dues.Min.At > branch.Now,
            "a deadline that has passed is still in the diary"
        );
        After();
    }

    private Happened[] New()
    {
        var fresh = branch.Record.Skip(_seen).ToArray();
        _seen = branch.Record.Count;
        return fresh;
    }

    // Founders are not members before they have accepted, and a circle has no officers.
    private static void Under(Happened happened, Section before)
    {
        switch (happened.Authority)
        {
            case Authority.Mandate by:
                WithinTheMandate(before.Mandates.Of(by.No), happened, before);
                break;
            case Authority.Member by:
                Assert.True(before.Membership.Members[by.No].IsInGoodStanding, $"{happened}");
                break;
            case Authority.Together or Authority.Clock or Authority.Founders or Authority.Anyone:
                break;
        }
    }

    private static void WithinTheMandate(Mandate mandate, Happened happened, Section before)
    {
        Assert.True(mandate.InForceAt(happened.At), $"{happened.Event} without a mandate in force");
        if (mandate.IsCaretaker)
            Assert.True(
                happened.Event
                    is BallotsEvent
                        or MandatesEvent.Reported
                        or MotionsEvent.TaskReported,
                $"a caretaker brought about {happened.Event}"
            );
        Assert.True(before.Statutes.Book.Has(mandate.Body));
    }

    // Neither a command nor a refusal stands on words that no rule enforces (C15).
    private static void HasAnArticle(Section before, Happened happened) =>
        Assert.True(IsRuled(before, happened.Article), $"{happened.Event}: {happened.Article}");

    private static void FoundedOnARule(Section before, Reason reason) =>
        Assert.True(
            reason.Article.Value is null or ""
                || reason.Article == Begin.Charter
                || IsRuled(before, reason.Article),
            $"{reason} stands on words that no rule enforces"
        );

    private static bool IsRuled(Section section, ArticleId article) =>
        section.Statutes.Book.Articles.Items.Any(a => a.Id == article && a.Blocks.Count > 0);

    private void Check(Section before, Happened happened)
    {
        switch (happened.Event)
        {
            case MandatesEvent.Began began:
                Assert.Equal(Founding.Constituted, branch.Section.Sections.Founding);
                var body = branch.Section.Statutes.Book.Body(began.Body);
                Assert.True(began.Since < began.Until, $"{began} is over before it begins");
                Assert.True(
                    began.Until <= branch.Section.After(happened.At + LongestWait(), body.Term),
                    $"{began} lasts longer than a term"
                );
                if (Calling.IsElected(body))
                    Assert.InRange(began.Term, 1, body.MaxConsecutive + 1);
                if (branch.Section.Mandates.IsInterim(began.Mandate))
                    ActsBriefly(began, body);
                break;
            case MandatesEvent.InterimDrawn drawn:
                OnceByLot(drawn);
                break;
            case MandatesEvent.Caretaker caretaker
                when before.Mandates.Current.ContainsKey(caretaker.Mandate):
                var held = before.Mandates.Of(caretaker.Mandate);
                Assert.False(held.MakesRoom);
                Assert.True(caretaker.Until - held.Until <= Duration.FromDays(61));
                Assert.True(caretaker.Until - held.Until <= (held.Until - held.Since) / 4);
                break;
            case MattersEvent.Settled settled when settled.Verdict != Verdict.None:
                Recomputation.Of(branch, settled);
                break;
            case MattersEvent.MovedOn moved:
                Assert.False(
                    before.Matters.Find(moved.Matter) is { IsOpen: false },
                    $"{moved} was settled"
                );
                break;
            default:
                break;
        }
    }

    // Once in a vacancy, the smaller of 60 days, a quarter of the term and what the statutes say (C13); a day for the clock's change.
    private void ActsBriefly(MandatesEvent.Began began, BodyRule body)
    {
        Interims++;
        var acts = began.Until - began.Since;
        var quarter = (branch.Section.After(began.Since, body.Term) - began.Since) / 4;
        Assert.True(acts <= Duration.FromDays(60) && acts <= quarter + Duration.FromDays(1));
        Assert.Equal(began.Until, began.SuccessionAt);
    }

    private void OnceByLot(MandatesEvent.InterimDrawn drawn)
    {
        Assert.Single(branch.All<MandatesEvent.InterimDrawn>(), d => d.Vacancy == drawn.Vacancy);
        Assert.Equal(
            drawn.Holder,
            drawn.From[drawn.Seed.Number($"interim/{drawn.Vacancy}", drawn.From.Count)]
        );
        Assert.NotEqual(branch.Section.Mandates.Vacancies[drawn.Vacancy].LastHolder, drawn.Holder);
    }

    // Successors are elected that long before the term of those who sit ends.
    private Duration LongestWait()
    {
        var rule = branch.Section.Rules.Elections;
        var now = branch.Now;
        return branch.Section.After(now, rule.OpensBeforeEnd) - now + Duration.FromDays(90);
    }

    private void After()
    {
        var section = branch.Section;
        if (section.Sections.Founding != Founding.Constituted)
            Assert.Empty(section.Mandates.Current);
        foreach (var body in section.Rules.Bodies)
            if (Calling.IsElected(body))
                SeatsOf(section, body);
        foreach (var box in section.Ballots.Boxes.Values.Where(b => !b.Closed))
            BoxIsSound(box);
        var dues = section
            .Matters.All.Values.Select(m => m.Stage.NextAt)
            .Concat(section.Mandates.Current.Keys.Select(section.Mandates.NextAt))
            .Concat(section.Membership.Members.Keys.Select(section.Membership.NextAt))
            .Concat(section.Bodies.Sittings.Keys.Select(section.Bodies.NextAt))
            .Concat(section.Elections.CountBacks.Keys.Select(section.Elections.NextAt))
            .Concat(section.Mandates.Vacancies.Keys.Select(section.Mandates.NextAt))
            .Where(at => at != Instant.MaxValue)
            .Order();
        Assert.True(dues.SequenceEqual(section.Dues.Select(d => d.At)), "the diary is wrong");
    }

    private void BoxIsSound(Box box)
    {
        // Only a recall takes somebody off a roll that is open, by name and on the record (C2).
        var whole = box.TakenOut.IsEmpty ? box.Roll : box.Roll.Union(box.TakenOut);
        Assert.True(
            _rolls.TryAdd(box.No, whole)
                || ReferenceEquals(_rolls[box.No], whole)
                || _rolls[box.No].SetEquals(whole),
            $"the roll of {box.No} moved while it was open"
        );
        Assert.True(
            box.TakenOut.IsEmpty || (!box.Secret && !box.Roll.Overlaps(box.TakenOut)),
            $"a seat was taken out of {box.No} and stayed, or out of a secret vote"
        );
        Assert.True(box.Marks.Keys.All(whole.Contains), $"a mark off the roll of {box.No}");
        var screens = box.Marks.Values.Count(m => m == Mark.Screen);
        Assert.InRange(
            branch.PapersOf(box.No).Count,
            screens,
            screens + (box.PapersConfirmed ? box.PapersIssued : 0)
        );
    }

    private void SeatsOf(Section section, BodyRule body)
    {
        var all = section.Mandates.Current.Values.Where(m => m.Body == body.Id).ToArray();
        foreach (var at in all.Select(m => m.Since).Where(at => at > branch.Now).Append(branch.Now))
        {
            var sitting = all.Where(m => m.FullAt(at)).ToArray();
            // Statutes may have cut the number of seats; nobody loses one before the term ends.
            var most = Math.Max(body.Seats, sitting.Length == 0 ? 0 : SeatsWhenElected(sitting));
            if (
                sitting.Length > most
                || sitting.Length != sitting.Select(m => m.Holder).Distinct().Count()
            )
                Assert.Fail(Story(body.Id, at));
        }
    }

    private string Story(BodyId body, Instant at)
    {
        var elections = branch
            .All<MattersEvent.PutForward>()
            .Where(p => p.Question is Question.Elect e && e.Body == body)
            .Select(p => p.Matter)
            .ToHashSet();
        var mandates = branch
            .All<MandatesEvent.Began>()
            .Where(b => b.Body == body)
            .Select(b => b.Mandate)
            .ToHashSet();
        var lines = branch
            .Record.Where(h =>
                (h.Event is MandatesEvent m && mandates.Contains(m.Subject))
                || (h.Event is MattersEvent e && elections.Contains(e.Subject))
                || h.Event
                    is ElectionsEvent.CountedBack
                        or ElectionsEvent.CountBackCalled
                        or StatutesEvent
                || (h.Event is ElectionsEvent.Counted c && elections.Contains(c.Election))
            )
            .Select(h =>
                $"{h.At} {h.Event}".Split(
                    ["Procedure =", "Story =", "Text ="],
                    2,
                    StringSplitOptions.None
                )[0]
            );
        return $"too many on {body} at {at}, now {branch.Now}:\n"
            + string.Join('\n', lines.TakeLast(60));
    }

    private int SeatsWhenElected(Mandate[] sitting) =>
        sitting
            .Select(m => branch.Section.Matters.Find(m.By))
            .Max(m => m?.Question is Question.Elect elect ? elect.Seats : 1);
}
