using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Domain.Programme;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>A section divides, and the post founds the other part in a record of its own (S03, C21).</summary>
public sealed class SeparationTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("plenum-part-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task The_part_is_founded_once_and_names_where_the_record_forks()
    {
        var now = Instant.FromUtc(2027, 1, 4, 12, 0);
        var house = new LetterHouse(_path, now);
        var whole = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person, 8);
        await Divided(house, whole);
        var part = house.Front.Read(whole).Section.Mergers.All.Values.Single().With;
        Assert.Equal(0, house.Front.Read(part).Version);

        await house.Deliver();
        var began = house.Front.Read(part);
        Assert.Equal("Quay", began.Section.Sections.Name);
        Assert.Equal(5, began.Section.Membership.InGoodStanding);
        Assert.Equal(3, house.Front.Read(whole).Section.Membership.InGoodStanding);
        Assert.Equal(Founding.Constituted, began.Section.Sections.Founding);
        // The entry it names is the one with which the other's record sent it on its way.
        var fork = began.Section.Mergers.All.Values.Single().Fork;
        var entry = house
            .Front.Keeping.History(whole, Subjects.Of(part), 100)
            .Single(h => h.Entry.Version == fork.Version);
        Assert.Equal(1, Assert.IsType<LettersEvent.Sent>(entry.Event).No);
        Assert.Equal(Digest.Of(entry.Entry.Leaf.Span), fork.Leaf);

        now = house.Clock.Now;
        await house.DisposeAsync();
        house = new LetterHouse(_path, now);
        await house.Deliver();
        Assert.Empty(house.OnTheWay);
        Assert.Equal(began.Version, house.Front.Read(part).Version);
        Assert.Equal(2, house.Front.Sections.Length);
        await house.DisposeAsync();
    }

    [Fact]
    public async Task The_part_goes_by_the_texts_as_they_were_amended()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var whole = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person, 8);
        var founded = house.Front.Read(whole).Section;
        await Carried(
            house,
            whole,
            AmendmentOf(founded, "motions", "vote_lasts: P3D", "vote_lasts: P4D")
        );
        await Carried(
            house,
            whole,
            new AmendProgramme(
                "One more",
                founded.Programme.Text.Write() + "\n12. Bread.\n",
                founded.Programme.Digest
            )
        );
        var amended = house.Front.Read(whole).Section;
        Assert.NotEqual(founded.Statutes.Book.Draft.Digest, amended.Statutes.Book.Draft.Digest);
        Assert.NotEqual(founded.Programme.Digest, amended.Programme.Digest);
        await Divided(house, whole);
        await house.Deliver();

        var part = house.Front.Read(PartOf(house, whole)).Section;
        Assert.Equal(amended.Statutes.Book.Draft.Digest, part.Statutes.Book.Draft.Digest);
        Assert.Equal(amended.Programme.Digest, part.Programme.Digest);
        Assert.Equal(5, part.Membership.InGoodStanding);
    }

    [Fact]
    public async Task Letters_last_first_and_twice_with_a_restart_before_each_end_the_same()
    {
        var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var whole = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person, 8);
        await Divided(house, whole);
        var part = PartOf(house, whole);
        var begin = First(house, whole);
        Assert.IsType<Answer.Done>(await Begin(house, begin));
        var taken = 0;
        while (house.OnTheWay is { Count: > 0 } letters)
        {
            var now = house.Clock.Now;
            await house.DisposeAsync();
            house = new LetterHouse(_path, now);
            foreach (var letter in letters.Reverse())
                if (await house.Hand(letter))
                {
                    taken++;
                    Assert.False(await house.Hand(letter));
                }
        }
        // The first letter, five who come, and that all have.
        Assert.Equal(7, taken);
        Assert.Equal(
            new Answer.Refused(new AlreadyBegun()),
            Assert.IsType<Answer.Refused>(await Begin(house, begin))
        );
        await house.Deliver();
        var began = house.Front.Read(part).Section;
        Assert.Equal(5, began.Membership.InGoodStanding);
        Assert.Equal(3, house.Front.Read(whole).Section.Membership.InGoodStanding);
        Assert.Equal(Founding.Constituted, began.Sections.Founding);
        Assert.Equal(2, house.Front.Sections.Length);
        await house.DisposeAsync();
    }

    /// <summary>The names of both sections and the number of a letter are known to every member.</summary>
    [Fact]
    public async Task A_member_who_takes_the_ids_of_coming_letters_holds_none_of_them_up()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var whole = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person, 8);
        await Divided(house, whole);
        var part = PartOf(house, whole);
        string[] ids =
        [
            Digest.Of($"part/{whole}/{part}").Hex,
            .. Enumerable
                .Range(1, 9)
                .SelectMany(no =>
                    new[] { $"letter/{whole}/{part}/{no}", $"letter/{part}/{whole}/{no}" }
                )
                .Select(text => Digest.Of(text).Hex),
        ];
        foreach (var id in ids)
            Assert.IsType<Answer.Done>(
                await house.Front.Send(
                    whole,
                    new GivenId(id),
                    new Domain.Motions.PutMotion("Lamps", id, BodyId.Members, [], [], default),
                    Actor.Self(Branch.Person(2))
                )
            );

        await house.Deliver();
        Assert.Empty(house.OnTheWay);
        Assert.Equal(5, house.Front.Read(part).Section.Membership.InGoodStanding);
    }

    private static SectionId PartOf(LetterHouse house, SectionId whole) =>
        house.Front.Read(whole).Section.Mergers.All.Values.Single().With;

    // What the post gives when it finds the first letter.
    private static BeginApart First(LetterHouse house, SectionId whole)
    {
        var (_, sent) = house.OnTheWay.Single(l => l.Sent.No == 1);
        var letter = Assert.IsType<Letter.OnMerger>(sent.Letter);
        var begins = Assert.IsType<MergerLetter.PartBegins>(letter.Letter);
        var keeping = house.Front.Keeping;
        var entry = keeping.History(whole, Subjects.Of(sent.To), 100)[^1].Entry;
        return new BeginApart(
            whole,
            begins,
            keeping.Content(begins.Statutes),
            keeping.Content(begins.Programme),
            (int)entry.Version,
            Digest.Of(entry.Leaf.Span)
        );
    }

    private static Task<Answer> Begin(LetterHouse house, BeginApart begin) =>
        house.Front.Found(Ids.Recorded(Guid.NewGuid().ToString("N")), begin, new Actor.Post());

    private static Amend AmendmentOf(Section section, string article, string old, string now) =>
        new("A change", [section.Change(new ArticleId(article), old, now)]);

    private static async Task Divided(LetterHouse house, SectionId whole)
    {
        await Carried(house, whole, new ProposeSeparation("Quay", "Two halls."));
        var merger = house.Front.Read(whole).Section.Mergers.All.Values.Single();
        foreach (var no in new[] { 1, 3, 4, 6, 8 })
            await Done(house, whole, no, new ChooseSide(merger.No, merger.Programme, Goes: true));
        while (house.Front.Read(whole).Section.Mergers.IsUnderWay)
            await Day(house);
    }

    // Everybody signs what the first of them puts, and votes for it.
    private static async Task Carried(LetterHouse house, SectionId whole, Command command)
    {
        await Done(house, whole, 1, command);
        var matter = house.Front.Read(whole).Section.Matters.All.Keys.Last();
        for (var days = 0; ; days++)
        {
            Assert.True(days < 200);
            var stands = house.Front.Read(whole).Section.Matters.All[matter].Stage;
            if (stands is Stage.Settled)
                return;
            for (var no = 1; no <= 8; no++)
                if (stands is Stage.Voting voting)
                    await house.Do(whole, Branch.Person(no), new Cast(voting.Box, "for"));
                else if (stands is Stage.Support)
                    await house.Do(whole, Branch.Person(no), new Support(matter));
            await Day(house);
        }
    }

    private static async Task Day(LetterHouse house)
    {
        house.Clock.Now += Duration.FromDays(1);
        await house.ActOnWhatIsDue();
    }

    private static async Task Done(LetterHouse house, SectionId section, int no, Command command) =>
        Assert.IsType<Answer.Done>(await house.Do(section, Branch.Person(no), command));
}
