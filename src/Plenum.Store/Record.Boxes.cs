using System.Collections.Immutable;

namespace Plenum.Store;

public sealed partial class Record
{
    /// <summary>Whether keys of boxes are kept from being swapped to the disk.</summary>
    public bool KeysAreLocked => keys.AreLocked;

    /// <summary>The boxes that have a key: those that are open, and any that a crash kept from being closed.</summary>
    public ImmutableArray<string> BoxesWithKeys() => keys.Boxes();

    /// <summary>
    /// The papers of a box in the order of their row keys, which is no order of casting. Throws
    /// <see cref="BoxKeyLostException"/> where nothing opens them any more.
    /// </summary>
    public ImmutableArray<Paper> Papers(string box) => boxes.Opened(box, AsTheyLie(box));

    public BoxState StateOf(string box) => boxes.StateOf(box, AsTheyLie(box));

    /// <summary>
    /// Seals papers that an earlier release laid into a box in the clear. False while a reader holds on to the
    /// write-ahead log, in which they may still lie: ask again.
    /// </summary>
    public Task<bool> SealOld(string box, int room) =>
        writer.Run(tables => boxes.SealOld(tables, box, room));

    /// <summary>
    /// Closes a box whose papers are counted and written down elsewhere: it is emptied, and its key destroyed, so that
    /// what the disk still holds of its papers says nothing. False while a reader holds on to the log: ask again.
    /// </summary>
    public Task<bool> Close(string box) => writer.Close(box);

    private ImmutableArray<Paper> AsTheyLie(string box)
    {
        using var connection = database.OpenReader();
        return Boxes.PapersOf(connection, box);
    }
}
