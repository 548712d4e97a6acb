using Microsoft.AspNetCore.Http;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.Doors;
using Plenum.Web.People;
using Answer = Plenum.Clerk.Answer;

namespace Plenum.Web.Import;

/// <summary>One person invited by hand: into the vault, onto the record, a letter after them.</summary>
public sealed class Inviting(
    Front front,
    PeopleBook people,
    Persons persons,
    Accounts accounts,
    Importing importing,
    InvitationLetters letters
)
{
    public async Task<Answer> Invite(HttpContext context, Here here, PersonalData data)
    {
        var person = SigningIn.NewPerson();
        accounts.Create(person, here.Now);
        people.Write(person, data);
        var answer = await front.Send(
            here.Id,
            CommandId.OfInvitation(person),
            new Invite(person, here.Now),
            Actor.Self(here.Person)
        );
        if (answer is Answer.Done)
            await letters.Send(context, here, person, data);
        else
            importing.Forget(here, person);
        return answer;
    }

    /// <summary>Writes once more to somebody who has not accepted yet.</summary>
    public async Task WriteAgain(HttpContext context, Here here, Member invited)
    {
        if (invited.Standing is Standing.Invited)
            await letters.Send(context, here, invited.Person, persons.Of(invited.Person));
    }

    /// <summary>Takes one invitation back and forgets whom it was for.</summary>
    public async Task<Answer> Withdraw(Here here, Member invited)
    {
        var answer = await front.Send(
            here.Id,
            CommandId.OfWithdrawal(Guid.NewGuid()),
            new WithdrawInvitation(invited.No),
            Actor.Self(here.Person)
        );
        if (answer is Answer.Done)
        {
            letters.TakeBack([invited.Person]);
            importing.Forget(here, invited.Person);
        }
        return answer;
    }
}
