namespace Plenum.Domain.Membership;

/// <summary>Nobody is restoring this person's sign-in.</summary>
public sealed record NobodyRestores(MemberNo Member) : Reason("sign-in.nobody-restores");

/// <summary>
/// Somebody objects to the restoring of a sign-in, and it stops. Whoever reads the letter may, signed in or not: the
/// owner whose sign-in is being taken has perhaps nothing else.
/// </summary>
public sealed record KeepSignIn(MemberNo Member) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.Actor is Actor.Anyone
            ? Keep(section)
            : section.AsPerson(occasion, _ => Keep(section));

    private Ruling Keep(Section section) =>
        section.Membership.RestoringOf(Member).By.Count == 0
            ? new NobodyRestores(Member).By(section.Rules.Keepers.Article)
            : Ruling.Under(
                new Authority.Anyone(),
                section.Rules.Keepers.Article,
                new MembershipEvent.SignInKept(Member)
            );
}
