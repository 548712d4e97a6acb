using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>The papers of secret votes between the moment they are cast and the close of their box.</summary>
internal sealed class Boxes(BoxKeys keys)
{
    /// <summary>The same append with its papers sealed: nothing of them goes further in the clear.</summary>
    public Append Sealed(Append request) =>
        request.Papers.IsEmpty
            ? request
            : request with
            {
                Papers = [.. request.Papers.Select(Sealed)],
            };

    public Paper Sealed(Paper paper)
    {
        try
        {
            return paper with { Bytes = keys.With(paper.Box, key => SealedPaper.Seal(key, paper)) };
        }
        catch (IOException failure)
        {
            throw RecordUnwritableException.For(failure);
        }
    }

    /// <summary>Papers as they were cast; throws <see cref="BoxKeyLostException"/> where the key does not open them.</summary>
    public ImmutableArray<Paper> Opened(string box, ImmutableArray<Paper> papers)
    {
        if (!papers.Any(IsSealed))
            return papers;
        var opened = ImmutableArray.CreateBuilder<Paper>(papers.Length);
        try
        {
            var isThere = keys.TryWith(
                box,
                key =>
                {
                    foreach (var paper in papers)
                        opened.Add(
                            IsSealed(paper)
                                ? paper with
                                {
                                    Bytes = SealedPaper.Open(key, box, paper.Bytes.Span),
                                }
                                : paper
                        );
                }
            );
            return isThere ? opened.ToImmutable() : throw new BoxKeyLostException(box);
        }
        catch (CryptographicException other)
        {
            throw new BoxKeyLostException(box, other);
        }
    }

    public BoxState StateOf(string box, ImmutableArray<Paper> papers)
    {
        if (papers.IsEmpty)
            return BoxState.Empty;
        if (!papers.All(IsSealed))
            return BoxState.InTheClear;
        try
        {
            Opened(box, papers);
            return BoxState.Sealed;
        }
        catch (BoxKeyLostException)
        {
            return BoxState.Lost;
        }
    }

    /// <summary>
    /// Seals what an earlier release laid into a box that is still open, under new row keys, so that neither says which
    /// was which. False while a reader holds on to the write-ahead log, in which they may still lie.
    /// </summary>
    public bool SealOld(Tables tables, string box, int room)
    {
        var papers = PapersOf(tables.Connection, box)
            .Select(old =>
                IsSealed(old)
                    ? old
                    : Sealed(
                        old with
                        {
                            Key = RandomNumberGenerator.GetBytes(Paper.KeyLength),
                            Room = Math.Max(room, old.Bytes.Length),
                        }
                    )
            )
            .OrderBy(paper => Convert.ToHexString(paper.Key.Span), StringComparer.Ordinal)
            .ToImmutableArray();
        Database.Run(tables.Connection, "BEGIN IMMEDIATE");
        Empty(tables, [box]);
        foreach (var paper in papers)
            tables.Insert(paper);
        Database.Run(tables.Connection, "COMMIT");
        return Database.TruncateLog(tables.Connection);
    }

    /// <summary>
    /// Empties boxes that have closed and destroys their keys. In this order: a key whose box is empty opens nothing, and
    /// is destroyed when the folder is opened again. False while a reader holds on to the write-ahead log.
    /// </summary>
    public bool Close(Tables tables, ImmutableArray<string> boxes)
    {
        Database.Run(tables.Connection, "BEGIN IMMEDIATE");
        Empty(tables, boxes);
        Database.Run(tables.Connection, "COMMIT");
        try
        {
            keys.Destroy(boxes);
        }
        catch (IOException failure)
        {
            throw RecordUnwritableException.For(failure);
        }
        return Database.TruncateLog(tables.Connection);
    }

    /// <summary>What lies in a box as it lies there, in the order of the row keys, which is no order of casting.</summary>
    public static ImmutableArray<Paper> PapersOf(SqliteConnection connection, string box)
    {
        using var statement = new Statement(
            connection,
            "SELECT key, bytes FROM papers WHERE box = ?1 ORDER BY key"
        );
        return statement.All(
            row => new Paper(box, row.GetFieldValue<byte[]>(0), row.GetFieldValue<byte[]>(1)),
            box
        );
    }

    private static bool IsSealed(Paper paper) => SealedPaper.Is(paper.Bytes.Span);

    private static void Empty(Tables tables, ImmutableArray<string> boxes)
    {
        using var empty = new Statement(tables.Connection, "DELETE FROM papers WHERE box = ?1");
        foreach (var box in boxes)
            empty.Run(box);
    }
}

/// <summary>What lies in a box that is open.</summary>
public enum BoxState
{
    Empty,

    /// <summary>Papers that an earlier release laid there as they were cast.</summary>
    InTheClear,

    Sealed,

    /// <summary>Sealed papers, and no key that opens them.</summary>
    Lost,
}

/// <summary>The papers of a box cannot be opened: its key is gone, or it is another.</summary>
public sealed class BoxKeyLostException(string box, Exception? cause = null)
    : Exception($"The key of the box {box} is lost.", cause)
{
    public string Box { get; } = box;
}
