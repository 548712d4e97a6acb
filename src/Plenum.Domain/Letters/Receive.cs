namespace Plenum.Domain.Letters;

/// <summary>Only the post brings letters, and only from the record of their sender.</summary>
public sealed record OnlyThePost() : Reason("letter.only-the-post", ReasonKind.NotYou);

/// <summary>The letter has been received before; nothing happens twice.</summary>
public sealed record AlreadyReceived(int No) : Reason("letter.already-received");

/// <summary>Letters before it have not come yet.</summary>
public sealed record NotItsTurn(int No, int Next) : Reason("letter.not-its-turn");

/// <summary>The post brings a letter. Late, twice or out of turn it changes nothing.</summary>
public sealed record Receive(SectionId From, int No, Letter Letter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion)
    {
        var next = section.Letters.ReceivedFrom(From) + 1;
        if (occasion.Actor is not Actor.Post)
            return new OnlyThePost();
        if (section.Sections.Founding == Sections.Founding.None)
            return new NotConstituted();
        if (No < next)
            return new AlreadyReceived(No);
        if (No > next)
            return new NotItsTurn(No, next);
        var unfolding = new Unfolding(section).Then(new LettersEvent.Received(From, No, Letter));
        Opening.Open(unfolding, From, Letter, occasion);
        return new Ruling.InOrder(
            new Authority.Letter(From, No),
            section.Rules.Organisation.Article,
            unfolding.Events,
            []
        );
    }
}
