using Plenum.Store;

namespace Plenum.Bench;

/// <summary>An append that is measured has to have been written; anything else ends the measuring.</summary>
internal static class RawAppend
{
    public static async Task Write(this Record record, Append append)
    {
        var appended = await record.Append(append);
        if (appended is not Appended.Written)
            throw new InvalidOperationException($"A raw append was not written: {appended}");
    }
}
