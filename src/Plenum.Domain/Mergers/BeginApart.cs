using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Programme;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mergers;

/// <summary>These are not the texts that the section which divided went by.</summary>
public sealed record OtherTexts() : Reason("merger.other-texts", ReasonKind.NotThis);

/// <summary>
/// The post founds the part of a section that divided, with the first letter to it and the texts that this names. The
/// members come with the letters after it.
/// </summary>
public sealed record BeginApart(
    SectionId From,
    MergerLetter.PartBegins Part,
    string StatutesText,
    string ProgrammeText,
    int Version,
    Digest Leaf
) : Command
{
    public override Ruling Decide(Section section, Occasion occasion)
    {
        if (occasion.Actor is not Actor.Post)
            return new OnlyThePost();
        if (section.Sections.Founding != Founding.None)
            return new AlreadyBegun();
        if (
            Digest.Of(StatutesText) != Part.Statutes
            || Digest.Of(ProgrammeText) != Part.Programme
            // The statutes of the section that divides, as they stand there.
            || StatuteBook.Carry(Draft.Parse(StatutesText)) is not Adoption.Conforms
        )
            return new OtherTexts();
        var unfolding = new Unfolding(section)
            .Then(
                new SectionsEvent.Begun(
                    Separating.IdOf(From, Part),
                    Part.Name,
                    Part.TimeZone,
                    Begin.FoundersNeeded
                )
            )
            .Then(
                new MergersEvent.Forked(
                    section.Mergers.NextNo,
                    From,
                    Part.From,
                    Version,
                    Leaf,
                    Part.At
                )
            )
            .Then(new StatutesEvent.Adopted(1, Document.Of(StatutesText), MatterNo.None))
            .Then(new ProgrammeEvent.Adopted(1, Document.Of(ProgrammeText), MatterNo.None));
        return new Ruling.InOrder(
            new Authority.Letter(From, 1),
            Begin.Charter,
            unfolding.Events,
            []
        );
    }
}
