using System.Collections.Immutable;
using Microsoft.Data.Sqlite;

namespace Plenum.Store;

/// <summary>A prepared statement whose parameters are numbered ?1, ?2, ... in the order they are given.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this assembly; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
    }

    public int Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    public SqliteDataReader Rows(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return command.ExecuteReader();
    }

    /// <summary>The first number of the first row, or 0 where there is none.</summary>
    public long Number(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    public bool Any(params ReadOnlySpan<object> values)
    {
        using var rows = Rows(values);
        return rows.Read();
    }

    public ImmutableArray<T> All<T>(
        Func<SqliteDataReader, T> row,
        params ReadOnlySpan<object> values
    )
    {
        using var rows = Rows(values);
        var all = ImmutableArray.CreateBuilder<T>();
        while (rows.Read())
            all.Add(row(rows));
        return all.DrainToImmutable();
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] is ReadOnlyMemory<byte> bytes ? bytes.ToArray() : values[i];
            if (i == command.Parameters.Count)
                command.Parameters.AddWithValue($"?{i + 1}", value);
            else
                command.Parameters[i].Value = value;
        }
    }
}
