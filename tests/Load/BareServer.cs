using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ZhongFu.Load;

/// <summary>The bare limit: Kestrel sending the same bytes from memory, in a process of its own like the product.</summary>
internal static class BareServer
{
    public static async Task<int> Run(int port, string file, string type)
    {
        var body = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/", async (HttpContext http) =>
        {
            http.Response.ContentType = type;
            http.Response.ContentLength = body.Length;
            await http.Response.BodyWriter.WriteAsync(body);
        });
        await app.RunAsync();
        return 0;
    }

    public static async Task<ChildProcess> Start(byte[] body, string type)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("zhongfu-bare-").FullName, "body");
        await File.WriteAllBytesAsync(file, body);
        var port = ChildProcess.FreePort();
        var process = ChildProcess.Start(Environment.ProcessPath!, ["bare", port.ToString(), file, type], new(), port);
        await process.Answers("/");
        return process;
    }
}
