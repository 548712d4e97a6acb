using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Letters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>How a congress is called: by whoever convenes, or by the sections themselves and no officer (C16).</summary>
public static class Summoned
{
    /// <summary>A section that asked longer ago has to ask again.</summary>
    public static readonly Period Within = Period.FromMonths(3);

    /// <summary>A section asks; with the last one needed the congress is called in the same breath, and meets.</summary>
    public static void Ask(Unfolding unfolding, SectionId from, MatterNo by, Instant now)
    {
        if (!unfolding.Section.Sections.Tree.HasAffiliate(from))
            return;
        unfolding.Then(new CongressesEvent.Asked(from, by, now));
        var section = unfolding.Section;
        var asking = section.Congresses.AskedFor.Count(a =>
            section.Sections.Tree.HasAffiliate(a.Key) && now < section.After(a.Value, Within)
        );
        if (asking < section.Sections.Tree.NeededOf(section.Rules.Initiative.Sections))
            return;
        Meet(unfolding, now);
    }

    /// <summary>Whether there is a congress, and none called that has not been allotted its seats yet.</summary>
    public static bool MayMeet(Section section) =>
        section.Rules.Congress is not null && section.Congresses.All.Values.All(c => c.IsAllotted);

    /// <summary>The congress is called and meets, when it is not called already.</summary>
    public static void Meet(Unfolding unfolding, Instant now)
    {
        if (!MayMeet(unfolding.Section) || unfolding.Section.Rules.Congress is not { } congress)
            return;
        Call(unfolding, congress, now);
        unfolding.Then(
            new BodiesEvent.Called(
                unfolding.Section.Bodies.NextNo,
                congress.Id,
                unfolding.Section.After(now, unfolding.Section.Rules.Initiative.CongressWithin),
                "",
                SittingNo.None,
                []
            )
        );
    }

    public static void Call(Unfolding unfolding, BodyRule congress, Instant now)
    {
        var section = unfolding.Section;
        var called = new CongressesEvent.Called(
            section.Congresses.NextNo,
            congress.Id,
            now,
            section.After(now, CallCongress.ReturnsWithin),
            section.After(now, congress.Term)
        );
        unfolding.Then(called);
        foreach (var affiliate in section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(affiliate, new Letter.ReturnAsked(called.Congress, called.RecordDate));
    }
}
