using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>Only whoever was refused appeals.</summary>
public sealed record NotRefused() : Reason("member.not-refused", ReasonKind.NotYou);

public sealed record TooLateToAppeal(Instant AppealBy) : Reason("member.too-late-to-appeal");

/// <summary>A refused applicant asks the members, who decide secretly (S08).</summary>
public sealed record Appeal : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsPerson(
            occasion,
            person =>
            {
                var applicant = section.Membership.Of(person);
                if (applicant.Standing is not Standing.Refused refused)
                    return new NotRefused();
                var article = section.Rules.Membership.Article;
                if (Admissions.IsBeforeTheMembers(section, applicant.No))
                    return new BeforeTheMembers(applicant.No).By(article);
                if (occasion.Now >= refused.AppealBy)
                    return new TooLateToAppeal(refused.AppealBy).By(article);
                return Ruling.Under(
                    new Authority.Anyone(),
                    article,
                    Admissions.PutToTheMembers(section, applicant.No, occasion.Now)
                );
            }
        );
}
