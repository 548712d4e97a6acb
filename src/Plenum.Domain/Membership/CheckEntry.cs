namespace Plenum.Domain.Membership;

/// <summary>Only those drawn for it check, and nobody checks their own entry.</summary>
public sealed record NotForYouToCheck(MemberNo Entry)
    : Reason("roll-check.not-for-you", ReasonKind.NotYou);

/// <summary>This entry was not drawn, or the check is over.</summary>
public sealed record NotToBeChecked(MemberNo Entry) : Reason("roll-check.not-to-be-checked");

/// <summary>
/// An auditor says of an entry whether there is such a person and they are a member. Nobody loses a right by it: what is
/// found stands on the record, and what follows goes its own way (C5).
/// </summary>
public sealed record CheckEntry(MatterNo Check, MemberNo Entry, bool Sound, string Words) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var article = section.Rules.Initiative.Article;
                var check = section.Membership.CheckOf(Check);
                if (!check.IsRunning || occasion.Now >= check.Until)
                    return new NotToBeChecked(Entry).By(article);
                if (!check.Auditors.Contains(member.No) || member.No == Entry)
                    return new NotForYouToCheck(Entry).By(article).ByCharter("C19");
                if (!check.Entries.Contains(Entry) || check.Found.ContainsKey(Entry))
                    return new NotToBeChecked(Entry).By(article);
                if (Words.Length > Texts.Line)
                    return new TextTooLong(nameof(Words), Words.Length, Texts.Line);
                var unfolding = new Unfolding(section).Then(
                    new MembershipEvent.EntryChecked(Check, Entry, member.No, Sound, Words)
                );
                if (check.Found.Count + 1 == check.Entries.Count)
                    RollChecks.End(unfolding, Check, occasion.Now);
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
