using System.Data.Common;
using System.Net.Sockets;
using MassTransit;

namespace ZhongFu.Platform.Messaging;

/// <summary>A database out of reach is nothing a message has done: it waits at the head of its queue, however long, instead of going to the error queue.</summary>
internal static class Outages
{
    private const int SqliteBusy = 5, SqliteLocked = 6, SqliteFull = 13, SqliteCannotOpen = 14;

    /// <summary>Tries again for hours, every half minute in the end.</summary>
    public static void WaitOut(IRetryConfigurator retry)
    {
        retry.Handle<Exception>(Is);
        retry.Exponential(1000, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1));
    }

    /// <summary>Whether the exception, or what lies behind it, says that a server does not answer.</summary>
    public static bool Is(Exception problem) => problem switch
    {
        SocketException or TimeoutException => true,
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteFull or SqliteCannotOpen,
        DbException { IsTransient: true } => true,
        _ => problem.InnerException is { } inner && Is(inner),
    };
}
