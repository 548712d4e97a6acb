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
    public Task Send(HttpContext context, Here here, PersonId person, PersonalData data) =>
        SendAll(AddressOf(context), here, [(person, data)]);

    /// <summary>Where people reach this house.</summary>
    public string AddressOf(HttpContext context) => SigningIn.AddressOf(context, options);

    /// <summary>A letter to everybody who has an address; the links of all are kept in one write.</summary>
    public async Task SendAll(
        string house,
        Here here,
        IReadOnlyList<(PersonId Person, PersonalData Data)> invited
    )
    {
        var reached = invited.Where(i => Mailer.IsAddress(i.Data.Email)).ToArray();
        var tokens = accounts.IssueLinks(
            [.. reached.Select(i => i.Person)],
            here.Now,
            Accounts.InvitationLasts
        );
        await Parallel.ForEachAsync(
            reached.Zip(tokens),
            async (one, _) => await outbox.Post(Letter(house, here, one.First, one.Second), default)
        );
    }

    /// <summary>Letters to these people that have not left are not sent; what a mail server has taken nobody calls back.</summary>
    public void TakeBack(IReadOnlyCollection<PersonId> people) =>
        outbox.TakeBack([.. people.Select(p => p.Value)]);

    private static Message Letter(
        string house,
        Here here,
        (PersonId Person, PersonalData Data) invited,
        string token
    )
    {
        var (person, data) = invited;
        var join = Uri.EscapeDataString(here.Url("join"));
        var name = here.Section.Sections.Name;
        return new Message(
            data.Email,
            here.S["invite.letter.subject", ("section", name)],
            here.S[
                "invite.letter.text",
                ("name", Names.InLetter(data.Name)),
                ("section", name),
                ("link", $"{house}/sign-in/link?token={token}&back={join}"),
                ("later", $"{house}/sign-in?back={join}")
            ],
            person.Value
        );
    }
}
