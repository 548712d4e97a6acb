using Plenum.Domain.Letters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>In which constituency of its federation's congress a section votes: its own members write it (S17).</summary>
public static class InConstituency
{
    /// <summary>Told when a section joins and whenever its members change it, and by nobody else.</summary>
    public static void Tell(Unfolding unfolding, Constituency before)
    {
        var section = unfolding.Section;
        var now = section.Rules.Organisation.Constituency;
        if (now != before && section.Sections.Tree.Federation != Affiliation.None)
            unfolding.Write(section.Sections.Tree.Federation.Federation, new Letter.VotesIn(now));
    }

    public static void Note(Unfolding unfolding, SectionId from, Constituency constituency)
    {
        if (unfolding.Section.Sections.Tree.HasAffiliate(from))
            unfolding.Then(new TreeEvent.VotesIn(from, constituency));
    }
}
