using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Statutes;

namespace Plenum.Clerk.Tests;

public sealed class CodecTests
{
    private static readonly Codec Codec = new(TestLaw.Events, RandomNumberGenerator.Fill);

    private static readonly Envelope Around = new(
        Instant.FromUtc(2026, 5, 1, 9, 0),
        new Actor.Person(new PersonId("0a1b"), new Channel.Desk(new PersonId("0c2d"))),
        new Authority.Member(new MemberNo(14)),
        new ArticleId("recall"),
        Ids.Recorded("c1"),
        Draw.Nothing
    );

    private static readonly Gen<Ratio> Ratios = Gen.Select(
        Gen.Int[0, 100],
        Gen.Int[1, 100],
        (over, under) => new Ratio(over, under)
    );

    private static readonly Gen<Quantity> Simple = Gen.OneOf<Quantity>(
        Gen.Int[0, 1000].Select(n => (Quantity)new Quantity.Number(n)),
        Ratios.Select(r => (Quantity)new Quantity.Share(r)),
        Ratios.Select(r => (Quantity)new Quantity.Root(r))
    );

    private static readonly Gen<Quantity> Quantities = Gen.OneOf(
        Simple,
        Simple.Array[0, 3].Select(q => (Quantity)new Quantity.Greatest(q.ToEquatable())),
        Simple.Array[0, 3].Select(q => (Quantity)new Quantity.Least(q.ToEquatable()))
    );

    private static readonly Gen<Authority> Authorities = Gen.OneOf(
        Gen.Int[1, 99].Select(n => (Authority)new Authority.Member(new MemberNo(n))),
        Gen.Int[1, 99].Select(n => (Authority)new Authority.Together(new MatterNo(n))),
        Gen.Const((Authority)new Authority.Clock())
    );

    // Any character but half of a surrogate pair, which no text has.
    private static readonly Gen<string> Texts = Gen
        .Char.Where(c => !char.IsSurrogate(c))
        .Array[0, 20]
        .Select(characters => new string(characters) + "\u2028😀");

    private static readonly Gen<TestEvent.Everything> Events =
        from text in Texts
        from secret in Texts
        from members in Gen.Int[1, 50].Select(n => new MemberNo(n)).Array[0, 4]
        from seconds in Gen.Long[-60_000_000_000, 250_000_000_000]
        from nanoseconds in Gen.Long[0, 999_999_999]
        from days in Gen.Int[0, 400]
        from months in Gen.Int[0, 40]
        from quantity in Quantities
        from shares in Ratios.Array[0, 3]
        from form in Gen.Enum<BallotForm>()
        from authority in Authorities
        from large in Gen.Long
        from yes in Gen.Bool
        select new TestEvent.Everything(
            text,
            secret,
            new PersonId(secret),
            new MemberNo(days),
            members.ToEquatable(),
            new BodyId(text),
            Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds),
            Period.FromDays(days) + Period.FromMonths(months),
            quantity,
            new Threshold(new Ratio(days, 401), VoteBase.Eligible, yes),
            shares.ToEquatable(),
            form,
            authority,
            large,
            yes
        );

    private static Event Back(Encoded encoded) =>
        Codec.Decode(encoded.Type, encoded.Leaf, encoded.Open, _ => "");

    [Fact]
    public void Every_event_comes_back_as_it_was() =>
        Events.Sample(happened => Assert.Equal(happened, Back(Codec.Encode(happened, Around))));

    [Fact]
    public void Every_envelope_comes_back_as_it_was()
    {
        var encoded = Codec.Encode(Sample, Around);
        Assert.Equal(Around, Codec.DecodeEnvelope(encoded.Leaf, encoded.Envelope));
    }

    [Fact]
    public void A_changed_byte_among_the_open_values_does_not_pass() =>
        Gen.Select(Events, Gen.Int[0, 100_000], Gen.Byte[1, 255])
            .Sample(
                (happened, where, change) =>
                {
                    var encoded = Codec.Encode(happened, Around);
                    encoded.Open[where % encoded.Open.Length] ^= change;
                    Assert.ThrowsAny<RecordDamagedException>(() => Back(encoded));
                }
            );

    [Fact]
    public void A_changed_envelope_does_not_pass()
    {
        var encoded = Codec.Encode(Sample, Around);
        encoded.Envelope[^5] ^= 1;
        Assert.Throws<RecordDamagedException>(() =>
            Codec.DecodeEnvelope(encoded.Leaf, encoded.Envelope)
        );
    }

    [Fact]
    public void Erased_values_come_back_blank_and_public_ones_stay() =>
        Events.Sample(happened =>
        {
            var encoded = Codec.Encode(happened, Around) with { Open = [] };
            var erased = Assert.IsType<TestEvent.Everything>(Back(encoded));
            Assert.Equal(
                happened with
                {
                    Secret = "",
                    Person = PersonId.Nobody,
                    Member = MemberNo.None,
                    Members = [],
                    Term = Period.Zero,
                    Threshold = new Threshold(default, VoteBase.Cast, Strict: false),
                    Shares = [],
                    Authority = new Authority.Member(MemberNo.None),
                    Yes = false,
                },
                erased
            );
        });

    [Fact]
    public void The_leaf_tells_nothing_that_is_not_public()
    {
        var encoded = Codec.Encode(
            new TestEvent.Noted(3, Around.At, "who was ill on Tuesday"),
            Around
        );
        var leaf = Encoding.UTF8.GetString(encoded.Leaf);
        Assert.DoesNotContain("Tuesday", leaf, StringComparison.Ordinal);
        Assert.DoesNotContain("0a1b", leaf, StringComparison.Ordinal);
        Assert.DoesNotContain("0c2d", leaf, StringComparison.Ordinal);
        Assert.Contains("\"no\":3", leaf, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_values_have_different_digests()
    {
        var one = Codec.Encode(Sample, Around);
        var other = Codec.Encode(Sample, Around);
        Assert.NotEqual(one.Leaf, other.Leaf);
    }

    [Fact]
    public void A_leaf_beyond_64_KiB_is_not_made() =>
        Assert.Throws<LeafTooLargeException>(() =>
            Codec.Encode(
                new TestEvent.Everything(
                    new string('x', Codec.LargestLeaf),
                    "",
                    PersonId.Nobody,
                    MemberNo.None,
                    [],
                    BodyId.Members,
                    default,
                    Period.Zero,
                    new Quantity.Number(1),
                    new Threshold(new Ratio(1, 2), VoteBase.Cast, Strict: true),
                    [],
                    BallotForm.Question,
                    new Authority.Clock(),
                    0,
                    Yes: false
                ),
                Around
            )
        );

    [Fact]
    public void Only_documents_that_the_law_needs_are_loaded()
    {
        var filed = new TestEvent.Filed(
            Document.Of("shown"),
            Document.Of("hidden"),
            Document.Of("needed")
        );
        var encoded = Codec.Encode(filed, Around);
        Assert.Equal(3, encoded.Documents.Count);
        var back = (TestEvent.Filed)
            Codec.Decode(encoded.Type, encoded.Leaf, encoded.Open, _ => "needed");
        Assert.Equal(
            new TestEvent.Filed(
                new Document(filed.Shown.Digest, ""),
                new Document(filed.Hidden.Digest, ""),
                filed.Needed
            ),
            back
        );
    }

    [Fact]
    public void A_property_with_two_classes_is_found_before_anything_is_stored() =>
        Assert.Throws<NotSupportedException>(() => new Catalogue([typeof(TwoClasses)], []));

    [Fact]
    public void A_property_with_no_class_is_found_before_anything_is_stored() =>
        Assert.Throws<NotSupportedException>(() => new Catalogue([typeof(NoClass)], []));

    [Fact]
    public void An_event_of_an_old_version_is_read_as_one_of_today()
    {
        var old = new Codec(new Catalogue([typeof(NotedOnce)], []), RandomNumberGenerator.Fill);
        var encoded = old.Encode(new NotedOnce(7), Around);
        var today = new Codec(
            new Catalogue(
                [typeof(TestEvent.Noted)],
                [
                    new Upcast(
                        "test.noted/0",
                        typeof(NotedOnce),
                        was => new TestEvent.Noted(((NotedOnce)was).Number, default, "")
                    ),
                ]
            ),
            RandomNumberGenerator.Fill
        );
        Assert.Equal(
            new TestEvent.Noted(7, default, ""),
            today.Decode(encoded.Type, encoded.Leaf, encoded.Open, _ => "")
        );
    }

    [Fact]
    public void A_vote_is_no_part_of_the_digest_of_its_command()
    {
        var yes = new Note(1, "a") { Choice = "yes" };
        Assert.Equal(
            CommandDigest.Of(yes, Office.Somebody),
            CommandDigest.Of(yes with { Choice = "no" }, Office.Somebody)
        );
        Assert.NotEqual(
            CommandDigest.Of(yes, Office.Somebody),
            CommandDigest.Of(yes with { Text = "b" }, Office.Somebody)
        );
        Assert.NotEqual(
            CommandDigest.Of(yes, Office.Somebody),
            CommandDigest.Of(yes, new Actor.Founder())
        );
    }

    [Fact]
    public void Subjects_are_read_from_types_and_never_from_sealed_properties()
    {
        var subjects = Subjects.Of(Sample);
        Assert.Equal(["member/2", "member/5", "body/committee"], subjects);
    }

    private static readonly TestEvent.Everything Sample = new(
        "text",
        "secret",
        new PersonId("ab"),
        new MemberNo(9),
        [new MemberNo(2), new MemberNo(5)],
        new BodyId("committee"),
        Around.At,
        Period.FromDays(3),
        new Quantity.Number(1),
        new Threshold(new Ratio(1, 2), VoteBase.Cast, Strict: true),
        [],
        BallotForm.Question,
        new Authority.Clock(),
        long.MaxValue,
        Yes: true
    );

    [Recorded("test.two/1")]
    private sealed record TwoClasses([Public, Members] int No) : Unfit;

    [Recorded("test.none/1")]
    private sealed record NoClass(int No) : Unfit;

    [Recorded("test.noted/0")]
    private sealed record NotedOnce([Public] int Number) : Unfit;

    private abstract record Unfit : Event
    {
        public override Section Evolve(Section section) => section;
    }
}
