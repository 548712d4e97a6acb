using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>
/// The one hand that writes: a thread that takes whatever waits, commits it together and answers when it is durable.
/// </summary>
internal sealed class Writer : IDisposable
{
    public const int LargestGroup = 512;
    private const int LongestQueue = 4096;

    private readonly Gathering<Waiting> queue = new(LongestQueue);
    private readonly Database database;
    private readonly Boxes boxes;
    private readonly WriterLimits limits;
    private readonly Thread thread;
    private Tables? tables;
    private RecordUnwritableException? unsynced;

    public Writer(Database database, Boxes boxes, WriterLimits limits)
    {
        (this.database, this.boxes, this.limits) = (database, boxes, limits);
        tables = Open();
        thread = new Thread(Loop) { IsBackground = true, Name = "record writer" };
        thread.Start();
    }

    public async Task<Appended> Append(Append append, CancellationToken stop)
    {
        var waiting = new Waiting.ForAppend(append);
        await queue.Add(waiting, stop);
        return await waiting.Answer.Task;
    }

    /// <summary>Empties a box; boxes that close together are emptied together, because each time the log is emptied too.</summary>
    public async Task<bool> Close(string box)
    {
        var waiting = new Waiting.ForClose(box);
        await queue.Add(waiting);
        return await waiting.Answer.Task;
    }

    /// <summary>Runs work on the writing connection, alone and in its turn.</summary>
    public async Task<T> Run<T>(Func<Tables, T> work)
    {
        var answer = new TaskCompletionSource<T>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        var waiting = new Waiting.ForWork(
            opened => answer.SetResult(work(opened)),
            e => answer.TrySetException(e)
        );
        await queue.Add(waiting);
        return await answer.Task;
    }

    /// <summary>Takes no more, answers everyone who waits, then closes the file.</summary>
    public void Dispose()
    {
        queue.Complete();
        thread.Join();
        queue.Dispose();
        tables?.Dispose();
    }

    private void Loop()
    {
        var group = new List<Waiting.ForAppend>(limits.Group);
        var closed = new List<Waiting.ForClose>();
        while (queue.Take(limits.Group) is { Count: > 0 } taken)
        {
            foreach (var next in taken)
                switch (next)
                {
                    case Waiting.ForAppend append:
                        group.Add(append);
                        break;
                    case Waiting.ForClose box:
                        closed.Add(box);
                        break;
                    case Waiting.ForWork work:
                        Commit(group);
                        Close(closed);
                        Work(work);
                        break;
                }
            Commit(group);
            Close(closed);
        }
    }

    private void Close(List<Waiting.ForClose> closed)
    {
        if (closed.Count == 0)
            return;
        try
        {
            tables = Opened();
            var emptied = boxes.Close(tables, [.. closed.Select(waiting => waiting.Box)]);
            foreach (var waiting in closed)
                waiting.Answer.SetResult(emptied);
        }
        catch (Exception failure)
        {
            var told = Abandon(failure);
            foreach (var waiting in closed)
                waiting.Answer.TrySetException(told);
        }
        closed.Clear();
    }

    private void Commit(List<Waiting.ForAppend> group)
    {
        if (group.Count == 0)
            return;
        try
        {
            tables = Opened();
            Database.Run(tables.Connection, "BEGIN IMMEDIATE");
            var commit = new GroupCommit(tables);
            var answers = group.ConvertAll(waiting => commit.Write(waiting.Request));
            Database.Run(tables.Connection, "COMMIT");
            for (var i = 0; i < answers.Count; i++)
                group[i].Answer.SetResult(answers[i]);
        }
        catch (Exception failure)
        {
            var told = Abandon(failure);
            foreach (var waiting in group)
                waiting.Answer.TrySetException(told);
        }
        group.Clear();
    }

    private void Work(Waiting.ForWork work)
    {
        try
        {
            work.Run(tables = Opened());
        }
        catch (Exception failure)
        {
            work.Fail(Abandon(failure));
        }
    }

    // After a failure nothing the connection believes is trusted: closing it rolls back, and the next group opens
    // another. Frames of the lost commit may lie in the log; the next commit overwrites them, and should a crash come
    // first and bring them back, their command ids still give the same answer.
    private Exception Abandon(Exception failure)
    {
        try
        {
            tables?.Dispose();
        }
        catch (SqliteException)
        {
            // The cause is already being told.
        }
        tables = null;
        if (failure is not SqliteException sqlite)
            return failure;
        var told = RecordUnwritableException.For(sqlite);
        if (told.Reason == UnwritableReason.Unsynced)
            unsynced = told;
        return told;
    }

    // After a sync that failed the system may have forgotten pages it could not write, and call the next sync a success.
    // So no later one is believed: whoever opens the folder again reads what is really on the disk.
    private Tables Opened() =>
        unsynced is null
            ? tables ?? Open()
            : throw new RecordUnwritableException(UnwritableReason.Unsynced, unsynced);

    private Tables Open()
    {
        var connection = database.OpenWriter();
        if (limits.Pages > 0)
            Database.Run(connection, $"PRAGMA max_page_count={limits.Pages}");
        return new Tables(connection);
    }
}

/// <summary>How much one commit may take, and how many pages the file may have (0: no bound).</summary>
internal sealed record WriterLimits(int Group = Writer.LargestGroup, int Pages = 0);
