namespace Plenum.SecretBallot.Arithmetic;

/// <summary>Work that has no order, on all cores the process may use.</summary>
internal static class Cores
{
    public static void Each(int count, Action<int> work)
    {
        if (count == 1 || Environment.ProcessorCount == 1)
        {
            for (var at = 0; at < count; at++)
                work(at);
            return;
        }
        try
        {
            Parallel.For(0, count, work);
        }
        catch (AggregateException failures) when (failures.InnerExceptions.Count > 0)
        {
            // One sentence is enough; which of several comes first is chance, and each is true.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(
                failures.InnerExceptions[0]
            );
        }
    }
}
