using CsCheck;
using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Tests.Trees;

/// <summary>
/// However sections ask, are taken in, refused and leave again: the register loses nothing and says of nobody what is not
/// so (S19).
/// </summary>
public sealed class RegisterLaws
{
    private const int Sections = 4;

    private enum Step
    {
        Ask,
        TakeIn,
        Refuse,
        Leave,
    }

    private static readonly Instant Begun = Instant.FromUtc(2026, 5, 1, 9, 0);

    private static SectionId Id(int no) =>
        new(Digest.Of(FormattableString.Invariant($"section {no}")).Hex);

    [Fact]
    public void What_the_register_says_is_what_happened()
    {
        var alone = Forest.Federation("Above", first: 1).Section;
        var left = 0;
        Gen.Select(Gen.Int[1, Sections], Gen.Enum<Step>())
            .Array[0, 60]
            .Sample(
                steps =>
                {
                    var unfolding = new Unfolding(alone);
                    var (asked, granted, refused, gone) = (0, 0, 0, 0);
                    var now = Begun;
                    foreach (var (no, step) in steps)
                    {
                        now += Duration.FromDays(1);
                        var (id, section) = (Id(no), unfolding.Section);
                        var open = section
                            .Matters.OpenMatters.Where(m =>
                                m.Question is Question.Recognise q && q.Section == id
                            )
                            .ToArray();
                        switch (step)
                        {
                            case Step.Ask:
                                asked +=
                                    open.Length == 0 && !section.Sections.Tree.HasAffiliate(id)
                                        ? 1
                                        : 0;
                                var letter = new Letter.AffiliationAsked("Local", 5, MatterNo.None);
                                unfolding.Then(
                                    new LettersEvent.Received(
                                        id,
                                        section.Letters.ReceivedFrom(id) + 1,
                                        letter
                                    )
                                );
                                Recognition.Consider(unfolding, id, letter, now);
                                break;
                            case Step.TakeIn when open is [var matter]:
                                Settle(unfolding, matter, Outcome.Adopted, now);
                                Recognition.TakeIn(
                                    unfolding,
                                    matter.No,
                                    (Question.Recognise)matter.Question,
                                    now
                                );
                                granted++;
                                break;
                            case Step.Refuse when open is [var matter]:
                                Settle(unfolding, matter, Outcome.Rejected, now);
                                Recognition.Refuse(unfolding, id, matter.No, Refusal.VotedDown);
                                refused++;
                                break;
                            case Step.Leave when section.Sections.Tree.HasAffiliate(id):
                                unfolding.Then(new TreeEvent.LetGo(id, now));
                                (granted, gone) = (granted - 1, gone + 1);
                                break;
                            case Step.TakeIn:
                            case Step.Refuse:
                            case Step.Leave:
                                break;
                        }
                    }
                    Interlocked.Add(ref left, gone);
                    var register = Register.Of(unfolding.Section).ToArray();
                    int Count(Recognised stands) => register.Count(a => a.Stands == stands);
                    return register.Length == asked
                        && Count(Recognised.Granted) == granted
                        && Count(Recognised.Refused) == refused
                        && Count(Recognised.Left) == gone
                        && Count(Recognised.Pending) == asked - granted - refused - gone
                        && register
                            .Where(a => a.Stands == Recognised.Granted)
                            .Select(a => a.Section)
                            .Order()
                            .SequenceEqual(unfolding.Section.Sections.Tree.Affiliates.Keys)
                        && register
                            .Zip(register.Skip(1))
                            .All(p => p.First.AskedAt >= p.Second.AskedAt)
                        && (register.Length == 0 || Register.IsBegun(unfolding.Section));
                },
                iter: 200,
                threads: 1
            );
        // A law about sections that never leave would prove little.
        Assert.True(left > 50, $"{left} left only");
    }

    private static void Settle(Unfolding unfolding, Matter matter, Outcome outcome, Instant now) =>
        unfolding.Then(new MattersEvent.Settled(matter.No, outcome, Verdict.None, now));
}
