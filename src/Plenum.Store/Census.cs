namespace Plenum.Store;

/// <summary>How often something happened, without knowing what it means.</summary>
public static class Census
{
    public static long Of(DataFolder folder, string type)
    {
        using var record = new Database(folder.RecordFile, Record.Schema).OpenReader();
        using var count = new Statement(record, "SELECT count(*) FROM events WHERE type = ?1");
        return count.Number(type);
    }
}
