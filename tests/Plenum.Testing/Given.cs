using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;

namespace Plenum.Testing;

/// <summary>Where a story about the law begins: <c>Law.Given(events).When(command, actor, at).Then(events)</c>.</summary>
public static class Law
{
    public static Given Given(params ReadOnlySpan<Event> events) =>
        new Given(Section.Unfounded).And(events);

    public static Given Given(Section section) => new(section);
}

/// <summary>A section on which something has already happened.</summary>
public sealed record Given(Section Section)
{
    public Given And(params ReadOnlySpan<Event> events)
    {
        var section = Section;
        foreach (var happened in events)
            section = Section.Evolve(section, happened);
        return new Given(section);
    }

    /// <summary>The command is put to the law; the draw is fixed, so that the story is the same every time.</summary>
    public When When(Command command, Actor actor, Instant at, Draw? drawn = null) =>
        new(Section, command.Decide(Section, new Occasion(at, actor, drawn ?? Draw.Nothing)));
}

/// <summary>What the law said to a command; it goes on as <see cref="Then(Event[])"/> or with a next command.</summary>
public sealed record When(Section Before, Ruling Ruling)
{
    /// <summary>Exactly these events, in this order.</summary>
    public Given Then(params Event[] expected)
    {
        var ruled = InOrder();
        var actual = ruled.Events.Items;
        for (var i = 0; i < Math.Max(actual.Length, expected.Length); i++)
            if (i >= actual.Length || i >= expected.Length || !actual[i].Equals(expected[i]))
                throw new UnexpectedRulingException(
                    $"event {i + 1} of the ruling",
                    i < expected.Length ? expected[i].ToString() : "nothing more",
                    i < actual.Length ? actual[i].ToString() : "nothing more"
                );
        return After(ruled);
    }

    /// <summary>Out of order, for exactly this reason: code, article, charter rule and figures.</summary>
    public Given Then(Reason expected)
    {
        var refused = OutOfOrder();
        return refused.Reason == expected
            ? new Given(Before)
            : throw new UnexpectedRulingException(
                "the reason",
                expected.ToString(),
                refused.Reason.ToString()
            );
    }

    /// <summary>Out of order with this code, whatever the figures.</summary>
    public Given ThenRefused(string code)
    {
        var refused = OutOfOrder();
        return string.Equals(refused.Reason.Code, code, StringComparison.Ordinal)
            ? new Given(Before)
            : throw new UnexpectedRulingException("the reason", code, refused.Reason.ToString());
    }

    /// <summary>In order, whatever happens; the story goes on from there.</summary>
    public Given ThenInOrder() => After(InOrder());

    /// <summary>In order under this authority and article; the events are looked at by a further <c>Then</c>.</summary>
    public When Under(Authority authority, Domain.Statutes.ArticleId article)
    {
        var ruled = InOrder();
        return ruled.Authority == authority && ruled.Article == article
            ? this
            : throw new UnexpectedRulingException(
                "the authority",
                $"{authority} by article {article}",
                $"{ruled.Authority} by article {ruled.Article}"
            );
    }

    /// <summary>Exactly these papers went into the box.</summary>
    public When WithPapers(params ReadOnlySpan<Paper> papers)
    {
        var expected = EquatableArray.Create(papers);
        var ruled = InOrder();
        return ruled.Papers == expected
            ? this
            : throw new UnexpectedRulingException(
                "the papers",
                expected.ToString(),
                ruled.Papers.ToString()
            );
    }

    private Ruling.InOrder InOrder() =>
        Ruling as Ruling.InOrder
        ?? throw new UnexpectedRulingException("the ruling", "in order", Ruling.ToString());

    private Ruling.OutOfOrder OutOfOrder() =>
        Ruling as Ruling.OutOfOrder
        ?? throw new UnexpectedRulingException("the ruling", "out of order", Ruling.ToString());

    private Given After(Ruling.InOrder ruled) => new Given(Before).And(ruled.Events.Items.AsSpan());
}

/// <summary>The law ruled otherwise than the test says.</summary>
public sealed class UnexpectedRulingException(string what, string expected, string actual)
    : Exception(
        $"{what}:{Environment.NewLine}  expected {expected}{Environment.NewLine}  but was  {actual}"
    );
