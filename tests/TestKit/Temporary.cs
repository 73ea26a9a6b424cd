namespace ZhongFu.TestKit;

/// <summary>Folders that go when the test has ended.</summary>
public static class Temporary
{
    /// <summary>A new empty folder.</summary>
    public static string Folder() => Directory.CreateTempSubdirectory("zhongfu-").FullName;

    /// <summary>Removes a folder; one that is still being written is left to the system.</summary>
    public static void Remove(string folder)
    {
        try { Directory.Delete(folder, recursive: true); }
        catch (IOException problem) { Console.Error.WriteLine($"Left behind: {folder} ({problem.Message})"); }
    }
}
