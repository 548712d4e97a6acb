using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Plenum.SecretBallot.Making;

/// <summary>Votes in plain numbers: for each question 0 or 1 an answer, or a rank.</summary>
internal static class Votes
{
    /// <summary>Refuses what the election does not allow, before anything is encrypted.</summary>
    public static void Demand(
        ImmutableArray<Question> questions,
        ImmutableArray<ImmutableArray<int>> votes
    )
    {
        if (votes.Length != questions.Length)
            throw Refused(
                "vote",
                $"{votes.Length} answers were given, and {questions.Length} questions are asked."
            );
        for (var at = 0; at < votes.Length; at++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"question {at + 1}");
            var vote = votes[at];
            if (vote.Length != questions[at].Length)
                throw Refused(
                    place,
                    $"{vote.Length} numbers were given, and {questions[at].Length} are needed."
                );
            switch (questions[at])
            {
                case Question.Additive question:
                    Additive(question, vote, place);
                    break;
                case Question.Ranked when vote.Any(n => n is < 0 or > 255):
                    throw Refused(place, $"Ranks are numbers from 0 to 255.");
            }
        }
    }

    private static void Additive(Question.Additive question, ImmutableArray<int> vote, string place)
    {
        if (vote.Any(n => n is not (0 or 1)))
            throw Refused(place, $"Each answer is 1 when it is chosen and 0 when it is not.");
        var blank = question.Blank && vote[0] == 1;
        var chosen = vote.Skip(question.Blank ? 1 : 0).Sum();
        if (blank && chosen > 0)
            throw Refused(place, $"A blank vote chooses nothing besides.");
        if (!blank && (chosen < question.Least || chosen > question.Most))
            throw Refused(
                place,
                $"{chosen} answers were chosen; at least {question.Least} and at most {question.Most} may be."
            );
    }

    /// <summary>A vote drawn by lot, for rehearsals.</summary>
    public static ImmutableArray<ImmutableArray<int>> Drawn(ImmutableArray<Question> questions) =>
        [.. questions.Select(Drawn)];

    private static ImmutableArray<int> Drawn(Question question)
    {
        switch (question)
        {
            case Question.Additive additive:
                var vote = new int[additive.Length];
                if (additive.Blank && RandomNumberGenerator.GetInt32(5) == 0)
                {
                    vote[0] = 1;
                    return [.. vote];
                }
                var (first, answers) = (additive.Blank ? 1 : 0, additive.Answers.Length);
                var most = Math.Min(additive.Most, answers);
                if (additive.Least > most)
                    throw Refused(
                        "question",
                        $"Nobody can choose {additive.Least} of {answers} answers."
                    );
                var chosen = RandomNumberGenerator.GetInt32(additive.Least, most + 1);
                foreach (var answer in Order(answers).Take(chosen))
                    vote[first + answer] = 1;
                return [.. vote];
            default:
                // Strict rankings that stop somewhere, as voters send them.
                var ranks = new int[question.Length];
                var ranked = RandomNumberGenerator.GetInt32(1, ranks.Length + 1);
                var rank = 1;
                foreach (var answer in Order(ranks.Length).Take(ranked))
                    ranks[answer] = rank++;
                return [.. ranks];
        }
    }

    private static int[] Order(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        RandomNumberGenerator.Shuffle<int>(order);
        return order;
    }

    private static RejectedException Refused(string place, FormattableString sentence) =>
        new("vote", place, sentence.ToString(CultureInfo.InvariantCulture));
}
