using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

/// <summary>Sends commands through a front for ever and prints every one that was answered, until it is killed.</summary>
internal static class KilledServer
{
    public const string Word = "send-until-killed";

    public static async Task<int> Run(string data)
    {
        await using var office = new Office(data);
        var section = office.Front.Sections is [var only, ..] ? only : await office.Found();
        var next = (int)office.Front.Read(section).Version * 1000;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(SendForEver)));
        return 0;

        async Task SendForEver()
        {
            while (true)
            {
                var no = Interlocked.Increment(ref next);
                var answer = await office.Send(section, $"n{no}", new Note(no, "x") { Papers = 1 });
                // The dot says that the line is whole.
                if (answer is Answer.Done)
                    await Console.Out.WriteLineAsync($"{no}.");
            }
        }
    }
}
