using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Referendums;

/// <summary>How a matter before the members of all sections is told in their records: by name and digest; its text stands in the convener's.</summary>
public static class QuestionWords
{
    public static (string Title, Digest Text) Of(Section section, Question question) =>
        question switch
        {
            Question.PutToAll put => (put.Title, put.Text.Digest),
            Question.AmendStatutes amend => (
                amend.Title,
                Digest.Of(Amendments.Compose(section.Statutes.Book.Draft, amend.Changes))
            ),
            Question.AmendProgramme amend => (amend.Title, Digest.Of(amend.Text)),
            // Where a section belongs has no title of its own: readers are told whose boundaries it is about.
            Question.Join join => ("", join.Why.Digest),
            Question.Leave leave => ("", leave.Why.Digest),
            Question.OnMerger merger => ("", Digest.Of(TermsOf(merger.Asked))),
            Question.Challenge challenge
                when section.Matters.Find(challenge.Decision)
                    is { Question: Question.Adopt decided } => (decided.Title, decided.Text.Digest),
            _ => throw new InvalidOperationException(
                $"{question.GetType().Name} is no question to the members of all sections"
            ),
        };

    private static string TermsOf(MergerQuestion asked) =>
        asked switch
        {
            MergerQuestion.GoOver over => over.Terms,
            MergerQuestion.TakeOver over => over.Terms,
            MergerQuestion.Separate apart => apart.Terms,
        };
}
