using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using ZhongFu.Catalog.Showcase;
using ZhongFu.Platform.Web;

namespace ZhongFu.Catalog.Storefront;

/// <summary>A finished JSON answer with its tag, compressed once for all who accept that; a browser that has it already gets 304.</summary>
internal sealed class PreparedAnswer(byte[] body, string tag) : IResult
{
    private byte[]? brotli;

    public int Length => body.Length * 2;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request.Headers, httpContext.Response);
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache"; // may be kept, must be asked for: stock changes
        response.Headers.Vary = "Accept-Encoding, Cookie";
        if (httpContext.Request.Has(tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        var bytes = body;
        if (request.AcceptEncoding.Count > 0 && request.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            bytes = brotli ??= Compress(body);
            response.Headers.ContentEncoding = "br";
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = bytes.Length;
        return response.Body.WriteAsync(bytes, 0, bytes.Length, httpContext.RequestAborted);
    }

    private static byte[] Compress(byte[] plain)
    {
        using var target = new MemoryStream(plain.Length / 4);
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest)) brotli.Write(plain);
        return target.ToArray();
    }
}

/// <summary>Answers that are the same for everybody, made once for each question and version of the catalogue.</summary>
internal sealed class PreparedAnswers(Shelf shelf)
{
    private const long MostBytes = 16 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private Generation generation = new(0);

    /// <summary>The prepared answer to this question about the catalogue as it is now, or null.</summary>
    public PreparedAnswer? Find(string question)
    {
        var kept = Volatile.Read(ref generation);
        return kept.Version == shelf.Version && kept.Answers.TryGetValue(question, out var answer) ? answer : null;
    }

    /// <summary>Prepares an answer and keeps it for the next who asks the same.</summary>
    public PreparedAnswer Keep<T>(string question, long version, T answer)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, Json);
        var prepared = new PreparedAnswer(body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"");
        var kept = Volatile.Read(ref generation);
        if (kept.Version < version || kept.Bytes > MostBytes) Volatile.Write(ref generation, kept = new Generation(version));
        if (kept.Version == version && kept.Answers.TryAdd(question, prepared)) Interlocked.Add(ref kept.Bytes, prepared.Length + question.Length * 2);
        return prepared;
    }

    private sealed class Generation(long version)
    {
        public long Bytes;

        public long Version { get; } = version;
        public ConcurrentDictionary<string, PreparedAnswer> Answers { get; } = new(StringComparer.Ordinal);
    }
}
