using System.Text.Json;
using Plenum.Checker;

if (args.Length != 2)
{
    await Console.Error.WriteLineAsync("checker CERTIFICATE PAPERS.blt");
    return 2;
}
try
{
    using var certificate = JsonDocument.Parse(await File.ReadAllTextAsync(args[0]));
    var papers = new Papers(await File.ReadAllTextAsync(args[1]));
    new Replay(certificate.RootElement, papers).Run();
    Console.WriteLine("valid");
    return 0;
}
catch (DifferenceException difference)
{
    Console.WriteLine(difference.Message);
    return 1;
}
catch (Exception unreadable)
    when (unreadable
            is IOException
                or JsonException
                or FormatException
                or KeyNotFoundException
                or InvalidOperationException
    )
{
    await Console.Error.WriteLineAsync(unreadable.Message);
    return 2;
}
