using Plenum.Searcher;

return args switch
{
    [House.Word, var data, var ticks] => await House.Run(data, ticks),
    [var folder] => await Say(folder),
    _ => Usage(),
};

static async Task<int> Say(string folder)
{
    if (!Recording.IsPossible)
    {
        Console.Error.WriteLine("strace is not installed (apt-get install strace).");
        return 2;
    }
    var (found, voters) = await Search.Run(folder);
    foreach (var voter in voters)
        Console.WriteLine($"{voter.Person} cast {voter.Paper}");
    var of = $"of {found.Voters}";
    Console.WriteLine($"counted: {found.Counted}");
    Console.WriteLine($"in the clear before the close: {found.InTheClearBefore.Length} {of}");
    Console.WriteLine($"paired before the close: {found.PairedBefore} {of}");
    Console.WriteLine(
        $"paired before the close by whoever has the key: {found.PairedWithTheKey} {of}"
    );
    Console.WriteLine($"paired after the close: {found.PairedAfter} {of}");
    Console.WriteLine($"pieces of the key left in the folder: {found.PiecesOfTheKeyLeft}");
    Console.WriteLine(
        found is { PairedOnTheDisk: { } paired, PiecesOfTheKeyOnTheDisk: { } pieces }
            ? $"paired on the switched-off disk: {paired} {of}; pieces of the key there: {pieces}"
            : "no disk could be mounted here, so none was searched"
    );
    Console.WriteLine($"mapped and not recorded: {string.Join(' ', found.MappedFiles)}");
    Console.WriteLine($"copied and not recorded: {string.Join(' ', found.Copies)}");
    return found.PairedAfter == 0 && found.InTheClearBefore.IsEmpty ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine(
        "Plenum.Searcher FOLDER   holds a secret vote of eight in FOLDER, recorded, and searches what was written"
    );
    return 2;
}
