using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Programme;

/// <summary>A clause number stands twice: a citation would be ambiguous.</summary>
public sealed record ClauseNumberTwice(int Clause)
    : Reason("programme.clause-twice", ReasonKind.NotThis);

/// <summary>A programme needs at least one principle: the text that admission is judged by.</summary>
public sealed record NoPrinciple() : Reason("programme.no-principle", ReasonKind.NotThis);

/// <summary>The programme has changed since this amendment was written.</summary>
public sealed record ProgrammeChanged(int Version)
    : Reason("programme.base-changed", ReasonKind.NotThis);

/// <summary>Members change their programme; it takes the same road as the statutes (C8, S06).</summary>
public sealed record AmendProgramme(string Title, string Text, Digest Base, bool InCongress = false)
    : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
                Texts.WhenTitled(
                    Title,
                    Text,
                    ProgrammeText.MostCharacters,
                    () =>
                    {
                        var article = section.Rules.Amendment.Article;
                        if (Base != section.Programme.Digest)
                            return new ProgrammeChanged(section.Programme.Version).By(article);
                        var text = ProgrammeText.Read(Text);
                        foreach (var twice in text.NumbersUsedTwice)
                            return new ClauseNumberTwice(twice).By(article);
                        if (text.Clauses.All(c => c.Part != ProgrammePart.Principles))
                            return new NoPrinciple().By(article);
                        return BasicLaw.Put(
                            section,
                            occasion,
                            member,
                            InCongress,
                            new Question.AmendProgramme(Title, Text, Base)
                        );
                    }
                )
        );
}
