using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

namespace Plenum.Browser.Tests.Browser;

/// <summary>What a test has opened is closed with it: pages that nobody looks at go on working.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesItsPagesAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> Opened =
        new(StringComparer.Ordinal);

    public static void Remember(IBrowserContext context)
    {
        if (TestContext.Current.Test is { } test)
            Opened.GetOrAdd(test.UniqueID, _ => []).Add(context);
    }

    // Nobody waits for it: the next test need not.
    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Opened.TryRemove(test.UniqueID, out var contexts))
            _ = Task.WhenAll(contexts.Select(context => context.CloseAsync()));
    }
}
