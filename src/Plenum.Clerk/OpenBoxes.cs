using Microsoft.Extensions.Logging;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;

namespace Plenum.Clerk;

/// <summary>
/// What is done about ballot boxes when the house opens: votes that can be read no more begin anew, papers of earlier
/// releases are sealed, and boxes that a crash left full after their close are emptied.
/// </summary>
public sealed class OpenBoxes(Front front, Store.DataFolder folder, ILogger<OpenBoxes> log)
{
    private const int Tries = 20;

    private readonly Store.Record _record = front.Keeping.Record;

    public async Task SeeTo()
    {
        var isRestored = File.Exists(folder.RestoredFile);
        var withKeys = _record.BoxesWithKeys().ToHashSet(StringComparer.Ordinal);
        var closing = new List<Task>();
        foreach (var section in front.Sections)
        foreach (var box in front.Read(section).Section.Ballots.Boxes.Values)
            if (box.Closed && withKeys.Contains(Batch.Box(section, box.No)))
                closing.Add(front.Close(section, box.No));
            else if (box is { Closed: false, Secret: true })
                await SeeTo(section, box, isRestored);
        await Task.WhenAll(closing);
        // The last thing: whoever is interrupted before it begins again.
        if (isRestored)
            File.Delete(folder.RestoredFile);
        if (!_record.KeysAreLocked)
            ClerkLog.KeysNotLocked(log);
    }

    private async Task SeeTo(SectionId section, Box box, bool isRestored)
    {
        var name = Batch.Box(section, box.No);
        var state = _record.StateOf(name);
        if (isRestored || state is Store.BoxState.Lost || IsEmptied(state, box))
            await BeginAnew(section, box);
        else if (state is Store.BoxState.InTheClear)
        {
            var longest = Papers.LongestIn(box);
            for (var left = Tries; left > 0 && !await _record.SealOld(name, longest); left--)
                await Task.Delay(50);
            ClerkLog.SealedLate(log, section.Value, box.No.Value);
        }
    }

    // Emptied before the record took the new beginning, and then interrupted.
    private static bool IsEmptied(Store.BoxState state, Box box) =>
        state is Store.BoxState.Empty
        && (
            box.Lines.Count > 0
            || box.Hat.Length > 0
            || box.Marks.Values.Any(mark => mark == Mark.Screen)
        );

    private async Task BeginAnew(SectionId section, Box box)
    {
        await front.Close(section, box.No);
        var answer = await front.Send(
            section,
            CommandId.OfNewBeginning(section, box.No, box.Closes),
            new BeginAnew(box.No),
            new Actor.Clock()
        );
        if (answer is Answer.Done)
            ClerkLog.BegunAnew(log, section.Value, box.No.Value);
        else
            ClerkLog.NotBegunAnew(log, section.Value, box.No.Value, answer.GetType().Name);
    }
}
