using System.Collections;
using System.Globalization;
using System.Text;
using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Longer steps of a test branch, and what two states of a section are compared by.</summary>
internal static class Steps
{
    public static readonly BodyId Committee = new("committee");
    public static readonly BodyId Chair = new("chair");

    public const string Programme = SmallBranch.ProgrammeText;

    /// <summary>The statutes of a small local with so many committee seats, and whatever else is replaced.</summary>
    public static string StatutesWith(
        int seats,
        params ReadOnlySpan<(string From, string To)> changes
    )
    {
        var text = Templates
            .Text("local-union", small: true)
            .Replace(
                "seats: 3 # default: enough",
                FormattableString.Invariant($"seats: {seats} # default: enough"),
                StringComparison.Ordinal
            );
        // More than four seats: a tenth would be more than half a quota, and the charter says so.
        if (seats > 4)
            text = text.Replace(
                "max(2, 10%)\" # charter: R1",
                "max(2, 8%)\" # charter: R1",
                StringComparison.Ordinal
            );
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }
        return text;
    }

    public static MatterNo LastMatter(this Branch branch) => branch.Section.Matters.All.Keys.Last();

    public static Matter Matter(this Branch branch, MatterNo no) => branch.Section.Matters.All[no];

    public static Mandate[] On(this Branch branch, BodyId body) =>
        [.. branch.Section.Mandates.On(body, branch.Now)];

    public static int[] Holders(this Branch branch, BodyId body) =>
        [.. branch.On(body).Select(m => m.Holder.Value).Order()];

    /// <summary>The running election to a body.</summary>
    public static MatterNo Election(this Branch branch, BodyId body) =>
        branch.Running(body).Single();

    public static MatterNo[] Running(this Branch branch, BodyId body) =>
        [
            .. branch
                .Section.Matters.OpenMatters.Where(m =>
                    m.Question is Question.Elect e
                    && e.Body == body
                    && m.Stage is Stage.Nomination or Stage.Voting
                )
                .Select(m => m.No),
        ];

    public static void Stands(
        this Branch branch,
        MatterNo election,
        params ReadOnlySpan<int> members
    )
    {
        foreach (var member in members)
            branch.Do(member, new Stand(election, "I will report.", PublicName: true));
    }

    /// <summary>Time passes until the matter is voted on; the box.</summary>
    public static BoxNo Opens(this Branch branch, MatterNo matter)
    {
        for (var days = 0; branch.Matter(matter).Stage is not Stage.Voting; days++)
        {
            Assert.True(
                days < 400,
                $"{matter} never came to a vote: {branch.Matter(matter).Stage}"
            );
            branch.Pass(1);
        }
        return ((Stage.Voting)branch.Matter(matter).Stage).Box;
    }

    /// <summary>Time passes until the vote is over.</summary>
    public static void Closes(this Branch branch, MatterNo matter)
    {
        if (branch.Matter(matter).Stage is Stage.Voting voting)
            branch.Pass(voting.Until - branch.Now);
    }

    /// <summary>Everybody on the roll votes as told, and the vote is over.</summary>
    public static void Vote(this Branch branch, MatterNo matter, Func<int, string> choice)
    {
        var box = branch.Opens(matter);
        foreach (var voter in branch.Section.Ballots.Of(box).Roll)
            if (choice(voter.Value) is { Length: > 0 } paper)
                branch.Do(voter.Value, new Cast(box, paper));
        branch.Closes(matter);
    }

    /// <summary>The numbers of these members' candidacies, as a paper ranks them.</summary>
    public static string Ranking(
        this Branch branch,
        MatterNo election,
        params ReadOnlySpan<int> members
    )
    {
        var numbers = new List<int>();
        foreach (var member in members)
            if (
                branch
                    .Section.Elections.Of(election)
                    .Standing.FirstOrDefault(c => c.Member.Value == member) is
                { } candidate
            )
                numbers.Add(candidate.Number);
        return string.Join(',', numbers);
    }

    /// <summary>The last option: re-open nominations.</summary>
    public static string Reopen(this Branch branch, MatterNo election) =>
        (branch.Section.Elections.Of(election).Candidates.Count + 1).ToString(
            CultureInfo.InvariantCulture
        );

    /// <summary>Fills a body with these members, with everybody's vote, until the end of protests.</summary>
    public static void Fill(this Branch branch, BodyId body, params ReadOnlySpan<int> members)
    {
        var election = branch.Election(body);
        branch.Stands(election, members);
        var paper = branch.Ranking(election, members);
        branch.Vote(election, _ => paper);
        Assert.Equal(members.ToArray().Order(), branch.Holders(body));
    }

    public static T Last<T>(this Branch branch)
        where T : Event => branch.Record.Select(h => h.Event).OfType<T>().Last();

    public static IEnumerable<T> All<T>(this Branch branch)
        where T : Event => branch.Record.Select(h => h.Event).OfType<T>();

    /// <summary>The section folded again from the record alone.</summary>
    public static Section Replayed(this Branch branch) =>
        branch.Record.Select(h => h.Event).Aggregate(Section.Unfounded, Section.Evolve);

    /// <summary>Everything a value holds, in one order, so that states made in different ways can be compared.</summary>
    public static string Written(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string or Instant or Period or ValueType and (IFormattable or Enum or bool):
                text.Append(value).Append(';');
                break;
            case StatuteBook book:
                text.Append(book.Digest).Append(';');
                break;
            case IDictionary map:
                var lines = new List<string>();
                foreach (DictionaryEntry entry in map)
                    lines.Add(Written(entry.Key) + "->" + Written(entry.Value));
                text.AppendJoin('\n', lines.Order(StringComparer.Ordinal));
                break;
            case IEnumerable list:
                foreach (var item in list)
                    Write(text, item);
                break;
            default:
                text.Append(value.GetType().Name).Append('{');
                foreach (
                    var property in value
                        .GetType()
                        .GetProperties()
                        .Where(p =>
                            p.GetIndexParameters().Length == 0
                            && p.GetMethod is { IsStatic: false }
                            && (p.CanWrite || value is Section)
                            && p.PropertyType != typeof(Rules)
                        )
                )
                {
                    text.Append(property.Name).Append('=');
                    Write(text, property.GetValue(value));
                }
                text.Append('}');
                break;
        }
    }
}
