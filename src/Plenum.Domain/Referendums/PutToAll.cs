using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Referendums;

/// <summary>Whoever convenes puts a question to all members of the sections, however deep they lie.</summary>
public sealed record PutToAll(string Title, string Text, bool Secret) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Convene,
            (member, mandate) =>
                Texts.WhenTitled(
                    Title,
                    Text,
                    Texts.Body,
                    () => Put(section, occasion, member.No, mandate.No)
                )
        );

    private Ruling Put(Section section, Occasion occasion, MemberNo by, MandateNo mandate)
    {
        var article = section.Rules.Motions.Article;
        if (section.Sections.Tree.Affiliates.IsEmpty)
            return new NoAffiliates().By(article);
        var text = Document.Of(Text);
        if (
            Reopening.TooSoon(
                section,
                before => before.Question is Question.PutToAll q && q.Text.Digest == text.Digest,
                section.Rules.Motions.ReopenAfter,
                occasion.Now
            ) is
            { } before
        )
            return before.By(article);
        var procedure = Procedures.OfReferendum(section, Secret, occasion.Now);
        var no = section.Matters.NextNo;
        var unfolding = new Unfolding(section).ToDebate(
            by,
            nameof(Question.PutToAll),
            new Question.PutToAll(Title, text),
            procedure,
            occasion.Now
        );
        Putting.Put(unfolding, no, occasion.Now);
        return new Ruling.InOrder(
            new Authority.Mandate(mandate),
            procedure.Article,
            unfolding.Events,
            []
        );
    }
}
