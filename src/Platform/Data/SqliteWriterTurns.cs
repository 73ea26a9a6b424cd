using System.Collections.Concurrent;

namespace ZhongFu.Platform.Data;

/// <summary>SQLite has one writer per file. Without a queue in front, writers wait by sleeping 150 ms at a time (Microsoft.Data.Sqlite's
/// busy loop); with it they take turns at once and in order.</summary>
internal sealed class SqliteWriterTurns
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new();

    /// <summary>Waits for the file's turn; dispose to pass it on.</summary>
    public async Task<IDisposable> Take(string file, CancellationToken cancellationToken)
    {
        var turn = turns.GetOrAdd(file, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0) turn.Release();
        }
    }
}
