using System.Diagnostics;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Programme;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Testing;

/// <summary>What the record of a test branch keeps of one event.</summary>
public sealed record Happened(Instant At, Authority Authority, ArticleId Article, Event Event);

/// <summary>
/// A section that lives in memory: commands go in, deadlines come by themselves, papers lie in a box. It is what the
/// clerk does, without a disk; the law is the real one, and so are the statutes.
/// </summary>
public sealed class Branch
{
    private readonly Dictionary<BoxNo, List<string>> _papers = [];
    private readonly List<Happened> _record = [];
    private int _draws;
    private int _before;

    public Section Section { get; private set; } = Section.Unfounded;

    public Instant Now { get; private set; } = Instant.FromUtc(2027, 1, 4, 12, 0);

    public IReadOnlyList<Happened> Record => _record;

    public static PersonId Person(int no) =>
        new(Digest.Of(FormattableString.Invariant($"person/{no}")).Hex[..32]);

    /// <summary>The founder with that number; founders of other sections of a test are other people.</summary>
    public PersonId Who(int no) => Person(_before + no);

    /// <summary>A branch founded from a template by so many people, all of whom accept.</summary>
    public static Branch Founded(
        int members,
        string statutes,
        string programme,
        string timeZone = "Europe/Berlin",
        string name = "Harbour",
        int first = 1
    )
    {
        var branch = Circle(members, statutes, programme, timeZone, name, first);
        for (var no = 1; no <= members; no++)
            branch.Do(no, new AcceptInvitation(1, ""));
        return branch;
    }

    /// <summary>A branch that is begun, and nobody has accepted yet.</summary>
    public static Branch Circle(
        int members,
        string statutes,
        string programme,
        string timeZone,
        string name,
        int first
    )
    {
        var branch = new Branch { _before = first - 1 };
        var founders = Enumerable.Range(1, members).Select(branch.Who).ToEquatable();
        var id = Begin.IdOf(name, statutes, programme, "nonce");
        branch.Do(
            new Begin(id, name, timeZone, statutes, programme, founders, "nonce"),
            new Actor.Founder()
        );
        return branch;
    }

    /// <summary>The part of a branch that divided, as the post founds it; its members have the numbers they had.</summary>
    public static Branch Apart(Branch whole, MergerLetter.PartBegins part)
    {
        var branch = new Branch { _before = whole._before, Now = whole.Now };
        branch.Do(
            new BeginApart(
                whole.Section.Id,
                part,
                whole
                    .Record.Select(h => h.Event)
                    .OfType<StatutesEvent.Adopted>()
                    .Last()
                    .Text.Content,
                whole
                    .Record.Select(h => h.Event)
                    .OfType<ProgrammeEvent.Adopted>()
                    .Last()
                    .Text.Content,
                whole.Record.Count,
                Digest.Of("leaf")
            ),
            new Actor.Post()
        );
        return branch;
    }

    public static Branch Founded(int members) =>
        Founded(members, Templates.Text("local-union", small: true), SmallBranch.ProgrammeText);

    public Ruling Ask(Command command, Actor actor) =>
        command.RuledOn(Section, new Occasion(Now, actor, Next()));

    /// <summary>The member with that number does something, which has to be in order.</summary>
    public Ruling.InOrder Do(int member, Command command) => Do(command, Actor.Self(Who(member)));

    public Ruling.InOrder Do(Command command, Actor actor)
    {
        switch (Ask(command, actor))
        {
            case Ruling.InOrder ruling:
                Take(ruling);
                return ruling;
            case Ruling.OutOfOrder no:
                throw new InvalidOperationException(
                    $"{command.GetType().Name} by {actor}: {no.Reason}"
                );
        }
        throw new UnreachableException();
    }

    /// <summary>Why this is not allowed; it has to be refused.</summary>
    public Reason Refused(int member, Command command) => Refused(command, Actor.Self(Who(member)));

    public Reason Refused(Command command, Actor actor) =>
        Ask(command, actor) switch
        {
            Ruling.OutOfOrder no => no.Reason,
            Ruling.InOrder yes => throw new InvalidOperationException(
                $"{command} is in order: {yes.Events}"
            ),
        };

    /// <summary>Tries, and says whether it was in order.</summary>
    public bool Try(int member, Command command) => Try(command, Actor.Self(Who(member)));

    public bool Try(Command command, Actor actor) => Attempt(command, actor) is Ruling.InOrder;

    /// <summary>What is in order happens; what is not leaves everything as it was.</summary>
    public Ruling Attempt(Command command, Actor actor)
    {
        var ruling = Ask(command, actor);
        if (ruling is Ruling.InOrder inOrder)
            Take(inOrder);
        return ruling;
    }

    /// <summary>Time passes, and everything that falls due on the way happens by itself.</summary>
    public void Pass(Duration time)
    {
        var until = Now + time;
        for (var steps = 0; Section.Dues.Count > 0 && Section.Dues.Min.At <= until; steps++)
        {
            var due = Section.Dues.Min;
            Now = Instant.Max(Now, due.At);
            Do(Deadlines.CommandFor(Section, due, PapersOf), new Actor.Clock());
            if (steps > 100_000)
                throw new InvalidOperationException($"The clock does not get past {due}");
        }
        Now = until;
    }

    public void Pass(int days) => Pass(Duration.FromDays(days));

    public EquatableArray<string> PapersOf(BoxNo box) =>
        _papers.TryGetValue(box, out var papers)
            ? papers.Order(StringComparer.Ordinal).ToEquatable()
            : [];

    private void Take(Ruling.InOrder ruling)
    {
        foreach (var happened in ruling.Events)
        {
            _record.Add(new Happened(Now, ruling.Authority, ruling.Article, happened));
            Section = Section.Evolve(Section, happened);
            if (happened is BallotsEvent.BegunAnew anew)
                _papers.Remove(anew.Box);
        }
        foreach (var paper in ruling.Papers)
        {
            if (!_papers.TryGetValue(paper.Box, out var box))
                _papers[paper.Box] = box = [];
            box.Add(paper.Choice);
        }
    }

    private Draw Next() => new(Digest.Of(FormattableString.Invariant($"draw/{_draws++}")).Hex);
}
