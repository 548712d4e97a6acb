using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Sections of a test tree, and the longer steps they take.</summary>
internal static class Forest
{
    /// <summary>A section of five, or of more, whose members themselves decide who is taken in.</summary>
    public static Branch Section(
        string name,
        int first,
        string country = "",
        string locality = "",
        int members = 5,
        string more = ""
    ) =>
        Branch.Founded(
            members,
            At(TreeStatutes.OfASection + more, country, locality),
            Steps.Programme,
            name: name,
            first: first
        );

    private static string At(string text, string country, string locality) =>
        country.Length == 0
            ? text
            : text.Replace(
                "  time_zone: Etc/UTC",
                $"  country: {country}\n  locality: \"{locality}\"\n  time_zone: Etc/UTC",
                StringComparison.Ordinal
            );

    public static readonly BodyId Congress = new("congress");

    public static readonly BodyId Delegation = new("delegates");

    public static Motions.PutMotion Motion =>
        new("Six hours", "We ask for six hours.", Congress, [], []);

    public const string CongressArticle = """

        ## Congress {#congress}

        The congress is where our sections meet.

        ```rule
        bodies:
          - id: congress
            title: Congress
            kind: congress
            seats: 15
            elected_by: members
            method: scottish_stv
            term: P1Y
            max_consecutive: 3
            powers: []
            quorum: "> 1/2 of seats"
            meets_every: P1Y
            notice: P42D
            apportionment: {method: per_members, per: 3, least: 1, most: 3}
            votes: by_name
        ```

        """;

    /// <summary>A section whose congress gives one seat for every three members or part of them.</summary>
    public static Branch Federation(
        string name,
        int first,
        string seats = "method: per_members, per: 3, least: 1, most: 3",
        string doubleMajority = "true"
    )
    {
        var text = TreeStatutes
            .OfAFederation(seats)
            .Replace(
                "double_majority: true",
                $"double_majority: {doubleMajority}",
                StringComparison.Ordinal
            )
            .Replace(
                "weights: capped",
                doubleMajority == "true" ? "weights: capped" : "weights: stated",
                StringComparison.Ordinal
            );
        return Branch.Founded(5, text, Steps.Programme, name: name, first: first);
    }

    /// <summary>A federation of which at most a third of a committee of three comes from one section.</summary>
    public static Branch WithACeiling(string name, int first, string ceiling)
    {
        const string seats = "seats: 5 # default: one from each of a few sections";
        var text = TreeStatutes.OfAFederation("method: per_members, per: 3, least: 1, most: 3");
        Assert.Contains(seats, text, StringComparison.Ordinal);
        return Branch.Founded(
            6,
            text.Replace(seats, $"seats: 3\n{ceiling}", StringComparison.Ordinal),
            Steps.Programme,
            name: name,
            first: first
        );
    }

    public static Actor As(this Branch section, int member) => Actor.Self(section.Who(member));

    public static (int Members, int Seats) Of(Congresses.Congress congress, Branch section)
    {
        var allotted = congress.Seats[section.Id()];
        return (allotted.Members, allotted.Seats);
    }

    /// <summary>Whoever convenes calls the congress, after the federation has elected a chair.</summary>
    public static void CallCongress(this Federation tree, Branch federation)
    {
        tree.ElectChair(federation);
        federation.Do(5, new Congresses.CallCongress(Congress));
    }

    /// <summary>The fifth member convenes.</summary>
    public static void ElectChair(this Federation tree, Branch federation)
    {
        var chair = federation.Section.Rules.Bodies.Items.First(b =>
            b.Kind == BodyKind.Office && b.Powers.Contains(Power.Convene)
        );
        if (federation.On(chair.Id).Length == 0)
            tree.Elect(federation, chair.Id, 5);
    }

    public static void Elect(this Federation tree, Branch section, params int[] members) =>
        tree.Elect(section, Delegation, members);

    /// <summary>The members of a section elect these; time passes in the whole tree.</summary>
    public static void Elect(
        this Federation tree,
        Branch section,
        BodyId body,
        params int[] members
    )
    {
        if (body == Delegation)
            // If nobody stood the first time, any member opens it again.
            tree.Until(
                () =>
                    section.Running(body).Length > 0
                    || section.Try(1, new Elections.CallElection(body)),
                "an election of delegates"
            );
        else if (section.Running(body).Length == 0)
            section.Do(1, new Elections.CallElection(body));
        var election = section.Election(body);
        foreach (var member in members)
            section.Try(member, new Elections.Stand(election, "I will report.", PublicName: true));
        for (var days = 0; section.Matter(election).Stage is Stage.Nomination; days++)
        {
            Assert.True(days < 200, $"{section.Matter(election)} never comes to a vote");
            tree.Pass(Duration.FromDays(1));
        }
        var voting = (Stage.Voting)section.Matter(election).Stage;
        for (var no = 1; no <= 5; no++)
            section.Try(
                no,
                new Ballots.Cast(
                    voting.Box,
                    section.Ranking(
                        election,
                        [
                            members[no % members.Length],
                            .. members.Where(m => m != members[no % members.Length]),
                        ]
                    )
                )
            );
        tree.Pass(voting.Until - section.Now + Duration.FromHours(1));
    }

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
            if (section.Matter(matter).Procedure.Electorate == BodyId.Tree)
                tree.AllTakePart(section, matter, choice);
            if (section.Matter(matter).Stage is Stage.Support)
                for (var no = 2; no <= 5; no++)
                    section.Try(no, new Support(matter));
            if (section.Matter(matter).Stage is Stage.Voting voting)
                for (var no = 1; no <= 5; no++)
                    section.Try(no, new Ballots.Cast(voting.Box, choice));
            tree.Pass(Duration.FromDays(1));
        }
    }

    // Members of all sections sign, each in their own record, and vote in that of the convener.
    private static void AllTakePart(
        this Federation tree,
        Branch convener,
        MatterNo matter,
        string choice
    )
    {
        var above = new Letters.QuestionAbove(convener.Id(), matter);
        foreach (var section in tree.Sections.Where(s => s != convener))
        {
            foreach (
                var (own, _) in section.Section.Referendums.SignedFor.Where(s => s.Value == above)
            )
                for (var no = 1; no <= 5; no++)
                    section.Try(no, new Support(own));
            if (convener.Matter(matter).Stage is Stage.Voting voting)
                for (var no = 1; no <= 5; no++)
                    convener.Attempt(new Ballots.Cast(voting.Box, choice), section.As(no));
        }
    }

    /// <summary>The section asks and the federation agrees.</summary>
    public static void Affiliate(this Federation tree, Branch section, Branch federation)
    {
        tree.Carry(section, new AskToJoin(federation.Section.Id, "Together we are more."));
        Matter? Asked() =>
            federation.Section.Matters.All.Values.LastOrDefault(m =>
                m.Question is Question.Recognise q && q.Section == section.Id()
            );
        tree.Until(() => Asked() is not null, "a section's question");
        tree.Decide(federation, Asked()!.No);
        tree.Until(() => section.Place().Federation != Affiliation.None, "a federation's answer");
    }

    /// <summary>All sections ask at once and are taken in.</summary>
    public static void AffiliateAll(this Federation tree, Branch federation, params Branch[] all)
    {
        foreach (var section in all)
            section.Do(1, new AskToJoin(federation.Id(), "Together we are more."));
        tree.Until(
            () =>
            {
                foreach (var section in tree.Sections)
                foreach (var matter in section.Section.Matters.OpenMatters.ToArray())
                {
                    if (matter.Procedure.Electorate == BodyId.Tree)
                        tree.AllTakePart(section, matter.No, "for");
                    for (var no = 1; no <= 5; no++)
                        if (matter.Stage is Stage.Support && matter.Question is Question.Join)
                            section.Try(no, new Support(matter.No));
                        else if (
                            matter is
                            {
                                Stage: Stage.Voting voting,
                                Question: Question.Join or Question.Recognise
                            }
                        )
                            section.Try(no, new Ballots.Cast(voting.Box, "for"));
                }
                return all.All(s => s.Place().Federation != Affiliation.None);
            },
            "sections that belong together"
        );
    }

    /// <summary>Every section elects its first members as delegates, as many as it has seats; all at once.</summary>
    public static void ElectEverywhere(this Federation tree, params Branch[] all)
    {
        foreach (var section in all)
        foreach (var no in Enumerable.Range(1, section.Place().Allotted.Seats))
            section.Do(
                no,
                new Elections.Stand(
                    section.Election(Delegation),
                    "I will report.",
                    PublicName: true
                )
            );
        tree.Until(
            () =>
            {
                foreach (var section in all)
                    if (
                        section.Running(Delegation) is [var election]
                        && section.Matter(election).Stage is Stage.Voting voting
                    )
                        for (var no = 1; no <= 5; no++)
                            section.Try(
                                no,
                                new Ballots.Cast(
                                    voting.Box,
                                    string.Join(
                                        ',',
                                        section
                                            .Section.Elections.Of(election)
                                            .Standing.Select(c => c.Number)
                                    )
                                )
                            );
                return all.All(s => s.On(Delegation).Length == s.Place().Allotted.Seats);
            },
            "delegates of all"
        );
        tree.BringAll();
    }

    public static SectionId Id(this Branch section) => section.Section.Id;

    public static Sections.Tree Place(this Branch section) => section.Section.Sections.Tree;
}
