using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace ZhongFu.Showroom.Pos.ServeWorker;

/// <summary>The files a till needs to start without a link, and a version that changes when one of them does: a new version is a new worker, byte for byte.</summary>
internal sealed class TillShell
{
    private const string Folder = "_content/ZhongFu.Showroom/pos";

    public TillShell(IWebHostEnvironment environment)
    {
        var files = environment.WebRootFileProvider;
        var scripts = files.GetDirectoryContents(Folder).Where(x => !x.IsDirectory && x.Name.EndsWith(".js", StringComparison.Ordinal) && x.Name != "sw.js")
            .OrderBy(x => x.Name, StringComparer.Ordinal).ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in scripts.Append(files.GetFileInfo("_content/ZhongFu.Showroom/css/till.css")).Append(files.GetFileInfo("_content/ZhongFu.Platform/css/site.css")))
            hash.AppendData(Encoding.UTF8.GetBytes(Read(file)));
        hash.AppendData(typeof(TillShell).Assembly.ManifestModule.ModuleVersionId.ToByteArray()); // the pages themselves
        Version = Convert.ToHexString(hash.GetHashAndReset().AsSpan(0, 6)).ToLowerInvariant();
        var shell = new { version = Version, scripts = scripts.Select(x => $"/{Folder}/{x.Name}") };
        Worker = $"const shell = {JsonSerializer.Serialize(shell)};\n{Read(files.GetFileInfo($"{Folder}/sw.js"))}";
    }

    /// <summary>Twelve hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The worker's script.</summary>
    public string Worker { get; }

    private static string Read(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }
}
