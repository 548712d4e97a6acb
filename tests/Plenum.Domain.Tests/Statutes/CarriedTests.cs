using System.Collections.Immutable;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

/// <summary>
/// The flag on a key and the reader of rules say the same: what the program is said to carry out whatever stands there
/// changes the rules the engine runs, and what it is said not to, or only as it is, changes nothing. That every rule the
/// reader makes is used by the engine is tested where the architecture is.
/// </summary>
public sealed class CarriedTests
{
    /// <summary>Read from the text itself, by what hands statutes down and by the check; no rule of the engine.</summary>
    private static readonly ImmutableArray<string> FromTheText =
    [
        "charter",
        "language",
        "frame",
        "open",
    ];

    public static TheoryData<string> Keys =>
        [
            .. StatuteLanguage
                .Blocks.Where(b => !FromTheText.Contains(b.Name, StringComparer.Ordinal))
                .SelectMany(b => Leaves(KeyPath.Root.Key(b.Name), b.Kind))
                .Select(l => l.Path.ToString()),
        ];

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_key_is_carried_out_when_and_only_when_the_rules_follow_it(string key)
    {
        var path = KeyPath.Of(key);
        var kind = Leaves(KeyPath.Root.Key(path.Steps[0].Name), Block(path).Kind)
            .First(l => l.Path == path)
            .Kind;
        var root = Whole();
        var other = (Node.Map)root.With(path.Steps.Items, Sample(kind, other: true));
        Assert.NotEqual(Provision.Show(root), Provision.Show(other));
        Assert.Equal(IsRead(path), Read(root) != Read(other));
    }

    [Fact]
    public void Values_that_the_program_knows_no_other_way_than_are_told_from_others()
    {
        var draft = Draft.Parse(
            Templates
                .Text("local-union", small: true)
                .Replace(
                    "silence: admits_attested",
                    "silence: refers_upward",
                    StringComparison.Ordinal
                )
        );
        Assert.False(StatuteLanguage.IsCarriedOut(draft, KeyPath.Of("membership.silence")));
        Assert.True(StatuteLanguage.IsCarriedOut(draft, KeyPath.Of("membership.appeal")));
        Assert.False(StatuteLanguage.IsCarriedOut(draft, KeyPath.Of("press.writers")));
        Assert.False(StatuteLanguage.IsCarriedOut(draft, KeyPath.Of("bodies[chair].meets_every")));
        Assert.True(StatuteLanguage.IsCarriedOut(draft, KeyPath.Of("bodies[chair].term")));
        Assert.True(
            StatuteLanguage.IsCarriedOut(draft, KeyPath.Of("bodies[chair].interim.at_most"))
        );
    }

    [Fact]
    public void Seats_are_shared_out_in_a_congress_only()
    {
        var path = KeyPath.Of("bodies[x].apportionment.method");
        Assert.True(StatuteLanguage.IsCarriedOut(At("congress"), path));
        Assert.False(StatuteLanguage.IsCarriedOut(At("committee"), path));

        static Draft At(string kind) =>
            Draft.Parse(
                $"# T\n\n## A {{#charter}}\n\n```rule\nbodies:\n  - {{id: x, kind: {kind}, apportionment: {{method: equal}}}}\n```\n"
            );
    }

    [Fact]
    public void Lint_and_show_name_what_the_members_see_to_themselves()
    {
        var text = Templates.Text("strike-committee", small: false);
        var lint = StatutesCommands.Lint(text, "", "en", json: false).Text;
        Assert.Contains("motions.extra_majorities[0].majority", lint, StringComparison.Ordinal);
        Assert.Contains("factions.allowed", lint, StringComparison.Ordinal);
        Assert.DoesNotContain("recall.vote.majority", lint, StringComparison.Ordinal);
        var show = StatutesCommands.Show(text, "en", resolved: false).Text;
        Assert.Contains(
            "- Members may form factions. (the program does not carry this out yet, or not wholly; the members see to it themselves)\n",
            show,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "- Recall needs more than 1/2 of the votes cast.\n",
            show,
            StringComparison.Ordinal
        );
        var diff = StatutesDiff
            .Diff(
                text,
                text.Replace("fee: false", "fee: true", StringComparison.Ordinal),
                "es",
                json: false
            )
            .Text;
        Assert.Contains("se ocupan de ello los propios miembros", diff, StringComparison.Ordinal);
    }

    private static Rules Read(Node.Map root) => RulesReader.Read(new("", "", [], root, []));

    private static bool IsRead(KeyPath path)
    {
        if (!Block(path).Runs)
            return false;
        var kind = Block(path).Kind;
        foreach (var step in path.Steps.Items.Skip(1))
        {
            if (step.IsItem)
            {
                kind = ((Kind.ListOf)kind).Item;
                continue;
            }
            var key = ((Kind.Table)kind).Keys.Items.First(k => k.Name == step.Name);
            if (key.Carried is Carried.Never or Carried.Only)
                return false;
            kind = key.Kind;
        }
        return true;
    }

    private static Block Block(KeyPath path) =>
        StatuteLanguage.Blocks.First(b => b.Name == path.Steps[0].Name);

    // Every key of the language at once, with a value that reads.
    private static Node.Map Whole() =>
        new(
            default,
            StatuteLanguage
                .Blocks.Select(b => new Entry(b.Name, default, Sample(b.Kind, other: false)))
                .ToEquatable(),
            Flow: false
        );

    private static IEnumerable<(KeyPath Path, Kind Kind)> Leaves(KeyPath path, Kind kind) =>
        kind switch
        {
            Kind.Table table => table.Keys.Items.SelectMany(k => Leaves(path.Key(k.Name), k.Kind)),
            Kind.ListOf { Item: Kind.Table table } => Leaves(
                path.Item(table.Keys.Items.Any(k => k.Name == "id") ? "a" : "0"),
                table
            ),
            _ => [(path, kind)],
        };

    private static Node Sample(Kind kind, bool other) =>
        kind switch
        {
            Kind.Table table => new Node.Map(
                default,
                table
                    .Keys.Items.Select(k => new Entry(k.Name, default, Sample(k.Kind, other)))
                    .ToEquatable(),
                Flow: true
            ),
            Kind.ListOf list => new Node.List(default, [Sample(list.Item, other)], Flow: true),
            Kind.Prose => Written(other ? "b" : "a"),
            Kind.Whole whole => Written(
                (whole.Least + (other ? 1 : 0)).ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
            ),
            Kind.YesNo => Written(other ? "false" : "true"),
            Kind.Amount => Written(other ? "6" : "5"),
            Kind.Majority => Written(other ? ">= 2/3 of cast" : "> 1/2 of cast"),
            Kind.Time => Written(other ? "P31D" : "P30D"),
            Kind.Part => Written(other ? "1/3" : "1/2"),
            // The last kind of a body is elected like most; the first is the members' own meeting.
            Kind.Word word => Written(
                word.Words.Items.Contains("assembly", StringComparer.Ordinal)
                    ? (other ? "committee" : "congress")
                    : word.Words[other ? 1 : 0]
            ),
            Kind.Body => Written(other ? "other" : "members"),
        };

    private static Node.Scalar Written(string text) => new(default, text);
}
