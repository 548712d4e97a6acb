using Plenum.Domain.Mandates;

namespace Plenum.Domain.Motions;

public sealed record NoSuchTask(int Task) : Reason("task.none", ReasonKind.NoSuchThing);

/// <summary>Whoever was given a task reports back on it (S25).</summary>
public sealed record ReportTask(int Task, string Text, bool Done) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Text),
                    Text,
                    Texts.Body,
                    () =>
                    {
                        if (!section.Motions.Tasks.TryGetValue(Task, out var task))
                            return new NoSuchTask(Task);
                        var article = section.Rules.Motions.Article;
                        var mandate = section.Mandates.Of(task.Mandate);
                        if (mandate.Holder != member.No || !mandate.InForceAt(occasion.Now))
                            return new NotYourMandate(task.Mandate).By(article);
                        return Ruling.Under(
                            new Authority.Mandate(task.Mandate),
                            article,
                            new MotionsEvent.TaskReported(Task, Document.Of(Text), Done)
                        );
                    }
                )
        );
}
