using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo;

/// <summary>Acts that come more than once in the story.</summary>
internal sealed partial class Story
{
    private MatterNo LastAdopt =>
        Section
            .Matters.All.Values.Last(m => m.Question is Question.Adopt && m.Is(Outcome.Adopted))
            .No;

    private SittingNo LastSitting => Section.Bodies.Sittings.Keys.Last();

    private MandateNo First(BodyId body) => Section.Mandates.On(body, _teller.Now).First().No;

    private int PersonOf(MemberNo member) =>
        Cast.Everybody.First(no => Cast.Person(no) == Section.Membership.Of(member).Person);

    private void Admit(Instant at, int person) =>
        _teller.At(
            at,
            () =>
                _teller.Do(
                    (
                        PersonOf(Section.Mandates.Of(First(Committee)).Holder),
                        new Admit(Member(person))
                    )
                )
        );

    private void Attest(Instant at, int applicant, int by) =>
        _teller.At(at, by, () => new Attest(Member(applicant)));

    /// <summary>Whoever was given the task reports on it.</summary>
    private void Report(Instant at, int task, string text, bool done) =>
        _teller.At(
            at,
            () =>
            {
                var holder = Section.Mandates.Of(Section.Motions.Tasks[task].Mandate).Holder;
                return _teller.Do((PersonOf(holder), new ReportTask(task, text, done)));
            }
        );

    /// <summary>A change of the basic law, put forward by the first and supported by the others.</summary>
    private void Together(Instant at, Turnout turnout, int[] people, Func<Command> change)
    {
        _teller.At(
            at,
            async () =>
            {
                await _teller.Do((people[0], change()));
                _voters.Expect(LastMatter, turnout);
            }
        );
        foreach (var (later, person) in people.Skip(1).Index())
            _teller.At(at + Duration.FromDays(later + 1), person, () => new Support(LastMatter));
    }
}
