using System.Collections.Immutable;
using Plenum.Domain.Matters;
using Plenum.Domain.Rights;
using Plenum.Web.Speech;

namespace Plenum.Web.About;

/// <summary>The words of procedure that pages explain; <c>docs/terms.md</c> is their referee.</summary>
public enum Term
{
    Matter,
    Motion,
    Petition,
    Assembly,
    Body,
    Sitting,
    Quorum,
    SecondMeeting,
    Ruling,
    Roll,
    Ballot,
    Division,
    Threshold,
    Abstention,
    MinorityReport,
    Commission,
    Panel,
    Nomination,
    Quota,
    TransferValue,
    Exclusion,
    Lot,
    CountBack,
    Certification,
    Protest,
    Standing,
    Mandate,
    TermOfOffice,
    Report,
    Recall,
    Vacancy,
    Caretaker,
    Interim,
    Instruction,
}

/// <summary>Which words a page uses, and what they mean in the reader's language.</summary>
public static class Terms
{
    public static ImmutableArray<Term> All { get; } = [.. Enum.GetValues<Term>()];

    public static ImmutableArray<Term> OfMandate { get; } =
    [
        Term.Mandate,
        Term.TermOfOffice,
        Term.Report,
        Term.Recall,
        Term.Vacancy,
        Term.Caretaker,
        Term.Interim,
    ];

    public static ImmutableArray<Term> OfInstruction { get; } =
    [Term.Instruction, Term.Mandate, Term.Report, Term.Recall];

    public static ImmutableArray<Term> OfBody { get; } =
    [Term.Body, Term.Mandate, Term.TermOfOffice, Term.Vacancy, Term.Interim, Term.CountBack];

    public static ImmutableArray<Term> OfSitting { get; } =
    [Term.Sitting, Term.Quorum, Term.SecondMeeting];

    public static ImmutableArray<Term> OfCount { get; } =
    [Term.Quota, Term.TransferValue, Term.Exclusion, Term.Lot];

    public static ImmutableArray<Term> Of(Matter matter) =>
        matter.Question switch
        {
            Question.Adopt => [Term.Motion, .. Deciding(matter), Term.MinorityReport],
            Question.AmendStatutes => [.. Deciding(matter), Term.MinorityReport],
            Question.AmendProgramme => [.. Deciding(matter), Term.MinorityReport],
            Question.Elect =>
            [
                Term.Nomination,
                Term.Commission,
                Term.Ballot,
                Term.Quota,
                Term.CountBack,
                Term.Certification,
                Term.Protest,
            ],
            Question.Recall =>
            [
                Term.Mandate,
                Term.Recall,
                Term.Petition,
                Term.Ballot,
                Term.Vacancy,
            ],
            Question.Instruct => [Term.Mandate, Term.Instruction, .. Deciding(matter)],
            Question.Admit => [Term.Standing, .. Deciding(matter)],
            Question.Summon => [Term.Petition, Term.Assembly, Term.Quorum],
            Question.Challenge => [Term.Ruling, .. Deciding(matter)],
            Question.Protest => [Term.Protest, Term.Panel, Term.Certification],
            Question.UpholdNotice => [Term.Standing, Term.Panel],
            Question.OnMerger => Deciding(matter),
            Question.OnCompetence => Deciding(matter),
            Question.OnRights { Asked: RightsQuestion.Lift } => [Term.Panel, Term.Threshold],
            Question.OnRights => [Term.Petition, .. Deciding(matter)],
            Question.CheckRoll => [Term.Petition, Term.Roll],
            Question.ElectionsAssembly => [Term.Petition, Term.Assembly, Term.Quorum],
            Question.PutToAll => Deciding(matter),
            Question.Initiative or Question.Demand => [Term.Petition],
            Question.Unseat => [Term.Mandate, .. Deciding(matter)],
            Question.Join or Question.Leave or Question.SummonCongress or Question.Recognise =>
                Deciding(matter),
        };

    public static string NameOf(this Sentences sentences, Term term) =>
        sentences.Named($"word.Term.{term}");

    public static string MeaningOf(this Sentences sentences, Term term) =>
        sentences.Named($"word.TermMeans.{term}");

    /// <summary>Where the word stands on the page of all of them.</summary>
    public static string PlaceOf(Term term) => term.ToString().ToLowerInvariant();

    private static ImmutableArray<Term> Deciding(Matter matter) =>
        [
            Term.Roll,
            matter.Procedure.Secret ? Term.Ballot : Term.Division,
            Term.Quorum,
            Term.Threshold,
        ];
}
