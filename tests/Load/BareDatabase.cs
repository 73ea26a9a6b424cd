using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace ZhongFu.Load;

/// <summary>The bare limit of a write: SQLite doing only the statements the work cannot do without, one writer, a flush at every commit, nothing else.</summary>
internal static class BareDatabase
{
    public const int Skus = 600;

    /// <param name="work">What one transaction does, by sending statements.</param>
    public static double PerSecond(Action<Action<string>> work)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("zhongfu-bare-").FullName, "bare.db");
        using var connection = new SqliteConnection($"Data Source={file}");
        connection.Open();
        Execute("""
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            create table stock(id integer primary key, free integer, version integer);
            create table batches(id integer primary key, onhand integer);
            create table movements(id blob primary key, sku integer, quantity integer);
            create table facts(id blob primary key, body text);
            create table outbox(id blob primary key, body text);
            """);
        Execute($"with recursive n(i) as (select 0 union all select i+1 from n where i < {Skus - 1}) insert into stock select i, 1000000, 0 from n");
        Execute("insert into batches select id, free from stock");
        var watch = Stopwatch.StartNew();
        var done = 0;
        for (; watch.Elapsed < TimeSpan.FromSeconds(3); done++)
        {
            using var transaction = connection.BeginTransaction();
            work(Execute);
            transaction.Commit();
        }
        return done / watch.Elapsed.TotalSeconds;

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>One movement: the SKU's version, its balance under a condition, its batch, the movement.</summary>
    public static void Move(Action<string> send, int sku)
    {
        send($"update stock set version = version + 1 where id = {sku}");
        send($"update stock set free = free - 1 where id = {sku} and free >= 1");
        send($"update batches set onhand = onhand - 1 where id = {sku}");
        send($"insert into movements values(randomblob(16), {sku}, 1)");
    }

    /// <summary>Pieces taken under a condition.</summary>
    public static void Take(Action<string> send, int sku) => send($"update stock set free = free - 1 where id = {sku} and free >= 1");
}
