using NodaTime;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Mandates;

/// <summary>Mandates are carried over while a section is founded; afterwards its seats are filled by its own elections (C13).</summary>
public sealed record FoundingIsOver() : Reason("carry-over.founding-is-over");

/// <summary>
/// Whoever founds a section for an organisation that exists carries its roll and its running mandates over. Everybody on
/// the roll is a member once they accept; a mandate begins when the section is constituted and keeps its original end.
/// </summary>
public sealed record CarryOver(
    EquatableArray<Invitation> People,
    EquatableArray<CarriedMandate> Mandates
) : Command
{
    public const int LongestEvidence = 2_000;

    public override Ruling Decide(Section section, Occasion occasion)
    {
        if (occasion.Actor is not Actor.Founder)
            return new NotTheFounder().By(Begin.Charter);
        if (section.Sections.Founding != Founding.Circle)
            return new FoundingIsOver().By(Begin.Charter).ByCharter("C13");
        if (Mandates.Count > Invitations.MostAtOnce)
            return new TooManyAtOnce(Mandates.Count, Invitations.MostAtOnce);
        foreach (var early in People.Where(i => i.MemberSince > occasion.Now))
            return new SinceTheFuture(early.MemberSince);
        var unfolding = new Unfolding(section);
        EquatableArray<Invitation> others = [.. People.Where(i => !IsOlder(unfolding, i))];
        return others.Count == 0 && People.Count + Mandates.Count > 0
            ? Carry(unfolding, occasion.Now)
            : Invitations.Each(unfolding, others, () => Carry(unfolding, occasion.Now));
    }

    // A section begins with somebody and on that day; the roll has them since an earlier one.
    private static bool IsOlder(Unfolding unfolding, Invitation invitation)
    {
        var known = unfolding.Section.Membership.Of(invitation.Person);
        if (
            known.Standing is not Standing.Invited invited
            || invited.MemberSince <= invitation.MemberSince
        )
            return false;
        unfolding.Then(
            new MembershipEvent.Invited(known.No, invitation.Person, invitation.MemberSince)
        );
        return true;
    }

    private Ruling Carry(Unfolding unfolding, Instant now)
    {
        foreach (var mandate in Mandates)
        {
            if (CarriedMandates.Fault(unfolding.Section, mandate, now) is { } fault)
                return fault.By(unfolding.Section.Rules.Terms.Article).ByCharter("C13");
            unfolding.Then(CarriedMandates.Of(unfolding.Section, mandate));
        }
        return new Ruling.InOrder(new Authority.Founders(), Begin.Charter, unfolding.Events, []);
    }
}
