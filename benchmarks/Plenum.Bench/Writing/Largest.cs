using System.Reflection;
using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using Plenum.Web.Doors;

namespace Plenum.Bench.Writing;

/// <summary>Commands as large as the doors and the law take them, about whatever there is at a moment.</summary>
public sealed class Largest(Moment moment, Random any)
{
    // What a request can hold, what the law takes of the several kinds of texts, and little.
    private static readonly int[] Lengths = [1_000_000, 256 * 1024, 60_000, 40_000, 500, 200, 3];
    private static readonly int[] Counts = [250_000, 10_000, 512, 100, 64, 50, 1, 0];

    private static readonly Dictionary<int, string> Texts = Lengths.ToDictionary(
        length => length,
        length => string.Concat(Enumerable.Repeat("1. \n", length / 4 + 1))[..length]
    );

    private static readonly string[] Programmes =
    [
        "# Principles\n\n" + string.Concat(Enumerable.Range(1, 7_000).Select(i => $"{i}. x\n")),
        "# Principles\n\n1. x\n" + string.Concat(Enumerable.Repeat("y\n", 29_000)),
    ];

    private Section Section => moment.Section;

    public Command Of(Verb verb)
    {
        var (length, count) = (Pick(Lengths), Pick(Counts));
        var parameters = verb.Parameters.Select(p => Value(p, p.ParameterType, length, count));
        return (Command)
            verb
                .Command.GetConstructors()
                .OrderByDescending(c => c.GetParameters().Length)
                .First()
                .Invoke([.. parameters]);
    }

    /// <summary>Members, those who hold a mandate more often than others, and sometimes nobody.</summary>
    public Actor Actor() =>
        any.Next(10) switch
        {
            0 => new Actor.Anyone(),
            1 => Domain.Actor.Self(Branch.Person(9_000_000 + any.Next(30))),
            < 6 when Mandates is { Length: > 0 } held => Domain.Actor.Self(
                Section.Membership.Of(Pick(held).Holder).Person
            ),
            _ => Domain.Actor.Self(Section.Membership.Of(Member).Person),
        };

    private Mandate[] Mandates => [.. Section.Mandates.Current.Values];

    private MemberNo Member => new(1 + any.Next(Section.Membership.Members.Count));

    private object? Value(ParameterInfo parameter, Type type, int length, int count)
    {
        if (type == typeof(string))
            return Text(parameter, length);
        if (type == typeof(EquatableArray<ArticleChange>))
            return Changes(length);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            return Many(parameter, type.GetGenericArguments()[0], length, count);
        if (type.IsEnum)
            return Pick([.. Enum.GetValues(type).Cast<object>()]);
        if (type.IsAbstract)
            return Value(
                parameter,
                Pick([.. type.GetNestedTypes().Where(t => !t.IsAbstract)]),
                length,
                count
            );
        return One(type) ?? Record(parameter, type, length, count);
    }

    private object? One(Type type) =>
        type == typeof(bool) ? any.Next(2) == 0
        : type == typeof(int) ? any.Next(4)
        : type == typeof(Instant) ? moment.Now + Duration.FromDays(any.Next(1, 60))
        : type == typeof(LocalDate) ? Section.DayOf(moment.Now)
        : type == typeof(MatterNo) ? Of(Section.Matters.OpenMatters.Select(m => m.No))
        : type == typeof(MemberNo) ? Member
        : type == typeof(MandateNo) ? Of(Mandates.Select(m => m.No))
        : type == typeof(BoxNo) ? Of(Section.Ballots.Boxes.Keys)
        : type == typeof(SittingNo) ? Of(Section.Bodies.Sittings.Keys)
        : type == typeof(BodyId) ? Of(Section.Rules.Bodies.Select(b => b.Id))
        : type == typeof(Digest) ? Section.Programme.Digest
        : type == typeof(PersonId) ? Branch.Person(any.Next(8_000_000, 9_000_000))
        : type == typeof(SectionId) ? new SectionId(Digest.Of("another").Hex)
        : type == typeof(SubjectId) ? SubjectId.None
        : null;

    private object Record(ParameterInfo parameter, Type type, int length, int count)
    {
        var constructor = type.GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .First();
        return constructor.Invoke([
            .. constructor
                .GetParameters()
                .Select(p => Value(p, p.ParameterType, Math.Min(length, 500), count)),
        ]);
    }

    private object Many(ParameterInfo parameter, Type item, int length, int count)
    {
        var of = Array.CreateInstance(
            item,
            item == typeof(string) ? count : Math.Min(count, 20_000)
        );
        for (var i = 0; i < of.Length; i++)
            of.SetValue(
                item == typeof(string) ? "for" : Value(parameter, item, Math.Min(length, 200), 0),
                i
            );
        return typeof(EquatableArray)
            .GetMethod(nameof(EquatableArray.ToEquatable))!
            .MakeGenericMethod(item)
            .Invoke(null, [of])!;
    }

    // A vote is as long as all the candidates; a title is a title, now and then an endless one.
    private string Text(ParameterInfo parameter, int length) =>
        parameter.Name switch
        {
            "Choice" => any.Next(3) == 0
                ? "for"
                : string.Join(',', Enumerable.Range(1, Pick([3, 60, 2_000, 150_000]))),
            "Title" or "Place" or "Name" => Texts[
                Math.Min(length, any.Next(10) == 0 ? length : 200)
            ],
            "Reservation" or "Words" or "Ground" => Texts[any.Next(4) == 0 ? length : 500],
            "Text" when parameter.Member.DeclaringType == typeof(Domain.Programme.AmendProgramme) =>
                Pick(Programmes),
            _ => Texts[length],
        };

    // Of one article or of all of them, of everything that takes the reader long, and some of it in order.
    private EquatableArray<ArticleChange> Changes(int length)
    {
        var draft = Section.Statutes.Book.Draft;
        if (any.Next(3) == 0)
            return
            [
                Section.Change(
                    new ArticleId("motions"),
                    "debate: ",
                    string.Concat(Enumerable.Repeat("vote_every: 1\n  ", any.Next(2))) + "debate: "
                ),
                new ArticleChange(
                    new ArticleId("more"),
                    Digest.None,
                    "## More {#more}\n\n" + new string('x', Math.Min(length, 240_000))
                ),
            ];
        var shape = Pick([.. HostileStatutes.Shapes.Values])(Math.Min(length, 240_000));
        return
        [
            new ArticleChange(new ArticleId("more"), Digest.None, "## More {#more}\n\n" + shape),
            .. draft
                .Articles.Items.Take(any.Next(49))
                .Select(a => new ArticleChange(
                    a.Id,
                    Amendments.DigestOf(draft, a.Id),
                    Amendments.TextOf(draft, a) + "\nx\n"
                )),
        ];
    }

    private object Of<T>(IEnumerable<T> known)
        where T : struct
    {
        var all = known.ToArray();
        return all.Length == 0 ? default(T) : Pick(all);
    }

    private T Pick<T>(T[] from) => from[any.Next(from.Length)];
}
