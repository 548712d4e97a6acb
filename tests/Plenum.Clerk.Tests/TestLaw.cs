using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Clerk.Tests;

/// <summary>A small law of the tests' own: notes with a deadline each, kept in the diary of the section.</summary>
public abstract record TestEvent : Event
{
    private TestEvent() { }

    [Recorded("test.noted/1")]
    public sealed record Noted([Public] int No, [Public] Instant Until, [Members] string Text)
        : TestEvent;

    [Recorded("test.struck/1")]
    public sealed record Struck([Public] int No, [Public] Instant Until) : TestEvent;

    [Recorded("test.filed/1")]
    public sealed record Filed(
        [Public] Document Shown,
        [Members] Document Hidden,
        [Members, Loaded] Document Needed
    ) : TestEvent;

    /// <summary>One property of every kind of value that the law records.</summary>
    [Recorded("test.everything/1")]
    public sealed record Everything(
        [Public] string Text,
        [Members] string Secret,
        [Sealed] PersonId Person,
        [Sealed] MemberNo Member,
        [Members] EquatableArray<MemberNo> Members,
        [Public] BodyId Body,
        [Public] Instant At,
        [Members] Period Term,
        [Public] Quantity Quantity,
        [Members] Threshold Threshold,
        [Members] EquatableArray<Ratio> Shares,
        [Public] BallotForm Form,
        [Members] Authority Authority,
        [Public] long Large,
        [Sealed] bool Yes
    ) : TestEvent;

    public override Section Evolve(Section section) =>
        this switch
        {
            Noted noted => section with
            {
                Dues = section.Dues.Add(new Due(noted.Until, DueKind.Matter, noted.No)),
            },
            Struck struck => section with
            {
                Dues = section.Dues.Remove(new Due(struck.Until, DueKind.Matter, struck.No)),
            },
            Filed filed => section with
            {
                Sections = section.Sections with
                {
                    Name = filed.Shown.Content + filed.Hidden.Content + filed.Needed.Content,
                },
            },
            Everything everything => section with
            {
                Sections = section.Sections with { Name = everything.Text },
            },
        };
}

public static class TestLaw
{
    /// <summary>The events of the law and of the tests.</summary>
    public static Catalogue Events { get; } =
        new(
            Catalogue
                .Of(typeof(Section).Assembly)
                .Events.Concat(typeof(TestEvent).GetNestedTypes().Where(type => type.IsSealed)),
            []
        );
}

public sealed record NotedBefore(int No) : Reason("test.noted-before");

/// <summary>Founds a section whose name is drawn.</summary>
public sealed record Begin(string Name) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Id.Value.Length > 0
            ? new NotedBefore(0)
            : Ruling.Under(
                new Authority.Founders(),
                new ArticleId("founding"),
                new SectionsEvent.Begun(
                    new SectionId(occasion.Drawn.Token("section")),
                    Name,
                    "Etc/UTC",
                    3
                )
            );
}

/// <summary>Notes a number once; a paper may go with it.</summary>
public sealed record Note(int No, string Text, int Days = 30) : Command
{
    public int Papers { get; init; }

    [Sealed]
    public string Choice { get; init; } = "";

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.Dues.Any(due => due.No == No)
            ? new NotedBefore(No)
            : new Ruling.InOrder(
                new Authority.Anyone(),
                new ArticleId("notes"),
                [new TestEvent.Noted(No, occasion.Now + Duration.FromDays(Days), Text)],
                Enumerable
                    .Range(0, Papers)
                    .Select(_ => new Paper(new BoxNo(1), Choice))
                    .ToEquatable()
            );
}

/// <summary>Replaces the one note there is, so that the state stays small however often it is sent.</summary>
public sealed record Move(int No) : Command
{
    public override Ruling Decide(Section section, Occasion occasion)
    {
        var until = Instant.FromUnixTimeSeconds(4_000_000_000);
        return Ruling.Under(
            new Authority.Anyone(),
            new ArticleId("notes"),
            new TestEvent.Struck(No, until)
        );
    }
}

/// <summary>What the clock sends when a note's deadline has come.</summary>
public sealed record Strike(Due Due, bool Refuses = false) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        Refuses || occasion.Actor is not Actor.Clock
            ? new NotedBefore(Due.No)
            : Ruling.Under(
                new Authority.Clock(),
                new ArticleId("notes"),
                new TestEvent.Struck(Due.No, Due.At)
            );
}

public sealed record FileDocuments(string Shown, string Hidden, string Needed) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        Ruling.Under(
            new Authority.Anyone(),
            new ArticleId("notes"),
            new TestEvent.Filed(Document.Of(Shown), Document.Of(Hidden), Document.Of(Needed))
        );
}

/// <summary>A bug of the law.</summary>
public sealed record Stumble : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        throw new InvalidOperationException("a bug in the law");
}
