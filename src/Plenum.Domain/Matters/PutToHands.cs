using Plenum.Domain.Bodies;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>Only a motion before all members that waited for this meeting of theirs; never basic law, never in secret.</summary>
public sealed record NotForHands(MatterNo Matter) : Reason("hands.not-for-hands");

/// <summary>Whoever chairs the sitting puts a motion to it.</summary>
public sealed record NotInTheChair(SittingNo Sitting)
    : Reason("hands.not-in-the-chair", ReasonKind.NotYou);

/// <summary>Two members who are present, neither of whom chairs or moved the motion.</summary>
public sealed record UnfitTellers() : Reason("hands.unfit-tellers", ReasonKind.NotThis);

/// <summary>Somebody wanted the vote by name: then everybody votes so.</summary>
public sealed record ByNameInstead(MatterNo Matter) : Reason("hands.by-name-instead");

/// <summary>The chair puts a motion to the meeting: hands are raised, two tellers count.</summary>
public sealed record PutToHands(
    MatterNo Matter,
    SittingNo Sitting,
    MemberNo FirstTeller,
    MemberNo SecondTeller
) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.AtSitting(
                    Sitting,
                    occasion.Now,
                    sitting =>
                    {
                        if (section.Matters.Find(Matter) is not { } matter)
                            return new NoSuchMatter(Matter);
                        var article = matter.Procedure.Article;
                        if (sitting.Stage != SittingStage.Open)
                            return new SittingNotOpen(Sitting).By(article);
                        if (sitting.Chair != member.No)
                            return new NotInTheChair(Sitting).By(article);
                        if (matter.Hands.IsOver)
                            return new ByNameInstead(Matter).By(article);
                        if (!Hands.MayBeRaised(section, matter, sitting))
                            return new NotForHands(Matter).By(article).ByCharter("C7");
                        var present = Attendance.Counted(section, sitting, occasion.Now);
                        var needed = Attendance.Needed(section, sitting);
                        if (present < needed)
                            return new NoQuorumYet(
                                present,
                                needed,
                                section.Bodies.NextAt(Sitting)
                            ).By(section.Rules.Quorum.Article);
                        return
                            IsFit(FirstTeller, matter, sitting)
                            && IsFit(SecondTeller, matter, sitting)
                            && FirstTeller != SecondTeller
                            ? Ruling.Under(
                                new Authority.Member(member.No),
                                article,
                                new MattersEvent.PutToHands(
                                    Matter,
                                    Sitting,
                                    [FirstTeller, SecondTeller],
                                    present,
                                    needed
                                )
                            )
                            : new UnfitTellers().By(article);
                    }
                )
        );

    private static bool IsFit(MemberNo teller, Matter matter, Sitting sitting) =>
        sitting.Present.Contains(teller) && teller != sitting.Chair && teller != matter.By;
}
