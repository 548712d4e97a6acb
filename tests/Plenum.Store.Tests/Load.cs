namespace Plenum.Store.Tests;

/// <summary>Appends without end from many clients and prints every id only after it was acknowledged.</summary>
internal static class Load
{
    public const string Word = "--append-under-load";
    public const string WithPeople = "--people-under-load";
    private const int Clients = 24;

    public static async Task<int> Run(string data, bool people)
    {
        using var folder = DataFolder.Open(data);
        using var vault = Vault.Open(folder);
        using var record = Record.Open(folder);
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        var printing = new Lock();
        await Task.WhenAll(
            Enumerable.Range(0, Clients).Select(client => Task.Run(() => Client(client)))
        );
        return 0;

        async Task Client(int client)
        {
            var section = $"section-{client % 8}";
            for (var n = 0; ; n++)
            {
                var id = $"{client}-{n}-{Environment.ProcessId}";
                // As the house does it: a person is in the vault before the record names them.
                if (people)
                    vault.Put(id, "name", $"Person {id}");
                await AppendUntilWritten(record, section, id);
                lock (printing)
                    output.WriteLine(id);
            }
        }
    }

    private static async Task AppendUntilWritten(Record record, string section, string id)
    {
        for (var expected = record.VersionOf(section); ; )
        {
            var append = Sample.Append(expected, entries: 2, section) with
            {
                Commands = [Sample.Command(id, entries: 2)],
                Papers = [new Paper("box", Key(id), Sample.Bytes(id))],
            };
            if (await record.Append(append) is not Appended.Conflict(var actual))
                return;
            expected = actual;
        }
    }

    private static byte[] Key(string id) =>
        Digest.Of(System.Text.Encoding.UTF8.GetBytes(id)).ToBytes()[..16];
}
