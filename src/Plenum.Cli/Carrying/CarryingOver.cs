using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Web.People;

namespace Plenum.Cli.Carrying;

/// <summary>
/// Carries a tree over, section by section. Each command has a name of its own that the files give it, so that whoever is
/// interrupted begins again and nothing is done twice.
/// </summary>
internal sealed class CarryingOver(
    Front front,
    Persons persons,
    Accounts accounts,
    Post post,
    IClock clock,
    Words words
)
{
    public async Task Act(Plan plan, Action<int> told)
    {
        var ids = plan.Places.ToDictionary(p => p.Key, p => p.Id, StringComparer.Ordinal);
        if (front.Sections.Except(ids.Values).Any())
            throw new TroubleException(words["carry.others"], Exit.No);
        Forget();
        var done = 0;
        foreach (var place in plan.Places)
        {
            await Fill(place);
            done += place.Roll.Count;
            told(done);
        }
        foreach (var place in plan.Places)
            await Each(place, "below", Acts.Expects(place));
        foreach (var place in plan.Places)
            await Each(place, "congress", Acts.Seats(place));
        foreach (var place in plan.Places)
            await Each(place, "above", Acts.Joins(place, key => ids[key]));
        await post.Deliver();
    }

    // Whoever was entered for a command that never came has no section, and would be there twice.
    private void Forget()
    {
        var known = front
            .Sections.SelectMany(s => front.Read(s).Section.Membership.ByPerson.Keys)
            .ToHashSet();
        accounts.RemoveAll([
            .. accounts.All().Select(a => a.Person).Where(p => !known.Contains(p)),
        ]);
    }

    private async Task Fill(Place place)
    {
        var roll = Acts.InOrder(place);
        var from = Here(place);
        if (from == 0)
        {
            var first = Entered([roll[0]])[0].Person;
            Done(
                place,
                await front.Found(Named(place, "begin", 0), Acts.Begins(place, first), Founder)
            );
            from = 1;
        }
        var begun = front.Read(place.Id).Section.Membership.Of(new MemberNo(1)).Person;
        await Each(place, "first", [Acts.Carries([(begun, roll[0])])]);
        foreach (var chunk in roll.Skip(from).Chunk(Invitations.MostAtOnce))
        {
            var id = Named(place, "roll", Here(place));
            Done(place, await front.Send(place.Id, id, Acts.Carries(Entered(chunk)), Founder));
        }
        var section = front.Read(place.Id).Section;
        var numbers = new Dictionary<Somebody, MemberNo>(ReferenceEqualityComparer.Instance);
        foreach (var somebody in roll)
            numbers[somebody] = new MemberNo(numbers.Count + 1);
        await Each(place, "seats", Acts.Sends(place));
        await Each(
            place,
            "mandates",
            Acts.Mandates(place, s => section.Membership.Of(numbers[s]).Person)
        );
    }

    private static Actor Founder => new Actor.Founder();

    private int Here(Place place) => front.Read(place.Id).Section.Membership.Members.Count;

    private (PersonId Person, Somebody Of)[] Entered(Somebody[] people)
    {
        (PersonId Person, Somebody Of)[] entering =
        [
            .. people.Select(s => (SigningIn.NewPerson(), s)),
        ];
        persons.Enter([.. entering.Select(e => (e.Person, e.Of.Data))], clock.GetCurrentInstant());
        return entering;
    }

    private async Task Each(Place place, string what, IEnumerable<Domain.Command> commands)
    {
        var no = 0;
        foreach (var command in commands)
            Done(place, await front.Send(place.Id, Named(place, what, no++), command, Founder));
    }

    private static CommandId Named(Place place, string what, int no) =>
        CommandId.OfCarryOver(place.Nonce, what, no);

    private void Done(Place place, Answer answer)
    {
        if (answer is Answer.Refused refused)
            throw new TroubleException(
                words["carry.refused", ("what", $"{place.Key}: {refused.Reason}")],
                Exit.No
            );
    }
}
