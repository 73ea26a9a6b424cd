using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ZhongFu.Platform.Data;
using ZhongFu.Platform.Modules;

namespace ZhongFu.TestKit;

/// <summary>Seeds the demonstration data once for the test process; every host gets a copy, which takes milliseconds.</summary>
internal static class SeededFolder
{
    private static readonly Lazy<Task<string>> Seeded = new(Seed);

    public static async Task<string> Copy()
    {
        var (source, target) = (await Seeded.Value, Temporary.Folder());
        foreach (var file in Directory.GetFiles(source, "*.db")) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    private static async Task<string> Seed()
    {
        var folder = Temporary.Folder();
        await using (var host = GatewayHost.Bare(folder))
        {
            await Task.Run(() => _ = host.Server);
            // The seed's own messages must have arrived: a copy that still holds them would send them again in every test.
            await Eventually.True(() => OutboxesAreEmpty(host), TimeSpan.FromSeconds(60));
        }
        SqliteConnection.ClearAllPools(); // closes the files, which folds the write-ahead log back into them
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Temporary.Remove(folder);
        return folder;
    }

    private static async Task<bool> OutboxesAreEmpty(GatewayHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var db in scope.ServiceProvider.GetRequiredService<ModuleDatabases>().All)
            if (await db.Outbox.AnyAsync()) return false;
        return true;
    }
}
