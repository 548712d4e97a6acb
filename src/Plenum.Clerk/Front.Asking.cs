using System.Text;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk;

public sealed partial class Front
{
    /// <summary>Asks for something under an id from outside, which belongs to whoever asks.</summary>
    public Task<Answer> Send(SectionId section, GivenId given, Command command, Actor actor) =>
        given.IsUsable
            ? Ask(section, CommandId.Given(given, actor), command, actor)
            : Task.FromResult<Answer>(new Answer.Refused(new UnusableCommandId()));

    /// <summary>Asks for something under an id of the house; answers when it is durable, or when it is clear that it will not happen.</summary>
    public async Task<Answer> Send(SectionId section, CommandId id, Command command, Actor actor)
    {
        var answer = await Ask(section, id, command, actor);
        return IsTaken(answer, actor)
            ? await Ask(section, id.Anew(_around.Draw()), command, actor)
            : answer;
    }

    private Task<Answer> Ask(SectionId section, CommandId id, Command command, Actor actor)
    {
        if (_stopping)
            return Task.FromResult<Answer>(new Answer.Unavailable(Hindrance.Stopping));
        if (!_owners.TryGetValue(section, out var owner))
            return Task.FromResult<Answer>(new Answer.Refused(new NoSuchSection()));
        try
        {
            return owner.Ask(new Asked(id, command, actor, _around.Draw()));
        }
        catch (EncoderFallbackException)
        {
            return Task.FromResult<Answer>(new Answer.Refused(new NotText()));
        }
    }

    /// <summary>Asks for a new section under an id from outside.</summary>
    public Task<Answer> Found(GivenId given, Command command, Actor actor) =>
        given.IsUsable
            ? Begin(CommandId.Given(given, actor), command, actor)
            : Task.FromResult<Answer>(new Answer.Refused(new UnusableCommandId()));

    /// <summary>Asks for a new section under an id of the house.</summary>
    public async Task<Answer> Found(CommandId id, Command command, Actor actor)
    {
        var answer = await Begin(id, command, actor);
        return IsTaken(answer, actor)
            ? await Begin(id.Anew(_around.Draw()), command, actor)
            : answer;
    }

    // The name of a section follows from its own first event.
    private async Task<Answer> Begin(CommandId id, Command command, Actor actor)
    {
        if (_stopping)
            return new Answer.Unavailable(Hindrance.Stopping);
        var now = _around.Clock.GetCurrentInstant();
        now = NodaTime.Instant.FromUnixTimeTicks(now.ToUnixTimeTicks());
        var asked = new Asked(id, command, actor, _around.Draw()) { Arrived = now };
        if (Keeping.AnswerOf(id, asked.Digest) is { } known)
            return known;
        var ruling = command.Decide(Section.Unfounded, new Occasion(now, actor, asked.Drawn));
        if (ruling is Ruling.OutOfOrder(var reason))
            return new Answer.Refused(reason);
        var founded = Replay.Fold(((Ruling.InOrder)ruling).Events).Id;
        var owner = OwnerOf(founded, (View.Unfounded, 0));
        _list.Add(founded);
        var answer = await owner.Ask(asked);
        // Somebody else's answer came back, or none: the section that was to be founded is not.
        if (owner.View.Version == 0 && _owners.TryRemove(founded, out _))
        {
            _list.Remove(founded);
            await owner.Stop();
        }
        return answer;
    }

    // Before ids named their giver anybody could take one that clock and post would use. They are asked for again under
    // another, because the law does nothing of theirs twice, whatever it is called.
    private static bool IsTaken(Answer answer, Actor actor) =>
        answer is Answer.IdReused && actor is Actor.Clock or Actor.Post;
}
