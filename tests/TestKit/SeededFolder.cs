using Microsoft.Data.Sqlite;

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
            await Eventually.True(host.NothingWaits, TimeSpan.FromSeconds(60));
        }
        SqliteConnection.ClearAllPools(); // closes the files, which folds the write-ahead log back into them
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Temporary.Remove(folder);
        return folder;
    }
}
