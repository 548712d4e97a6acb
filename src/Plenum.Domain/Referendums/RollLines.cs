using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Referendums;

/// <summary>
/// Who votes in a question put to the members of several sections: whoever has a line in a part of the roll. They act in
/// the record of the convener, as that line, and need not belong there.
/// </summary>
public static class RollLines
{
    /// <summary>Those who may vote here at the record date, in an order that says nothing of them.</summary>
    public static EquatableArray<RollLine> Of(
        Section section,
        QuestionAbove question,
        NodaTime.Instant rollAt,
        bool basicLaw
    ) =>
        section
            .Membership.Members.Values.Where(m => m.VotesAt(rollAt, basicLaw) && m.Since <= rollAt)
            .Select(m => RollLine.Of(question.Convener, question.Matter, m.Person))
            .Order()
            .ToEquatable();

    /// <summary>The section in whose part of the roll somebody votes; nothing when they are on none.</summary>
    public static SectionId? PartOf(Section section, MatterNo matter, PersonId person) =>
        section.Referendums.Put.TryGetValue(matter, out var referendum)
        && referendum.Roll.TryGetValue(RollLine.Of(section.Id, matter, person), out var part)
            ? part
            : null;

    /// <summary>Whoever has a line in a part that has come asks for a secret vote (C7).</summary>
    public static Ruling AskSecrecy(Section section, Occasion occasion, AskSecrecy ask) =>
        Desks.AsVoter(
            section,
            occasion,
            ask.Matter,
            person =>
            {
                var matter = section.Matters.All[ask.Matter];
                var article = matter.Procedure.Article;
                var line = RollLine.Of(section.Id, matter.No, person);
                if (
                    matter.Stage is not Stage.Debate
                    || matter.Procedure.Secret
                    || !section.Referendums.Put.TryGetValue(matter.No, out var referendum)
                )
                    return new SecrecyNotOpen(matter.No).By(article).ByCharter("C7");
                var parts = referendum.PartsWith(line).ToArray();
                if (parts.Length == 0)
                    return new NotAnElector(matter.No).By(article);
                if (!parts.Any(part => Desks.MayHelp(section, occasion, part)))
                    return new NotTheirDesk().By(article).ByCharter("C18");
                if (referendum.SecretAskedBy.Contains(line))
                    return new AlreadySupporting(matter.No).By(article);
                return Ruling.Under(
                    new Authority.Together(matter.No),
                    article,
                    new ReferendumsEvent.SecrecyAsked(matter.No, line)
                );
            }
        );

    /// <summary>Whether as many of the roll have asked as the statutes say.</summary>
    public static bool SecrecyWon(Section section, MatterNo matter) =>
        section.Referendums.Put.TryGetValue(matter, out var referendum)
        && referendum.SecretAskedBy.Count > 0
        && referendum.SecretAskedBy.Count
            >= section.Rules.Motions.SecretOnDemand.Among(referendum.Roll.Count);

    public static Ruling Cast(Section section, Occasion occasion, Cast cast) =>
        Desks.AsVoter(
            section,
            occasion,
            section.Ballots.Of(cast.Box).Matter,
            person =>
            {
                var box = section.Ballots.Of(cast.Box);
                var article = box.ArticleIn(section);
                if (box.Closed || occasion.Now >= box.Closes)
                    return new BoxClosed(box.No).By(article);
                if (PartOf(section, box.Matter, person) is not { } part)
                    return new NotOnRoll(box.No).By(article);
                if (
                    !Desks.MayHelp(
                        section,
                        occasion,
                        section.Referendums.Put[box.Matter].Parts[part]
                    )
                )
                    return new NotTheirDesk().By(article).ByCharter("C18");
                var line = RollLine.Of(section.Id, box.Matter, person);
                if (box.Lines.Contains(line))
                    return new AlreadyVoted(box.No).By(article);
                var paper = Papers.Normal(box, cast.Choice);
                if (paper.Length == 0)
                    return new PaperUnreadable(box.Options).By(article);
                Event[] helped = occasion.Actor is Actor.Person { Via: Channel.Desk desk }
                    ? [new BallotsEvent.LineHelped(box.No, part, desk.Helper)]
                    : [];
                var authority = new Authority.RollLine(part);
                return box.Secret
                    ? new Ruling.InOrder(
                        authority,
                        article,
                        [new BallotsEvent.LineMarked(box.No, line), .. helped],
                        [new Paper(box.No, Tallying.Written(section, box.Matter, part, paper))]
                    )
                    : Ruling.Under(
                        authority,
                        article,
                        [
                            new BallotsEvent.LineVoted(
                                box.No,
                                part,
                                person,
                                Enum.Parse<Choice>(paper)
                            ),
                            .. helped,
                        ]
                    );
            }
        );
}
