using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>The day has to leave time for the notice and lie within what the statutes set.</summary>
public sealed record SummonedTooSoonOrLate(Instant At, Instant Earliest, Instant Latest)
    : Reason("summon.time", ReasonKind.NotThis);

/// <summary>Members ask for an assembly; enough signatures call it (C16).</summary>
public sealed record Summon(string Title, string Text, Instant At) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Title),
                    Title,
                    Texts.Title,
                    () =>
                    {
                        var rule = section.Rules.Initiative;
                        var earliest = occasion.Now + Duration.FromDays(7);
                        var latest = section.After(
                            section.After(occasion.Now, rule.Window),
                            rule.AssemblyWithin
                        );
                        if (At < earliest || At > latest)
                            return new SummonedTooSoonOrLate(At, earliest, latest)
                                .By(rule.Article)
                                .ByCharter("C16");
                        return PutForward.Petition(
                            section,
                            occasion,
                            member.No,
                            new Question.Summon(Title, Document.Of(Text), At)
                        );
                    }
                )
        );
}
