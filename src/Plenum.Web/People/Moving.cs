using Microsoft.AspNetCore.Http;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;
using Plenum.Web.Speech;

namespace Plenum.Web.People;

/// <summary>
/// A new address counts once a button behind a link in a letter to it was pressed; the old one is told at both times, so
/// that whoever took over a session cannot move the letters away unseen.
/// </summary>
public sealed class Moving(
    PeopleBook people,
    Persons persons,
    SignInMail letters,
    Mailer mailer,
    Outbox outbox,
    PlenumWebOptions options
)
{
    /// <summary>What the page says then.</summary>
    public async Task<string> To(HttpContext context, Here here, PersonalData data)
    {
        var before = persons.Of(here.Person);
        var waits = data.Email.Length > 0 && mailer.LeavesThisComputer;
        people.Write(here.Person, waits ? data with { Email = before.Email } : data);
        if (!waits)
        {
            persons.DropMove(here.Person);
            await Tell(before.Email, here.S, "me.moved.text");
            return "saved";
        }
        if (!letters.MayWrite(data.Email))
            return "letters";
        var token = persons.AskMove(here.Person, data.Email, here.Now);
        var link = SigningIn.AddressOf(context, options) + "/address/confirm?token=" + token;
        await outbox.Post(
            new Message(
                data.Email,
                here.S["address.letter.subject"],
                here.S[
                    "address.letter.text",
                    ("name", Names.InLetter(data.Name)),
                    ("link", link),
                    ("until", here.Now + Accounts.ConfirmationLasts)
                ]
            )
        );
        await Tell(before.Email, here.S, "me.moving.text");
        return "confirm";
    }

    /// <summary>Whether the token moved somebody's address.</summary>
    public async Task<bool> Confirm(Here here, string token)
    {
        var (person, before) = persons.Move(token, here.Now);
        if (person == PersonId.Nobody)
            return false;
        await Tell(before, here.S, "me.moved.text");
        return true;
    }

    private Task Tell(string before, Sentences s, string what) =>
        before.Length > 0
            ? outbox.Post(new Message(before, s["me.moved.subject"], s[what]))
            : Task.CompletedTask;
}
