namespace Plenum.Domain.Mandates;

/// <summary>A holder reports to those who gave the mandate (S25).</summary>
public sealed record Report(MandateNo Mandate, string Text) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Text),
                    Text,
                    Texts.Body,
                    () =>
                    {
                        var article = section.Rules.Terms.Article;
                        var mandate = section.Mandates.Of(Mandate);
                        if (!mandate.InForceAt(occasion.Now))
                            return new MandateNotInForce(Mandate).By(article);
                        if (mandate.Holder != member.No)
                            return new NotYourMandate(Mandate).By(article);
                        return Ruling.Under(
                            new Authority.Mandate(Mandate),
                            article,
                            new MandatesEvent.Reported(Mandate, Document.Of(Text))
                        );
                    }
                )
        );
}
