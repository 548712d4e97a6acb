using System.Globalization;
using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>However late, often and muddled letters come, a vote of all members ends as if they had come at once.</summary>
public sealed class TreePostLaws
{
    [Fact]
    public void Letters_late_twice_and_out_of_turn_change_no_roll_no_vote_and_no_majority()
    {
        PostLaws.EndsAs(
            "Adopted 15 of 18, 12 to 3; Docks 5; Harbour 9, 1 elsewhere; Union 4, 1 elsewhere; 1 of 1 sections",
            Lived
        );
    }

    /// <summary>
    /// Signatures in two sections bring a question to all; somebody stands in two parts of the roll, and an officer of the
    /// federation in a part below.
    /// </summary>
    private static string Lived(Action<Federation> post)
    {
        var harbour = Forest.Section("Harbour", 1, members: 10);
        var docks = Forest.Section("Docks", 10);
        var union = Forest.Federation("Union", 14);
        var tree = new Federation(harbour, docks, union) { Round = post };
        tree.AffiliateAll(union, harbour, docks);
        harbour.Do(1, new BeginInitiative(union.Id(), "Six hours", "Six.", Secret: true));
        foreach (var no in new[] { 2, 3 })
            harbour.Do(no, new Support(harbour.LastMatter()));
        tree.Until(() => union.Matter(union.LastMatter()).Question is Question.PutToAll, "it");
        var matter = union.LastMatter();
        var box = tree.Opens(union, matter);
        for (var no = 1; no <= 10; no++)
            harbour.CastIn(union, box, no, "for");
        for (var no = 2; no <= 4; no++)
            docks.CastIn(union, box, no, "against");
        for (var no = 2; no <= 3; no++)
            union.CastIn(union, box, no, "for");
        tree.Closes(union, matter);
        tree.Pass(Duration.FromDays(2), post: false);
        tree.BringAll();

        Assert.Empty(tree.OnTheWay);
        foreach (var section in tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
        Assert.True(docks.Section.Referendums.FromAbove[union.Above(matter)].IsDecided);
        return Told(union, matter, box);
    }

    private static string Told(Branch union, MatterNo matter, BoxNo box)
    {
        var verdict = union.VerdictOf(matter);
        var parts = union
            .Section.Referendums.Put[matter]
            .Parts.Values.OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p =>
                p.Come > p.Voting
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{p.Name} {p.Voting}, {p.Come - p.Voting} elsewhere"
                    )
                    : string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Voting}")
            );
        var division = union.Section.Congresses.Divided[matter].Weighed;
        Assert.Equal(verdict.Roll, union.Box(box).Entitled);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{((Stage.Settled)union.Matter(matter).Stage).Outcome} {verdict.TookPart} of {verdict.Roll}, {verdict.For} to {verdict.Against}; {string.Join("; ", parts)}; {division.SectionsFor} of {division.SectionsCounting} sections"
        );
    }
}
