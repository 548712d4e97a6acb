using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot.Verifying;

/// <summary>Checks what trustees decrypted, and the result that was recorded from it.</summary>
internal sealed class DecryptionAudit(Setup setup, Tally tally, StrongProofs? strong)
{
    public ImmutableArray<QuestionResult> Of(
        ImmutableArray<ArchivedEvent> events,
        Action<string, FormattableString> holds,
        Action<string> warns
    )
    {
        var parts = new Dictionary<int, PartialDecryption>();
        foreach (var decrypted in events.Where(e => e.Kind == EventKind.PartialDecryption))
        {
            var owner = Owned.Read(
                decrypted.Objects[1],
                decrypted.Objects[0],
                setup.Trustees.Keys.Length,
                decrypted.Place
            );
            if (parts.ContainsKey(owner))
                throw new RejectedException(
                    "decryption.owner",
                    decrypted.Place,
                    string.Create(CultureInfo.InvariantCulture, $"Trustee {owner} decrypts twice.")
                );
            parts.Add(
                owner,
                PartialDecryption.Read(
                    tally,
                    owner,
                    setup.Trustees.Keys[owner - 1],
                    decrypted.Objects[0],
                    strong?.Of(owner, tally),
                    decrypted.Place
                )
            );
        }
        Superfluous(parts);
        if (parts.Count == 0)
            return [];
        holds(
            "decryption",
            $"{parts.Count} trustees decrypted, and each proved that it was with the key they had from the beginning."
        );
        if (strong is null)
            warns(
                "No strong proofs of decryption were given. The protocol's own proofs bind too little: that every factor belongs to its ciphertext is not proved."
            );
        else
            holds(
                "strong-proofs",
                $"The strong proofs of all {parts.Count} trustees hold: every factor belongs to its ciphertext."
            );
        return events[^1].Kind == EventKind.Result ? Result(events[^1], parts, holds, warns) : [];
    }

    private void Superfluous(Dictionary<int, PartialDecryption> parts)
    {
        if (strong?.Owners.Keys.FirstOrDefault(o => !parts.ContainsKey(o)) is > 0 and var owner)
            throw new RejectedException(
                "strong.owner",
                "strong proofs",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"They hold proofs of trustee {owner}, who has not decrypted."
                )
            );
    }

    private ImmutableArray<QuestionResult> Result(
        ArchivedEvent recorded,
        Dictionary<int, PartialDecryption> parts,
        Action<string, FormattableString> holds,
        Action<string> warns
    )
    {
        if (setup.Trustees.Missing(parts.Keys) is { } missing)
            throw new RejectedException(
                "decryption.missing",
                recorded.Place,
                $"There is a result, but {missing}."
            );
        var outcome = Outcome.Read(setup.Election, recorded.Objects[0], recorded.Place);
        var spoiled = OutcomeCheck.Demand(
            tally,
            Combination.Of(tally, setup.Trustees, parts),
            outcome,
            strong is not null,
            recorded.Place
        );
        holds("result", $"The recorded result is what the trustees decrypted.");
        foreach (var (question, row) in spoiled)
            warns(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Ranking {row + 1} of question {question + 1} is not in the one form a ranking has. Its voter sent it so; it does not count."
                )
            );
        return
        [
            .. outcome.Questions.Select<Counted, QuestionResult>(
                (counted, q) =>
                    counted switch
                    {
                        Counted.Sums(var votes) => new QuestionResult.Sums(votes),
                        Counted.Rows(var rows) => new QuestionResult.Rankings(
                            rows,
                            [.. spoiled.Where(s => s.Question == q).Select(s => s.Row)]
                        ),
                    }
            ),
        ];
    }
}
