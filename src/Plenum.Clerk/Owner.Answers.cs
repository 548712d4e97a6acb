namespace Plenum.Clerk;

internal sealed partial class Owner
{
    private void Answer(Batch batch)
    {
        foreach (var (asked, outcome) in batch.Outcomes)
        {
            Telemetry.Answered(outcome);
            // What is out of order now may have been done before: then it gets the answer it got then.
            if (outcome is Outcome.Refused && AnsweredFromRecord(asked))
                continue;
            _ = outcome switch
            {
                Outcome.Accepted(var done) => asked.Answer.TrySetResult(done),
                Outcome.Refused(var reason) => asked.Answer.TrySetResult(
                    new Answer.Refused(reason)
                ),
                Outcome.Failed(var bug) => asked.Answer.TrySetException(bug),
            };
        }
    }

    private bool AnsweredFromRecord(Asked asked)
    {
        if (_keeping.AnswerOf(asked.Id, asked.Digest) is not { } known)
            return false;
        asked.Answer.TrySetResult(known);
        return true;
    }
}
