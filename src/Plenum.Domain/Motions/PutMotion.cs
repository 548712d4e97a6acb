using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Motions;

/// <summary>No body of that name decides motions.</summary>
public sealed record NoDecidingBody(BodyId Body)
    : Reason("motion.no-such-body", ReasonKind.NoSuchThing);

/// <summary>The programme has no clause with that number.</summary>
public sealed record NoSuchClause(int Clause)
    : Reason("programme.no-such-clause", ReasonKind.NotThis);

/// <summary>A motion carries out some of the programme and gives some people work, not all of it to all.</summary>
public sealed record TooMuchInOne(int Found, int Most)
    : Reason("motion.too-much-in-one", ReasonKind.NotThis);

/// <summary>A task goes to a member of the body that decides, who is to report back before the term ends (S25).</summary>
public sealed record TaskToNobody(MandateNo Mandate)
    : Reason("motion.task-outside-body", ReasonKind.NotThis);

/// <summary>The same words were decided on not long ago; they may come back then.</summary>
public sealed record DecidedNotLongAgo(MatterNo Before, Instant From)
    : Reason("motion.decided-recently");

/// <summary>A member puts a motion forward, to all members or to a body, with the clauses it carries out and its tasks.</summary>
public sealed record PutMotion(
    string Title,
    string Text,
    BodyId Before,
    EquatableArray<int> Clauses,
    EquatableArray<PlannedTask> Tasks,
    SubjectId Subject = default
) : Command
{
    /// <summary>So many clauses, and so many tasks.</summary>
    public const int MostInOne = 100;

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
                Texts.WhenTitled(Title, Text, Texts.Body, () => Put(section, occasion, member))
        );

    private Ruling Put(Section section, Occasion occasion, Member member)
    {
        var article = section.Rules.Motions.Article;
        if (
            Before != BodyId.Members
            && !(
                // A body that bears such a name in statutes adopted before it was refused decides no motions.
                !BodyId.Reserved.Contains(Before)
                && section.Statutes.Book.Has(Before)
                && section.RuleOf(Before).Kind is BodyKind.Committee or BodyKind.Congress
            )
        )
            return new NoDecidingBody(Before).By(article);
        if (!section.SpeaksBefore(member, Before, occasion.Now))
            return new NotAMember().By(article);
        if (Math.Max(Clauses.Count, Tasks.Count) is > MostInOne and var found)
            return new TooMuchInOne(found, MostInOne).By(article);
        var known = section.Programme.Text.Clauses.Select(c => c.Number).ToHashSet();
        foreach (var clause in Clauses.Where(c => !known.Contains(c)))
            return new NoSuchClause(clause).By(article);
        foreach (var task in Tasks)
            if (
                !MayBeGiven(section.Mandates.Of(task.Mandate), occasion.Now)
                || task.Due <= occasion.Now
                || task.What.Length > Texts.Line
            )
                return new TaskToNobody(task.Mandate).By(article);
        var text = Document.Of(Text);
        if (
            Reopening.TooSoon(
                section,
                before => before.Question is Question.Adopt a && a.Text.Digest == text.Digest,
                section.Rules.Motions.ReopenAfter,
                occasion.Now
            ) is
            { } before
        )
            return before.By(article);
        return Naming.About(
            section,
            Subject,
            Before,
            () =>
                PutForward.ByMember(
                    section,
                    occasion,
                    member.No,
                    new Question.Adopt(Title, text, Clauses, Tasks),
                    Procedures.OfMotion(section, Before, occasion.Now)
                )
        );
    }

    // The body that decides gives its own members the work; the members' meeting may charge any holder.
    private bool MayBeGiven(Mandate mandate, Instant now) =>
        mandate.InForceAt(now) && (Before == BodyId.Members || mandate.Body == Before);
}
