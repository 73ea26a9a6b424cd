namespace ZhongFu.Platform.Web;

/// <summary>Where a page may send the browser next: only to a path of this site, whatever the address bar or a form said.</summary>
public static class LocalPath
{
    /// <summary>The path if it is one of ours, else <paramref name="otherwise"/>.</summary>
    public static string Or(string? path, string otherwise = "/") => IsLocal(path) ? path! : otherwise;

    /// <summary>Starts with one slash and holds nothing a browser would read as another host.</summary>
    public static bool IsLocal(string? path) =>
        path is { Length: > 0 and <= 2000 } && path[0] == '/' && !path.AsSpan().ContainsAny('\\', '\t') && !path.AsSpan().ContainsAnyInRange('\0', '\u001f')
        && (path.Length == 1 || path[1] != '/');
}
