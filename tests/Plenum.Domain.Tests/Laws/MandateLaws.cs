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

/// <summary>Whatever anybody tries in whatever order, these hold.</summary>
public sealed class MandateLaws
{
    [Fact]
    public void Whatever_people_try_power_stays_within_mandates_and_the_record_replays() =>
        RandomLife.Attempts.Sample(
            attempts =>
            {
                var branch = Branch.Founded(12);
                var watch = new Watch(branch);
                foreach (var attempt in attempts)
                {
                    if (RandomLife.CommandOf(branch, attempt) is { } command)
                        watch.Try(attempt.Who, command);
                    else
                    {
                        if (attempt.B % 5 != 0)
                            foreach (var (who, act) in RandomLife.EverybodyActs(branch, attempt.A))
                                watch.Try(who, act);
                        watch.Pass(RandomLife.TimeOf(attempt));
                    }
                }
                watch.Pass(Duration.FromDays(1));
                Assert.Equal(Steps.Written(branch.Section), Steps.Written(branch.Replayed()));
            },
            iter: 12,
            print: attempts =>
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{attempts.Length} attempts"
                )
        );

    /// <summary>Looks over a branch's shoulder after every step.</summary>
    private sealed class Watch(Branch branch)
    {
        private readonly Dictionary<BoxNo, string> _rolls = [];
        private int _seen = branch.Record.Count;

        public void Try(int who, Command command)
        {
            var before = branch.Section;
            var ruling = branch.Ask(command, Actor.Self(Branch.Person(who)));
            if (ruling is Ruling.OutOfOrder no)
            {
                FoundedOnARule(before, no.Reason);
                return;
            }
            branch.Do(who, command);
            foreach (var happened in New())
            {
                if (happened.Authority is Authority.Mandate by)
                    WithinTheMandate(before.Mandates.Of(by.No), happened, before);
                HasAnArticle(before, happened);
                Check(before, happened);
            }
            After();
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

        private IEnumerable<Happened> New()
        {
            var fresh = branch.Record.Skip(_seen).ToArray();
            _seen = branch.Record.Count;
            return fresh;
        }

        private static void WithinTheMandate(Mandate mandate, Happened happened, Section before)
        {
            Assert.True(
                mandate.InForceAt(happened.At),
                $"{happened.Event} without a mandate in force"
            );
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
            Assert.Contains(
                before.Statutes.Book.Articles.Items,
                a => a.Id == happened.Article && a.Blocks.Count > 0
            );

        private static void FoundedOnARule(Section before, Reason reason)
        {
            if (reason.Article.Value is null or "" || reason.Article == Begin.Charter)
                return;
            Assert.Contains(
                before.Statutes.Book.Articles.Items,
                a => a.Id == reason.Article && a.Blocks.Count > 0
            );
        }

        private void Check(Section before, Happened happened)
        {
            switch (happened.Event)
            {
                case MandatesEvent.Began began:
                    var body = branch.Section.Statutes.Book.Body(began.Body);
                    Assert.True(began.Since < began.Until, $"{began} is over before it begins");
                    Assert.True(
                        began.Until
                            <= branch.Section.After(
                                happened.At + Duration.FromDays(150),
                                body.Term
                            ),
                        $"{began} lasts longer than a term"
                    );
                    if (Calling.IsElected(body))
                        Assert.InRange(began.Term, 1, body.MaxConsecutive + 1);
                    break;
                case MandatesEvent.Caretaker caretaker
                    when before.Mandates.Current.ContainsKey(caretaker.Mandate):
                    var held = before.Mandates.Of(caretaker.Mandate);
                    Assert.False(held.IsCaretaker);
                    Assert.True(caretaker.Until - held.Until <= Duration.FromDays(61));
                    Assert.True(caretaker.Until - held.Until <= (held.Until - held.Since) / 4);
                    break;
                case MattersEvent.Settled settled when settled.Verdict != Verdict.None:
                    Recomputed(settled);
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

        // Worked out again from the papers the record keeps, as anybody may.
        private void Recomputed(MattersEvent.Settled settled)
        {
            var opened = branch.All<BallotsEvent.Opened>().Last(o => o.Matter == settled.Matter);
            var closed = branch.All<BallotsEvent.Closed>().Single(c => c.Box == opened.Box);
            var papers = closed.Papers.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var yes = papers.Count(p => p == "For");
            var no = papers.Count(p => p == "Against");
            var verdict = settled.Verdict;
            Assert.Equal(
                (yes, no, papers.Length),
                (verdict.For, verdict.Against, verdict.TookPart)
            );
            Assert.Equal(closed.Roll, verdict.Roll);
            var share = verdict.Majority.Share;
            var needed = (long)share.Over * (yes + no);
            var enough = verdict.Majority.Strict
                ? (long)yes * share.Under > needed
                : (long)yes * share.Under >= needed;
            var carried = papers.Length >= verdict.QuorumNeeded && yes > 0 && enough;
            Assert.Equal(carried, settled.Outcome is Outcome.Adopted or Outcome.Stopped);
        }

        private void After()
        {
            var section = branch.Section;
            foreach (var body in section.Rules.Bodies)
                if (Calling.IsElected(body))
                    SeatsOf(section, body);
            foreach (var box in section.Ballots.Boxes.Values.Where(b => !b.Closed))
            {
                var roll = Steps.Written(box.Roll);
                Assert.Equal(_rolls.GetValueOrDefault(box.No, roll), roll);
                _rolls[box.No] = roll;
                Assert.All(box.Marks.Keys, m => Assert.Contains(m, box.Roll));
                var screens = box.Marks.Values.Count(m => m == Mark.Screen);
                var papers = branch.PapersOf(box.No).Count;
                Assert.InRange(
                    papers,
                    screens,
                    screens + (box.PapersConfirmed ? box.PapersIssued : 0)
                );
            }
            var dues = section
                .Matters.All.Values.Select(m => m.Stage.NextAt)
                .Concat(section.Mandates.Current.Keys.Select(section.Mandates.NextAt))
                .Concat(section.Membership.Members.Keys.Select(section.Membership.NextAt))
                .Concat(section.Bodies.Sittings.Keys.Select(section.Bodies.NextAt))
                .Concat(section.Elections.CountBacks.Keys.Select(section.Elections.NextAt))
                .Where(at => at != Instant.MaxValue)
                .Order();
            Assert.Equal(dues, section.Dues.Select(d => d.At));
        }

        private void SeatsOf(Section section, BodyRule body)
        {
            var all = section.Mandates.Current.Values.Where(m => m.Body == body.Id).ToArray();
            foreach (
                var at in all.Select(m => m.Since).Where(at => at > branch.Now).Append(branch.Now)
            )
            {
                var sitting = all.Where(m => m.FullAt(at)).ToArray();
                // Statutes may have cut the number of seats; nobody loses one before the term ends.
                var most = Math.Max(
                    body.Seats,
                    sitting.Length == 0 ? 0 : SeatsWhenElected(sitting)
                );
                Assert.True(sitting.Length <= most, Story(body.Id, at));
                Assert.True(
                    sitting.Length == sitting.Select(m => m.Holder).Distinct().Count(),
                    Story(body.Id, at)
                );
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
}
