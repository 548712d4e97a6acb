using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>Who is instructed by whom, and what follows from it.</summary>
public static class Instructing
{
    /// <summary>Those whom all members elect to act for them; nobody instructs who counts or judges.</summary>
    public static bool MayBeInstructed(Section section, BodyId body) =>
        section.Statutes.Book.Has(body)
        && section.RuleOf(body)
            is {
                ElectedBy: var electors,
                Kind: BodyKind.Committee or BodyKind.Office or BodyKind.Delegation
            } rule
        && electors == BodyId.Members
        && !rule.Powers.Contains(Power.Returning)
        && !rule.Powers.Contains(Power.Judge);

    /// <summary>The section in whose divisions they vote: their own, or its federation; the empty name where there is none.</summary>
    public static SectionId WhereTheySit(Section section, BodyId body) =>
        section.Statutes.Book.Has(body, BodyKind.Delegation)
            ? section.Sections.Tree.Federation.Federation
            : section.Id;

    /// <summary>Nothing in particular, or what they divide on by name; of what is before a federation only its number is known here.</summary>
    public static bool IsBeforeThem(Section section, BodyId body, MatterNo about) =>
        about == MatterNo.None
        || (
            WhereTheySit(section, body) != section.Id
                ? about.Value > 0
                : section.Matters.Find(about)
                    is { IsOpen: true, Procedure: { Electorate: var electorate, Secret: false } }
                    && electorate == body
        );

    /// <summary>Whether somebody who was told how to vote did otherwise; whoever was told nothing is free.</summary>
    public static bool IsAgainst(Bidding bidding, Said said) =>
        bidding switch
        {
            Bidding.InWords => false,
            Bidding.For => said != Said.For,
            Bidding.Against => said != Said.Against,
            Bidding.Abstain => said is Said.For or Said.Against,
        };

    public static bool Stops(Section section, Question.Instruct instruct) =>
        !MayBeInstructed(section, instruct.Body)
        || WhereTheySit(section, instruct.Body) != instruct.Before
        || !IsBeforeThem(section, instruct.Body, instruct.About);

    /// <summary>It binds from now on, and whoever is to see delegates keep to it is told.</summary>
    public static void Carry(
        Unfolding unfolding,
        MatterNo by,
        Question.Instruct instruct,
        Instant now
    )
    {
        unfolding.Then(
            new MandatesEvent.Instructed(
                by,
                instruct.Body,
                instruct.Before,
                instruct.About,
                instruct.Bidding,
                instruct.Title,
                instruct.Words,
                now
            )
        );
        if (instruct.About != MatterNo.None && instruct.Before != unfolding.Section.Id)
            unfolding.Write(
                instruct.Before,
                new Letter.OnMandate(
                    new MandateLetter.Instructed(by, instruct.About, instruct.Bidding)
                )
            );
    }
}
