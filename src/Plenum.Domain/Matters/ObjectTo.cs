namespace Plenum.Domain.Matters;

/// <summary>Only a change called mere wording can be objected to, while it is published.</summary>
public sealed record NotOpenToObjection(MatterNo Matter) : Reason("matter.not-open-to-objection");

/// <summary>A member objects to a change called mere wording; a few bring it to a vote (C8).</summary>
public sealed record ObjectTo(MatterNo Matter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.Matters.Find(Matter) switch
                {
                    null => new NoSuchMatter(Matter),
                    { } matter when IsOpen(matter) && !matter.Objectors.Contains(member.No) =>
                        Ruling.Under(
                            new Authority.Member(member.No),
                            matter.Procedure.Article,
                            new MattersEvent.Objected(Matter, member.No)
                        ),
                    { } matter => new NotOpenToObjection(Matter)
                        .By(matter.Procedure.Article)
                        .ByCharter("C8"),
                }
        );

    /// <summary>Mere wording before the members, published and adopted unless a few object; those below could not object here.</summary>
    public static bool IsOpen(Matter matter) =>
        matter
            is {
                Question: Question.AmendStatutes { Direction: ChangeDirection.Wording },
                Stage: Stage.Debate
            }
        && matter.Procedure.Electorate == Statutes.BodyId.Members;
}
