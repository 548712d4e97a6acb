using Microsoft.AspNetCore.Http;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Web.Doors;
using Plenum.Web.People;

namespace Plenum.Web.Import;

/// <summary>
/// The letter to somebody invited: a link that lets them in to read the programme and accept it, or not. Nobody is a
/// member because somebody else wrote them on a list (C19).
/// </summary>
public sealed class InvitationLetters(Accounts accounts, Outbox outbox, PlenumWebOptions options)
{
    public async Task Send(HttpContext context, Here here, PersonId person, PersonalData data)
    {
        if (!Mailer.IsAddress(data.Email))
            return;
        var house = SigningIn.AddressOf(context, options);
        var join = Uri.EscapeDataString(here.Url("join"));
        var token = accounts.IssueLink(person, here.Now, Accounts.InvitationLasts);
        var name = here.Section.Sections.Name;
        await outbox.Post(
            new Message(
                data.Email,
                here.S["invite.letter.subject", ("section", name)],
                here.S[
                    "invite.letter.text",
                    ("name", data.Name),
                    ("section", name),
                    ("link", $"{house}/sign-in/link?token={token}&back={join}"),
                    ("later", $"{house}/sign-in?back={join}")
                ]
            ),
            context.RequestAborted
        );
    }
}
