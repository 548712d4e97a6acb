namespace Plenum.Store.Tests;

public sealed class GatheringTests
{
    [Fact]
    public async Task Nothing_that_was_laid_down_is_lost_or_taken_twice_and_each_hands_own_order_stays()
    {
        const int Hands = 16;
        const int Each = 500;
        using var gathering = new Gathering<(int Hand, int No)>(longest: 64);
        var taken = new List<(int Hand, int No)>();
        var taker = new Thread(() =>
        {
            while (gathering.Take(40) is { Count: > 0 } some)
                taken.AddRange(some);
        });
        taker.Start();

        await Task.WhenAll(
            Enumerable
                .Range(0, Hands)
                .Select(hand =>
                    Task.Run(async () =>
                    {
                        for (var no = 0; no < Each; no++)
                            await gathering.Add((hand, no), TestContext.Current.CancellationToken);
                    })
                )
        );
        gathering.Complete();
        taker.Join();

        Assert.Equal(Hands * Each, taken.Count);
        Assert.All(
            taken.GroupBy(item => item.Hand),
            own => Assert.Equal(Enumerable.Range(0, Each), own.Select(item => item.No))
        );
    }

    [Fact]
    public async Task Who_comes_when_many_have_gone_is_taken_without_them()
    {
        using var gathering = new Gathering<int>(longest: 1000);
        for (var no = 0; no < 100; no++)
            await gathering.Add(no, TestContext.Current.CancellationToken);
        Assert.Equal(100, gathering.Take(512).Count);

        await gathering.Add(100, TestContext.Current.CancellationToken);
        Assert.Equal([100], gathering.Take(512));

        // Only what was taken last counts: one alone is not kept waiting a second time.
        await gathering.Add(101, TestContext.Current.CancellationToken);
        Assert.Equal([101], gathering.Take(512));
    }

    [Fact]
    public async Task No_more_than_asked_for_is_taken_and_no_more_than_there_is_room_for_is_laid_down()
    {
        using var gathering = new Gathering<int>(longest: 3);
        for (var no = 0; no < 3; no++)
            await gathering.Add(no, TestContext.Current.CancellationToken);
        var fourth = gathering.Add(3, TestContext.Current.CancellationToken).AsTask();
        Assert.False(fourth.IsCompleted);

        Assert.Equal([0, 1], gathering.Take(2));
        await fourth;
        gathering.Complete();
        Assert.Equal([2, 3], gathering.Take(5));
        Assert.Empty(gathering.Take(5));
    }

    [Fact]
    public async Task After_the_end_nothing_is_laid_down()
    {
        using var gathering = new Gathering<int>(longest: 3);
        gathering.Complete();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
            await gathering.Add(1, TestContext.Current.CancellationToken)
        );
    }
}
