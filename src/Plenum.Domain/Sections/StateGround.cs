using Plenum.Domain.Matters;

namespace Plenum.Domain.Sections;

/// <summary>Grounds are stated while it is open whether a section is taken in, and about nothing else.</summary>
public sealed record NotOpenToGrounds(MatterNo Matter) : Reason("recognition.not-open");

/// <summary>
/// One of those who decide whether a section is taken in says why, for or against. Grounds stand in the register, and those
/// against go to the section that is refused (S19).
/// </summary>
public sealed record StateGround(MatterNo Matter, bool ForTaking, string Words) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Words),
                    Words,
                    Texts.Line,
                    () =>
                    {
                        if (
                            section.Matters.Find(Matter)
                            is not { IsOpen: true, Question: Question.Recognise } matter
                        )
                            return new NotOpenToGrounds(Matter).By(
                                section.Rules.Membership.Article
                            );
                        var article = matter.Procedure.Article;
                        if (
                            !section.IsElector(matter.Procedure.Electorate, member.No, occasion.Now)
                        )
                            return new NotAnElector(Matter).By(article);
                        return Ruling.Under(
                            new Authority.Member(member.No),
                            article,
                            new RecognitionEvent.GroundStated(Matter, member.No, ForTaking, Words)
                        );
                    }
                )
        );
}
