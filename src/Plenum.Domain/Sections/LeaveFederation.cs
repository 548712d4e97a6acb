using Plenum.Domain.Matters;

namespace Plenum.Domain.Sections;

/// <summary>There is no federation to leave.</summary>
public sealed record NotAffiliated() : Reason("affiliation.none");

/// <summary>Members put to all members that the section leave its federation; nobody above has a say (C21).</summary>
public sealed record LeaveFederation(string Why) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var federation = section.Sections.Tree.Federation;
                if (federation == Affiliation.None)
                    return new NotAffiliated().By(section.Rules.Amendment.Article);
                return Joining.PutToTheMembers(
                    section,
                    occasion,
                    member.No,
                    Why,
                    document => new Question.Leave(federation.Federation, document)
                );
            }
        );
}
