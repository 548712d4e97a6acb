using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Letters;
using Plenum.Domain.Membership;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>Sections under the real law in one folder, with a calendar that is told when and a post that is told to go.</summary>
internal sealed class LetterHouse : IAsyncDisposable
{
    private readonly Store.DataFolder _folder;
    private readonly Store.Record _record;
    private int _commands;

    public LetterHouse(string path, Instant now)
    {
        Clock.Now = now;
        _folder = Store.DataFolder.Open(path);
        _record = Store.Record.Open(_folder);
        Front = new Front(
            new Keeping(
                _record,
                new Codec(Catalogue.Of(typeof(Section).Assembly), RandomNumberGenerator.Fill)
            ),
            new Surroundings(Clock, RandomNumberGenerator.Fill),
            NullLogger<Front>.Instance
        );
    }

    public MovedClock Clock { get; } = new();

    public Front Front { get; }

    /// <summary>What one record has sent and the other has not received.</summary>
    public IReadOnlyList<(SectionId From, LettersEvent.Sent Sent)> OnTheWay =>
        [
            .. from sender in Front.Sections
            from to in Front.Read(sender).Section.Letters.LastSent.Keys
            from sent in Post.Undelivered(
                Front.Keeping,
                sender,
                to,
                Front.Read(to).Section.Letters.ReceivedFrom(sender) + 1
            )
            where sent.No > Front.Read(to).Section.Letters.ReceivedFrom(sender)
            select (sender, sent),
        ];

    /// <summary>A section of five, or of more, who have all accepted.</summary>
    public async Task<SectionId> Found(
        string name,
        string statutes,
        Func<int, PersonId> person,
        int members = 5
    )
    {
        var id = Domain.Sections.Begin.IdOf(name, statutes, SmallBranch.ProgrammeText, "nonce");
        await Front.Found(
            new GivenId("found/" + name),
            new Domain.Sections.Begin(
                id,
                name,
                "Europe/Berlin",
                statutes,
                SmallBranch.ProgrammeText,
                Enumerable.Range(1, members).Select(person).ToEquatable(),
                "nonce"
            ),
            new Actor.Founder()
        );
        foreach (var no in Enumerable.Range(1, members))
            Assert.IsType<Answer.Done>(await Do(id, person(no), new AcceptInvitation(1, "")));
        return id;
    }

    public Task<Answer> Do(SectionId section, PersonId person, Command command) =>
        Front.Send(
            section,
            new GivenId(FormattableString.Invariant($"{Guid.NewGuid()}/{++_commands}")),
            command,
            Actor.Self(person)
        );

    /// <summary>Hands one letter over under an id of its own, in its turn or not; says whether it was taken.</summary>
    public async Task<bool> Hand((SectionId From, LettersEvent.Sent Sent) one) =>
        await Front.Send(
            one.Sent.To,
            Ids.Recorded(Guid.NewGuid().ToString("N")),
            new Receive(one.From, one.Sent.No, one.Sent.Letter),
            new Actor.Post()
        ) is Answer.Done;

    public Task Deliver() => new Post(Front, NullLogger<Post>.Instance).Deliver();

    public Task ActOnWhatIsDue() =>
        new Calendar(
            Front,
            Deadlines.CommandFor,
            Clock,
            NullLogger<Calendar>.Instance
        ).ActOnWhatIsDue();

    public async ValueTask DisposeAsync()
    {
        await Front.DisposeAsync();
        _record.Dispose();
        _folder.Dispose();
    }
}
