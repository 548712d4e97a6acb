using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Sections of a test tree, and the longer steps they take.</summary>
internal static class Forest
{
    /// <summary>A section of five whose members themselves decide who is taken in.</summary>
    public static Branch Section(string name, int first) =>
        Branch.Founded(
            5,
            Templates
                .Text("local-union", small: true)
                .Replace(
                    "decided_by: committee #",
                    "decided_by: members #",
                    StringComparison.Ordinal
                ),
            Steps.Programme,
            name,
            first
        );

    /// <summary>All members together put something to the vote and carry it; then the letters go.</summary>
    public static void Carry(this Federation tree, Branch section, Command command)
    {
        section.Do(1, command);
        tree.Decide(section, section.LastMatter());
    }

    /// <summary>Everybody supports and votes for the matter until it is settled; time passes in the whole tree.</summary>
    public static void Decide(
        this Federation tree,
        Branch section,
        MatterNo matter,
        string choice = "for"
    )
    {
        for (var days = 0; section.Matter(matter).IsOpen; days++)
        {
            Assert.True(days < 200, $"{section.Matter(matter)} is never decided");
            if (section.Matter(matter).Stage is Stage.Support)
                for (var no = 2; no <= 5; no++)
                    section.Try(no, new Support(matter));
            if (section.Matter(matter).Stage is Stage.Voting voting)
                for (var no = 1; no <= 5; no++)
                    section.Try(no, new Ballots.Cast(voting.Box, choice));
            tree.Pass(NodaTime.Duration.FromDays(1));
        }
    }

    /// <summary>The section asks and the federation agrees.</summary>
    public static void Affiliate(this Federation tree, Branch section, Branch federation)
    {
        tree.Carry(section, new AskToJoin(federation.Section.Id, "Together we are more."));
        tree.BringAll();
        tree.Decide(federation, federation.LastMatter());
        tree.BringAll();
    }

    public static SectionId Id(this Branch section) => section.Section.Id;

    public static Sections.Tree Place(this Branch section) => section.Section.Sections.Tree;
}
