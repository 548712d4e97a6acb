using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.Checker;

if (args.Length != 2)
{
    await Console.Error.WriteLineAsync("checker CERTIFICATE PAPERS.blt");
    return 2;
}
try
{
    var once = new JsonDocumentOptions { AllowDuplicateProperties = false };
    var claim = JsonNode.Parse(await Text.OfAsync(args[0]), null, once);
    var replay = new Replay(claim, new Papers(await Text.OfAsync(args[1])));
    replay.Run();
    Console.WriteLine(
        replay.SeedDecided ? "valid" : "valid; no lot was drawn, so nothing is proved of the seed"
    );
    return 0;
}
catch (DifferenceException difference)
{
    Console.WriteLine(difference.Message);
    return 1;
}
catch (Exception unreadable)
    when (unreadable is IOException or JsonException or FormatException or OverflowException)
{
    await Console.Error.WriteLineAsync(unreadable.Message);
    return 2;
}
