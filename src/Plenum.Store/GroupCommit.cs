namespace Plenum.Store;

/// <summary>
/// The appends of one commit, each judged on the heads left by those before it. Nothing that it learns about
/// heads counts before the commit does.
/// </summary>
internal sealed class GroupCommit(Tables tables)
{
    private readonly Dictionary<string, Head> heads = new(StringComparer.Ordinal);
    private long position = tables.LastPosition();

    public Appended Write(Append append)
    {
        if (Repeated(append) is { } repeated)
            return repeated;
        var before = HeadOf(append.Section);
        if (before.Version != append.Expected)
            return new Appended.Conflict(before.Version);
        foreach (var paper in append.Papers)
            if (tables.HasPaper(paper))
                return new Appended.PaperKeyTaken(paper.Box);
        var first = position + 1;
        var reached = WriteEntries(append, before);
        WriteCommands(append, before.Version);
        foreach (var document in append.Documents)
            tables.Insert(document);
        foreach (var paper in append.Papers)
            tables.Insert(paper);
        tables.Put(append.Section, reached);
        tables.Put(new DueSection(append.Section, append.Due.Earliest));
        heads[append.Section] = reached;
        return new Appended.Written(first, before.Version + 1, reached.Version);
    }

    // Asked before the version is: a command that is done stays done, wherever the section stands now.
    private Appended? Repeated(Append append)
    {
        foreach (var command in append.Commands)
            if (tables.TryFindCommand(command.Id, out var found))
                return found.Digest == command.Digest
                    ? new Appended.AlreadyDone(command.Id, found.First, found.Last)
                    : new Appended.CommandIdReused(command.Id);
            else if (
                command.Formerly.Length > 0
                && tables.TryFindCommand(command.Formerly, out var before)
                && before.Digest == command.Digest
            )
                return new Appended.AlreadyDone(command.Id, before.First, before.Last);
        return null;
    }

    private Head HeadOf(string section) =>
        heads.TryGetValue(section, out var known) ? known : tables.HeadOf(section);

    private Head WriteEntries(Append append, Head head)
    {
        foreach (var e in append.Entries)
        {
            var version = head.Version + 1;
            var stored = new StoredEntry(
                ++position,
                append.Section,
                version,
                e.Type,
                e.At ?? append.At,
                e.Leaf,
                e.Open,
                e.Envelope
            );
            head = new Head(version, Chain.Next(head.Chain, stored));
            tables.Insert(stored, head.Chain);
            foreach (var subject in e.Subjects)
                tables.InsertSubject(append.Section, subject, version);
        }
        return head;
    }

    private void WriteCommands(Append append, long version)
    {
        foreach (var c in append.Commands)
        {
            tables.Insert(
                new StoredCommand(c.Id, c.Digest, append.Section, version + 1, version + c.Entries)
            );
            version += c.Entries;
        }
    }
}
