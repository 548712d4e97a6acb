using System.Globalization;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

/// <summary>Sends a command for every number it reads and prints what became of it.</summary>
internal static class AnsweringServer
{
    public const string Word = "answer-every-line";

    public static async Task<int> Run(string data)
    {
        // Never disposed of, which would delete the folder: the test looks at what is left in it.
        var office = new Office(data);
        var section = office.Front.Sections.Single();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var no = int.Parse(line, CultureInfo.InvariantCulture);
            var answer = await office.Send(section, $"n{no}", new Note(no, "x") { Papers = 1 });
            await Console.Out.WriteLineAsync(
                answer switch
                {
                    Answer.Done => "done",
                    Answer.Refused(var reason) => reason.Code,
                    Answer.IdReused => "id reused",
                    Answer.Unavailable(var why) => why.ToString(),
                }
            );
        }
        await office.Close();
        return 0;
    }
}
