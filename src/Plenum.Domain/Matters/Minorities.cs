using NodaTime;

namespace Plenum.Domain.Matters;

/// <summary>When a minority's report is printed beside a decision: as many as the statutes name stand behind it (S43).</summary>
public static class Minorities
{
    private static readonly Duration After = Duration.FromDays(90);

    /// <summary>
    /// So many of those outvoted; before the vote so many of the voters, because nobody is outvoted yet. Where fewer
    /// were outvoted than the rule names, all of them: a minority of one has its report too.
    /// </summary>
    public static int Needed(Section section, Matter matter, Instant now)
    {
        var rule = section.Rules.Motions.MinorityReport;
        return matter.IsOpen
            ? rule.Among(Voters(section, matter, now))
            : Math.Clamp(rule.Among(matter.Outvoted), 1, Math.Max(1, matter.Outvoted));
    }

    // Once the box is open its roll says who votes, and nobody has to go through thousands of mandates.
    private static int Voters(Section section, Matter matter, Instant now) =>
        matter.Stage is Stage.Voting voting
            ? section.Ballots.Of(voting.Box).Entitled
            : section.Electors(matter.Procedure.Electorate, now);

    public static bool Takes(Matter matter, Instant now) =>
        matter.Question is Question.Adopt or Question.AmendStatutes or Question.AmendProgramme
        && (matter.IsOpen || now - matter.SettledAt <= After);

    /// <summary>Attaches every report that enough stand behind now; after the vote it takes fewer than before.</summary>
    public static void Attach(Unfolding unfolding, MatterNo no, Instant now)
    {
        var matter = unfolding.Section.Matters.All[no];
        var needed = Needed(unfolding.Section, matter, now);
        foreach (var report in matter.Reports)
            if (!report.IsAttached && report.Signers.Count >= needed)
                unfolding.Then(
                    new MattersEvent.MinorityReport(no, new Document(report.Text, ""), report.By)
                );
    }
}
