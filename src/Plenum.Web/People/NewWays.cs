using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;
using Plenum.Web.Speech;

namespace Plenum.Web.People;

/// <summary>Whoever gets a new way in is told by letter, so that one made by somebody else is not unseen.</summary>
public sealed class NewWays(Persons persons, Outbox outbox, DoorLog door)
{
    public async Task Tell(Here here, PersonId person, WayIn way)
    {
        door.Made(way);
        if (persons.Of(person).Email is { Length: > 0 } address)
            await outbox.Post(
                new Message(
                    address,
                    here.S["new-way.letter.subject"],
                    here.S["new-way.letter.text", ("way", here.S.Word(way)), ("at", here.Now)]
                )
            );
    }
}
