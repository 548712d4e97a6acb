using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Domain.Sections;
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
            .Front.Keeping.History(whole, Recording.Subjects.Of(part), 100)
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

    private static async Task Divided(LetterHouse house, SectionId whole)
    {
        await Done(house, whole, 1, new ProposeSeparation("Quay", "Two halls."));
        var matter = house.Front.Read(whole).Section.Matters.All.Keys.Last();
        for (var days = 0; house.Front.Read(whole).Section.Mergers.All.IsEmpty; days++)
        {
            Assert.True(days < 200);
            var stands = house.Front.Read(whole).Section.Matters.All[matter].Stage;
            for (var no = 1; no <= 8; no++)
                if (stands is Stage.Voting voting)
                    await house.Do(whole, Branch.Person(no), new Cast(voting.Box, "for"));
                else if (stands is Stage.Support)
                    await house.Do(whole, Branch.Person(no), new Support(matter));
            await Day(house);
        }
        var merger = house.Front.Read(whole).Section.Mergers.All.Values.Single();
        foreach (var no in new[] { 1, 3, 4, 6, 8 })
            await Done(house, whole, no, new ChooseSide(merger.No, merger.Programme, Goes: true));
        while (house.Front.Read(whole).Section.Mergers.IsUnderWay)
            await Day(house);
    }

    private static async Task Day(LetterHouse house)
    {
        house.Clock.Now += Duration.FromDays(1);
        await house.ActOnWhatIsDue();
    }

    private static async Task Done(LetterHouse house, SectionId section, int no, Command command) =>
        Assert.IsType<Answer.Done>(await house.Do(section, Branch.Person(no), command));
}
