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
                Outcome.Unprepared => ComeAgain(asked),
                Outcome.Accepted(var done) => asked.Answer.TrySetResult(done),
                Outcome.Refused(var reason) => asked.Answer.TrySetResult(
                    new Answer.Refused(reason)
                ),
                Outcome.Failed(var bug) => asked.Answer.TrySetException(bug),
            };
        }
    }

    // What waits behind it does not wait for it to be prepared; it is still decided as of when it came.
    private bool ComeAgain(Asked asked)
    {
        _ = Task.Run(() =>
        {
            try
            {
                Enter(asked.PreparedOn(View.Section));
            }
#pragma warning disable CA1031 // A bug in one command: its sender gets the exception.
            catch (Exception bug)
            {
                asked.Answer.TrySetException(bug);
            }
#pragma warning restore CA1031
        });
        return true;
    }

    private bool AnsweredFromRecord(Asked asked)
    {
        if (_keeping.AnswerOf(asked.Id, asked.Digest) is not { } known)
            return false;
        asked.Answer.TrySetResult(known);
        return true;
    }
}
