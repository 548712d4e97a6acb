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
    /// <summary>A section of five whose members themselves decide who is taken in.</summary>
    public static Branch Section(string name, int first) =>
        Branch.Founded(
            5,
            Members(Templates.Text("local-union", small: true)) + DelegatesArticle,
            Steps.Programme,
            name: name,
            first: first
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

    private const string DelegatesArticle = """

        ## Delegates {#delegates}

        We send delegates to the congress of our federation and may call them back.

        ```rule
        bodies:
          - id: delegates
            title: Delegates
            kind: delegation
            seats: 3
            elected_by: members
            method: scottish_stv
            term: P1Y
            max_consecutive: 3
            powers: []
            quorum: "> 1/2 of seats"
            meets_every: P1Y
            notice: P7D
            votes: by_name
        ```

        """;

    /// <summary>A section whose congress gives one seat for every three members or part of them.</summary>
    public static Branch Federation(string name, int first)
    {
        var text = Members(Templates.Text("federation", small: true));
        const string start = "apportionment: {";
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf('\n', from);
        return Branch.Founded(
            5,
            text[..from]
                + "apportionment: {method: per_members, per: 3, least: 1, most: 3}"
                + text[to..],
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
        var chair = federation.Section.Rules.Bodies.Items.First(b =>
            b.Kind == BodyKind.Office && b.Powers.Contains(Power.Convene)
        );
        if (federation.On(chair.Id).Length == 0)
            tree.Elect(federation, chair.Id, 5);
        federation.Do(5, new Congresses.CallCongress(Congress));
    }

    public static void Elect(this Federation tree, Branch section, params int[] members) =>
        tree.Elect(section, Delegation, members);

    /// <summary>The members of a section elect these; time passes in the whole tree.</summary>
    private static void Elect(
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

    private static string Members(string text)
    {
        const string committee = "decided_by: committee #";
        Assert.Contains(committee, text, StringComparison.Ordinal);
        return text.Replace(committee, "decided_by: members #", StringComparison.Ordinal);
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
            if (section.Matter(matter).Stage is Stage.Support)
                for (var no = 2; no <= 5; no++)
                    section.Try(no, new Support(matter));
            if (section.Matter(matter).Stage is Stage.Voting voting)
                for (var no = 1; no <= 5; no++)
                    section.Try(no, new Ballots.Cast(voting.Box, choice));
            tree.Pass(Duration.FromDays(1));
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

    public static SectionId Id(this Branch section) => section.Section.Id;

    public static Sections.Tree Place(this Branch section) => section.Section.Sections.Tree;
}
