using Plenum.Searcher;

return args switch
{
    [House.Word, var data, var ticks] => await House.Run(data, ticks),
    [var work] => await Say(work),
    _ => Usage(),
};

static async Task<int> Say(string work)
{
    if (!Recording.IsPossible)
    {
        Console.Error.WriteLine("strace is not installed (apt-get install strace).");
        return 2;
    }
    var (found, voters) = await Search.Run(
        Path.Combine(work, "data"),
        Path.Combine(work, "recorded")
    );
    foreach (var voter in voters)
        Console.WriteLine($"{voter.Person} cast {voter.Paper}");
    Console.WriteLine($"counted: {found.Counted}");
    Console.WriteLine(
        $"written in the clear before the close: {found.InTheClearBefore.Length} of {found.Voters}"
    );
    Console.WriteLine($"paired before the close: {found.PairedBefore} of {found.Voters}");
    Console.WriteLine($"paired after the close: {found.PairedAfter} of {found.Voters}");
    Console.WriteLine($"mapped and not recorded: {string.Join(' ', found.MappedFiles)}");
    Console.WriteLine($"copied and not recorded: {string.Join(' ', found.Copies)}");
    return found.PairedAfter == 0 && found.InTheClearBefore.IsEmpty ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine(
        "Plenum.Searcher FOLDER   holds a secret vote of eight in FOLDER/data, recorded, and searches what was written"
    );
    return 2;
}
